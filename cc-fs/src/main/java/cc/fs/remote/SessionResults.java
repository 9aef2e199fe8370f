package cc.fs.remote;

import cc.protocol.command.ProtocolException;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileResult;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which calls of a session are under way, and the results of those that may be done only once until they are known
 * to have come: so a call that is sent again after a break is not done again. What only looks is done again.
 */
final class SessionResults {
    private static final int MAX_KEPT = 2 * FileLimits.MAX_PENDING_CALLS;

    private final TreeMap<Long, FileResult> kept = new TreeMap<>();
    private final Set<Long> running = new HashSet<>();

    /** What is to become of a call that came. */
    enum Fate {
        RUN,
        /** It was here before; its result will be told. */
        UNDER_WAY,
        /** It was done; {@link #kept} has the result. */
        DONE
    }

    synchronized Fate came(FileCall call) throws ProtocolException {
        kept.headMap(call.getAnswered(), true).clear();
        long id = call.getId();
        if (kept.containsKey(id)) {
            return Fate.DONE;
        }
        if (kept.size() > MAX_KEPT) {
            throw new ProtocolException("too many results that nobody says to have got");
        }
        return running.add(id) ? Fate.RUN : Fate.UNDER_WAY;
    }

    synchronized @Nullable FileResult kept(long id) {
        return kept.get(id);
    }

    synchronized void done(FileCall call, FileResult result) {
        running.remove(call.getId());
        if (!looksOnly(call)) {
            kept.put(call.getId(), withoutBytes(result));
        }
    }

    private static boolean looksOnly(FileCall call) {
        return switch (call.getOperationCase()) {
            case ATTRIBUTES, ACCESS, READ_LINK, STORE, USER_ATTRIBUTES, READ, SIZE, STAT -> true;
            default -> false;
        };
    }

    private static FileResult withoutBytes(FileResult result) {
        return result.hasOpen()
                ? result.toBuilder()
                        .setOpen(result.getOpen().toBuilder().clearBytes().clearEnd())
                        .build()
                : result;
    }
}
