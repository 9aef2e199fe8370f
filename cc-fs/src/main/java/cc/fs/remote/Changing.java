package cc.fs.remote;

import cc.fs.service.OpenFlags;
import cc.protocol.message.FileCall;

/** Tells calls after which files may not be what they were from those that only look. */
final class Changing {
    private static final int CHANGES =
            OpenFlags.CREATE | OpenFlags.CREATE_NEW | OpenFlags.TRUNCATE | OpenFlags.DELETE_ON_CLOSE;

    private Changing() {}

    /** A lock counts as a change: what others have done under theirs is to be seen under it. */
    static boolean is(FileCall.Builder call) {
        return switch (call.getOperationCase()) {
            case ATTRIBUTES, ACCESS, READ_LINK, STORE, USER_ATTRIBUTES, READ, SIZE, STAT, LIST, WATCH, UNLOCK, CLOSE ->
                false;
            case OPEN -> OpenFlags.has(call.getOpen().getFlags(), CHANGES);
            default -> true;
        };
    }
}
