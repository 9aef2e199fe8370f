package cc.fs.remote;

import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileResult;
import cc.protocol.message.MakeLinkCall;
import cc.protocol.message.SetUserAttributeCall;
import cc.protocol.message.UserAttributesResult;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;

/** Does the calls that name a file by its path. */
final class PathCalls {
    private final FileService files;

    PathCalls(FileService files) {
        this.files = files;
    }

    void run(FileCall call, FileResult.Builder result) throws FileFault {
        String path = call.getPath();
        boolean followLinks = call.getFollowLinks();
        switch (call.getOperationCase()) {
            case ATTRIBUTES -> result.setAttributes(FileMessages.of(files.attributes(path, followLinks)));
            case ACCESS -> files.checkAccess(path, call.getAccess().getAccess());
            case MAKE_DIRECTORY ->
                files.createDirectory(path, call.getMakeDirectory().getPermissions());
            case MAKE_LINK -> makeLink(path, call.getMakeLink());
            case READ_LINK -> result.setText(files.readSymbolicLink(path));
            case DELETE -> files.delete(path);
            case RENAME -> files.rename(path, call.getRename().getTo());
            case CHANGE -> files.change(path, followLinks, FileMessages.change(call.getChange()));
            case STORE -> result.setStore(FileMessages.of(files.store(path)));
            case USER_ATTRIBUTES -> result.setUserAttributes(userAttributes(path, followLinks));
            case SET_USER_ATTRIBUTE -> setUserAttribute(path, followLinks, call.getSetUserAttribute());
            default ->
                throw new IllegalArgumentException(call.getOperationCase().name());
        }
    }

    private void makeLink(String path, MakeLinkCall link) throws FileFault {
        if (link.getExisting().isEmpty()) {
            files.createSymbolicLink(path, link.getTarget());
        } else {
            files.createLink(path, link.getExisting());
        }
    }

    private UserAttributesResult userAttributes(String path, boolean followLinks) throws FileFault {
        UserAttributesResult.Builder all = UserAttributesResult.newBuilder();
        files.userAttributes(path, followLinks)
                .forEach((name, value) -> all.putValues(name, UnsafeByteOperations.unsafeWrap(value)));
        return all.build();
    }

    private void setUserAttribute(String path, boolean followLinks, SetUserAttributeCall call) throws FileFault {
        ByteString value = call.getValue();
        files.setUserAttribute(path, followLinks, call.getName(), call.hasValue() ? value.toByteArray() : null);
    }
}
