package cc.fs.service;

import java.io.Closeable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files that may be read, and not changed. What cannot be done anyway fails as it would, the rest as where somebody has no
 * right to write.
 */
public final class ReadOnlyFiles implements FileService {
    private static final int WRITE = 2;
    private static final int CHANGING = OpenFlags.WRITE
            | OpenFlags.APPEND
            | OpenFlags.CREATE
            | OpenFlags.CREATE_NEW
            | OpenFlags.TRUNCATE
            | OpenFlags.DELETE_ON_CLOSE;

    private final FileService files;
    private final Refusal refusal;

    /** Makes the fault of a change that is not done, and may tell others. */
    @FunctionalInterface
    public interface Refusal {
        /** @param path as the service calls it */
        FileFault of(String path);
    }

    /** @param files not closed with this */
    public ReadOnlyFiles(FileService files, Refusal refusal) {
        this.files = files;
        this.refusal = refusal;
    }

    @Override
    public FileAttributes attributes(String path, boolean followLinks) throws FileFault {
        return files.attributes(path, followLinks);
    }

    @Override
    public void checkAccess(String path, int access) throws FileFault {
        files.checkAccess(path, access & ~WRITE);
        if ((access & WRITE) != 0) {
            // No more than a question.
            throw new FileFault(Errno.EACCES);
        }
    }

    @Override
    public OpenFile open(String path, int flags, int permissions) throws FileFault {
        if (!OpenFlags.has(flags, CHANGING)) {
            return new ReadOnlyFile(files.open(path, flags, permissions), () -> refusal.of(path));
        }
        boolean creates = OpenFlags.has(flags, OpenFlags.CREATE_NEW | OpenFlags.CREATE);
        boolean onlyNew = OpenFlags.has(flags, OpenFlags.CREATE_NEW);
        FileAttributes there = attributesIfThere(path, !onlyNew && !OpenFlags.has(flags, OpenFlags.NOFOLLOW));
        if (there == null) {
            throw creates ? refusedIn(path) : new FileFault(Errno.ENOENT);
        } else if (onlyNew) {
            throw new FileFault(Errno.EEXIST);
        } else if (there.isDirectory() && OpenFlags.has(flags, OpenFlags.WRITE)) {
            throw new FileFault(Errno.EISDIR);
        }
        throw refusal.of(path);
    }

    @Override
    public void createDirectory(String path, int permissions) throws FileFault {
        throw notMade(path);
    }

    @Override
    public void createSymbolicLink(String path, String target) throws FileFault {
        throw notMade(path);
    }

    @Override
    public void createLink(String path, String existing) throws FileFault {
        files.attributes(existing, false);
        throw notMade(path);
    }

    @Override
    public String readSymbolicLink(String path) throws FileFault {
        return files.readSymbolicLink(path);
    }

    @Override
    public void delete(String path) throws FileFault {
        files.attributes(path, false);
        throw refusal.of(path);
    }

    @Override
    public void rename(String from, String to) throws FileFault {
        files.attributes(from, false);
        // The way to it may lead elsewhere by a link.
        attributesIfThere(to, false);
        throw refusal.of(to);
    }

    @Override
    public Listing list(String path) throws FileFault {
        return files.list(path);
    }

    @Override
    public void change(String path, boolean followLinks, AttributeChange change) throws FileFault {
        files.attributes(path, followLinks);
        throw refusal.of(path);
    }

    @Override
    public StoreFacts store(String path) throws FileFault {
        StoreFacts facts = files.store(path);
        return new StoreFacts(
                facts.name(),
                facts.type(),
                true,
                facts.blockBytes(),
                facts.totalBytes(),
                facts.unallocatedBytes(),
                facts.usableBytes());
    }

    @Override
    public Map<String, byte[]> userAttributes(String path, boolean followLinks) throws FileFault {
        return files.userAttributes(path, followLinks);
    }

    @Override
    public void setUserAttribute(String path, boolean followLinks, String name, byte @Nullable [] value)
            throws FileFault {
        files.attributes(path, followLinks);
        throw refusal.of(path);
    }

    @Override
    public Closeable watch(String path, Watcher heard) throws FileFault {
        return files.watch(path, heard);
    }

    @Override
    public void close() {}

    private FileFault notMade(String path) throws FileFault {
        return attributesIfThere(path, false) == null ? refusedIn(path) : new FileFault(Errno.EEXIST);
    }

    /** Of what is not there. */
    private FileFault refusedIn(String path) throws FileFault {
        int slash = path.lastIndexOf('/');
        files.attributes(slash <= 0 ? "/" : path.substring(0, slash), true);
        return refusal.of(path);
    }

    private @Nullable FileAttributes attributesIfThere(String path, boolean followLinks) throws FileFault {
        try {
            return files.attributes(path, followLinks);
        } catch (FileFault e) {
            if (e.errno() == Errno.ENOENT) {
                return null;
            }
            throw e;
        }
    }
}
