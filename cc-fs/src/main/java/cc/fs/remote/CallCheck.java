package cc.fs.remote;

import cc.fs.mount.PathNames;
import cc.protocol.command.ProtocolException;
import cc.protocol.message.ChangeCall;
import cc.protocol.message.FileCall;
import cc.protocol.message.SetUserAttributeCall;
import java.nio.charset.StandardCharsets;

/** Refuses calls that no shell of ours would send. */
final class CallCheck {
    private static final int MAX_PERMISSIONS = 07777;

    private CallCheck() {}

    static void require(FileCall call) throws ProtocolException {
        require(call.getId() > 0, "a call without a number");
        switch (call.getOperationCase()) {
            case OPEN -> {
                path(call.getPath());
                handle(call);
                permissions(call.getOpen().getPermissions());
                count(call.getOpen().getReadBytes(), 0);
            }
            case LIST, WATCH -> {
                path(call.getPath());
                handle(call);
            }
            case ATTRIBUTES, ACCESS, READ_LINK, DELETE, STORE, USER_ATTRIBUTES -> pathOnly(call);
            case MAKE_DIRECTORY -> {
                pathOnly(call);
                permissions(call.getMakeDirectory().getPermissions());
            }
            case MAKE_LINK -> {
                pathOnly(call);
                if (!call.getMakeLink().getExisting().isEmpty()) {
                    path(call.getMakeLink().getExisting());
                } else {
                    text(call.getMakeLink().getTarget(), FileLimits.MAX_PATH_BYTES);
                }
            }
            case RENAME -> {
                pathOnly(call);
                path(call.getRename().getTo());
            }
            case CHANGE -> {
                if (call.getHandle() == 0) {
                    path(call.getPath());
                }
                change(call.getChange());
            }
            case SET_USER_ATTRIBUTE -> {
                pathOnly(call);
                userAttribute(call.getSetUserAttribute());
            }
            case READ -> {
                handle(call);
                position(call.getRead().getPosition());
                count(call.getRead().getCount(), 1);
            }
            case WRITE -> {
                handle(call);
                position(call.getWrite().getPosition());
                count(call.getWrite().getBytes().size(), 0);
            }
            case SET_SIZE -> {
                handle(call);
                position(call.getSetSize().getBytes());
            }
            case LOCK -> {
                handle(call);
                position(call.getLock().getPosition());
                position(call.getLock().getSize());
            }
            case UNLOCK -> {
                handle(call);
                position(call.getUnlock().getPosition());
                position(call.getUnlock().getSize());
            }
            case STAT, SIZE, FORCE, CLOSE -> handle(call);
            case OPERATION_NOT_SET -> throw new ProtocolException("a call of nothing that is known");
        }
    }

    private static void change(ChangeCall change) throws ProtocolException {
        permissions(change.getPermissions());
        if (change.hasUser()) {
            text(change.getUser(), FileLimits.MAX_NAME_BYTES);
        }
        if (change.hasGroup()) {
            text(change.getGroup(), FileLimits.MAX_NAME_BYTES);
        }
    }

    private static void userAttribute(SetUserAttributeCall call) throws ProtocolException {
        text(call.getName(), FileLimits.MAX_NAME_BYTES);
        require(call.getValue().size() <= FileLimits.MAX_ATTRIBUTE_BYTES, "an extended attribute that is too long");
    }

    private static void pathOnly(FileCall call) throws ProtocolException {
        path(call.getPath());
        require(call.getHandle() == 0, "a call that names a file twice");
    }

    private static void path(String path) throws ProtocolException {
        text(path, FileLimits.MAX_PATH_BYTES);
        require(
                path.startsWith("/") && PathNames.normal(path, "/").equals(path),
                "a path that is not absolute and normal");
    }

    private static void text(String text, int maxBytes) throws ProtocolException {
        require(!text.isEmpty(), "an empty name");
        require(
                text.length() <= maxBytes && text.getBytes(StandardCharsets.UTF_8).length <= maxBytes,
                "a name that is too long");
        require(text.indexOf('\0') < 0, "a name with a NUL");
    }

    private static void handle(FileCall call) throws ProtocolException {
        require(call.getHandle() != 0, "a call that names no open file");
    }

    private static void permissions(int permissions) throws ProtocolException {
        require((permissions & ~MAX_PERMISSIONS) == 0, "permissions that there are none of");
    }

    private static void count(int count, int least) throws ProtocolException {
        require(count >= least && count <= FileLimits.MAX_TRANSFER_BYTES, "too many bytes at once, or none");
    }

    private static void position(long position) throws ProtocolException {
        require(position >= 0, "a position that no file has");
    }

    private static void require(boolean holds, String wrong) throws ProtocolException {
        if (!holds) {
            throw new ProtocolException(wrong);
        }
    }
}
