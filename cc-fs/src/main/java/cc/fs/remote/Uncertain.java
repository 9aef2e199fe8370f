package cc.fs.remote;

import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileKey;
import cc.fs.service.OpenFlags;
import cc.protocol.message.AttributesCall;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileResult;
import cc.protocol.message.MakeLinkCall;
import cc.protocol.message.OpenCall;
import cc.protocol.message.ReadLinkCall;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Calls that a proxy may have done before it ended, and whose results it told nobody. They are made again; where this fails
 * because it has been done already, it has succeeded. Where somebody else has done the same at that very moment, this is
 * wrong, and so would be anything else.
 */
final class Uncertain {
    private final FilesLink link;
    private final Reopening proxy;

    Uncertain(FilesLink link, Reopening proxy) {
        this.link = link;
        this.proxy = proxy;
    }

    /** Whether it matters if a call is done twice. */
    static boolean is(FileCall call) {
        return switch (call.getOperationCase()) {
            case DELETE, MAKE_DIRECTORY, MAKE_LINK, RENAME -> true;
            case OPEN -> OpenFlags.has(call.getOpen().getFlags(), OpenFlags.CREATE_NEW);
            case SET_USER_ATTRIBUTE -> !call.getSetUserAttribute().hasValue();
            case WRITE -> call.getWrite().getAppend();
            default -> false;
        };
    }

    FileResult settle(FileCall call) throws IOException {
        if (call.hasWrite()) {
            return new UncertainAppend(link, proxy, call).settle();
        }
        FileResult result = proxy.exchange(call);
        Errno errno = errno(result);
        if (errno == null || !wasDone(call, errno)) {
            return result;
        }
        return call.hasOpen()
                ? proxy.exchange(openOnly(call))
                : FileResult.newBuilder().setId(call.getId()).build();
    }

    private boolean wasDone(FileCall call, Errno errno) throws IOException {
        return switch (call.getOperationCase()) {
            case DELETE -> errno == Errno.ENOENT;
            case SET_USER_ATTRIBUTE -> errno == Errno.ENODATA;
            case RENAME -> errno == Errno.ENOENT && attributes(call.getRename().getTo()) != null;
            case MAKE_LINK -> errno == Errno.EEXIST && isLink(call.getPath(), call.getMakeLink());
            case MAKE_DIRECTORY -> {
                FileAttributes there = attributes(call.getPath());
                yield errno == Errno.EEXIST && there != null && there.isDirectory();
            }
            default -> {
                FileAttributes there = attributes(call.getPath());
                yield errno == Errno.EEXIST && there != null && there.isRegularFile() && there.sizeBytes() == 0;
            }
        };
    }

    private boolean isLink(String path, MakeLinkCall made) throws IOException {
        if (made.getExisting().isEmpty()) {
            FileResult target = proxy.exchange(
                    link.numbered(FileCall.newBuilder().setPath(path).setReadLink(ReadLinkCall.getDefaultInstance())));
            return target.getText().equals(made.getTarget());
        }
        FileAttributes one = attributes(path);
        FileAttributes other = attributes(made.getExisting());
        return one != null && other != null && FileKey.of(one).equals(FileKey.of(other));
    }

    private FileCall openOnly(FileCall call) {
        OpenCall.Builder open = call.getOpen().toBuilder();
        open.setFlags(open.getFlags() & ~OpenFlags.CREATE_NEW);
        return link.numbered(call.toBuilder().setOpen(open));
    }

    private @Nullable FileAttributes attributes(String path) throws IOException {
        FileResult result = proxy.exchange(
                link.numbered(FileCall.newBuilder().setPath(path).setAttributes(AttributesCall.getDefaultInstance())));
        return result.hasError() ? null : FileMessages.attributes(result.getAttributes());
    }

    private static @Nullable Errno errno(FileResult result) {
        return result.hasError() ? FileMessages.fault(result.getError()).errno() : null;
    }
}
