package cc.fs.shell;

import cc.fs.mount.MountTable;
import cc.fs.service.AttributeChange;
import cc.fs.service.DirectoryEntry;
import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.OpenFile;
import cc.fs.service.ReadOnlyFiles;
import cc.fs.service.StoreFacts;
import java.io.Closeable;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What rules keep from a program. All fails, but that folders on the way to something that it may see are there, and show
 * the way: otherwise it could not find what it may use.
 */
final class FencedFiles implements FileService {
    private static final int WRITE = 2;
    /** As {@code st_mode} has it. */
    private static final int READABLE_FOLDER = 0x4000 | 0555;

    private static final String OWNER = "root";

    private final MountTable table;
    private final ReadOnlyFiles.Refusal refusal;

    /** @param refusal what becomes of anything else */
    FencedFiles(MountTable table, ReadOnlyFiles.Refusal refusal) {
        this.table = table;
        this.refusal = refusal;
    }

    @Override
    public FileAttributes attributes(String path, boolean followLinks) throws FileFault {
        requireOnTheWay(path);
        return new FileAttributes(
                READABLE_FOLDER, 0, Integer.toUnsignedLong(path.hashCode()), 0, 2, 0, 0, OWNER, OWNER, 0, 0, 0, 0, 0);
    }

    @Override
    public void checkAccess(String path, int access) throws FileFault {
        if (!table.leadsOn(path)) {
            throw refusal.of(path);
        } else if ((access & WRITE) != 0) {
            throw new FileFault(Errno.EACCES);
        }
    }

    @Override
    public OpenFile open(String path, int flags, int permissions) throws FileFault {
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
        throw notMade(path);
    }

    @Override
    public String readSymbolicLink(String path) throws FileFault {
        requireOnTheWay(path);
        throw new FileFault(Errno.EINVAL);
    }

    @Override
    public void delete(String path) throws FileFault {
        throw refusal.of(path);
    }

    @Override
    public void rename(String from, String to) throws FileFault {
        throw refusal.of(from);
    }

    @Override
    public Listing list(String path) throws FileFault {
        requireOnTheWay(path);
        return new Names(table.namesOnTheWay(path).iterator());
    }

    @Override
    public void change(String path, boolean followLinks, AttributeChange change) throws FileFault {
        throw refusal.of(path);
    }

    @Override
    public StoreFacts store(String path) throws FileFault {
        requireOnTheWay(path);
        return new StoreFacts("cc", "cc", true, 1, 0, 0, 0);
    }

    @Override
    public Map<String, byte[]> userAttributes(String path, boolean followLinks) throws FileFault {
        requireOnTheWay(path);
        return Map.of();
    }

    @Override
    public void setUserAttribute(String path, boolean followLinks, String name, byte @Nullable [] value)
            throws FileFault {
        throw refusal.of(path);
    }

    @Override
    public Closeable watch(String path, Watcher heard) throws FileFault {
        requireOnTheWay(path);
        // Rules don't change.
        return () -> {};
    }

    @Override
    public void close() {}

    private FileFault notMade(String path) {
        return table.leadsOn(path) ? new FileFault(Errno.EEXIST) : refusal.of(path);
    }

    private void requireOnTheWay(String path) throws FileFault {
        if (!table.leadsOn(path)) {
            throw refusal.of(path);
        }
    }

    /** Names of which no more is known. */
    private record Names(Iterator<String> names) implements Listing {
        @Override
        public boolean hasNext() {
            return names.hasNext();
        }

        @Override
        public DirectoryEntry next() {
            return new DirectoryEntry(names.next(), null);
        }

        @Override
        public void close() {}
    }
}
