package cc.fs.remote;

import cc.fs.mount.CachePolicy;
import cc.fs.service.AttributeChange;
import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.FileKey;
import cc.fs.service.FileService;
import cc.fs.service.OpenFile;
import cc.fs.service.StoreFacts;
import cc.protocol.message.AccessCall;
import cc.protocol.message.AttributesCall;
import cc.protocol.message.DeleteCall;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileResult;
import cc.protocol.message.ListEntry;
import cc.protocol.message.MakeDirectoryCall;
import cc.protocol.message.MakeLinkCall;
import cc.protocol.message.ReadLinkCall;
import cc.protocol.message.RenameCall;
import cc.protocol.message.SetUserAttributeCall;
import cc.protocol.message.StoreCall;
import cc.protocol.message.UserAttributesCall;
import com.google.protobuf.ByteString;
import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Another machine's files, by a {@link FilesLink}. */
final class RemoteFileService implements FileService {
    private final FilesLink link;
    private final CachePolicy policy;
    private final @Nullable AttributesAhead ahead;
    private final Set<OpenFile> open = ConcurrentHashMap.newKeySet();

    RemoteFileService(FilesLink link, CachePolicy policy) {
        this.link = link;
        this.policy = policy;
        ahead = policy == CachePolicy.NONE ? null : new AttributesAhead(link, System::nanoTime);
    }

    @Override
    public FileAttributes attributes(String path, boolean followLinks) throws FileFault {
        FileAttributes known = ahead == null ? null : ahead.take(path, followLinks);
        if (known != null) {
            return known;
        }
        Set<FileKey> unwritten = link.shared().unwritten();
        FileAttributes told = ask(path, followLinks);
        FileKey key = FileKey.of(told);
        if (!unwritten.contains(key)) {
            return told;
        }
        link.shared().flush(key);
        return ask(path, followLinks);
    }

    @Override
    public void checkAccess(String path, int access) throws FileFault {
        link.call(call(path).setAccess(AccessCall.newBuilder().setAccess(access)));
    }

    @Override
    public OpenFile open(String path, int flags, int permissions) throws FileFault {
        RemoteOpenFile file = RemoteOpenFile.open(this, link, RemoteNames.path(path), flags, permissions, policy);
        open.add(file);
        return file;
    }

    @Override
    public void createDirectory(String path, int permissions) throws FileFault {
        link.call(call(path).setMakeDirectory(MakeDirectoryCall.newBuilder().setPermissions(permissions)));
    }

    @Override
    public void createSymbolicLink(String path, String target) throws FileFault {
        link.call(call(path).setMakeLink(MakeLinkCall.newBuilder().setTarget(RemoteNames.path(target))));
    }

    @Override
    public void createLink(String path, String existing) throws FileFault {
        link.call(call(path).setMakeLink(MakeLinkCall.newBuilder().setExisting(RemoteNames.path(existing))));
    }

    @Override
    public String readSymbolicLink(String path) throws FileFault {
        return link.call(call(path).setReadLink(ReadLinkCall.getDefaultInstance()))
                .getText();
    }

    @Override
    public void delete(String path) throws FileFault {
        link.call(call(path).setDelete(DeleteCall.getDefaultInstance()));
    }

    @Override
    public void rename(String from, String to) throws FileFault {
        link.call(call(from).setRename(RenameCall.newBuilder().setTo(RemoteNames.path(to))));
    }

    @Override
    public Listing list(String path) throws FileFault {
        return new RemoteListing(this, link, RemoteNames.path(path));
    }

    @Override
    public void change(String path, boolean followLinks, AttributeChange change) throws FileFault {
        // A write that comes later would change the times again.
        link.shared().flushAll();
        link.call(call(path).setFollowLinks(followLinks).setChange(FileMessages.of(change)));
    }

    @Override
    public StoreFacts store(String path) throws FileFault {
        return FileMessages.facts(
                link.call(call(path).setStore(StoreCall.getDefaultInstance())).getStore());
    }

    @Override
    public Map<String, byte[]> userAttributes(String path, boolean followLinks) throws FileFault {
        FileResult result = link.call(
                call(path).setFollowLinks(followLinks).setUserAttributes(UserAttributesCall.getDefaultInstance()));
        Map<String, byte[]> all = new TreeMap<>();
        result.getUserAttributes().getValuesMap().forEach((name, value) -> all.put(name, value.toByteArray()));
        return all;
    }

    @Override
    public void setUserAttribute(String path, boolean followLinks, String name, byte @Nullable [] value)
            throws FileFault {
        SetUserAttributeCall.Builder set = SetUserAttributeCall.newBuilder().setName(RemoteNames.name(name));
        if (value != null) {
            set.setValue(ByteString.copyFrom(RemoteNames.attribute(value)));
        }
        link.call(call(path).setFollowLinks(followLinks).setSetUserAttribute(set));
    }

    @Override
    public Closeable watch(String path, Watcher heard) throws FileFault {
        return RemoteWatch.begin(link, RemoteNames.path(path), heard);
    }

    @Override
    public void close() {
        for (OpenFile file : open) {
            try {
                file.close();
            } catch (FileFault e) {
                // Nobody is left to hear of it.
            }
        }
    }

    /** Attributes came with a part of a directory's list, which was asked for at that moment. */
    void listed(String directory, List<ListEntry> entries, SharedFiles.Moment asked) {
        if (ahead != null) {
            ahead.add(directory, entries, asked);
        }
    }

    void forget(OpenFile file) {
        open.remove(file);
    }

    private FileAttributes ask(String path, boolean followLinks) throws FileFault {
        FileCall.Builder call =
                call(path).setFollowLinks(followLinks).setAttributes(AttributesCall.getDefaultInstance());
        if (ahead == null) {
            return FileMessages.attributes(link.call(call).getAttributes());
        }
        FolderLease.Question question = link.leases().ask(path);
        try {
            FileAttributes told = FileMessages.attributes(link.call(call).getAttributes());
            if (question != null) {
                question.answered(told);
            }
            return told;
        } catch (FileFault e) {
            if (question != null && e.errno() == Errno.ENOENT) {
                question.answered(null);
            }
            throw e;
        } finally {
            ahead.asked(path);
        }
    }

    private static FileCall.Builder call(String path) throws FileFault {
        return FileCall.newBuilder().setPath(RemoteNames.path(path));
    }
}
