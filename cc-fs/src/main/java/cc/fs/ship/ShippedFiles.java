package cc.fs.ship;

import cc.fs.service.AttributeChange;
import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import cc.fs.service.StoreFacts;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Files of another machine that are read from copies on this one. Whether a copy is the file's is asked at each open; all
 * but reading is the other machine's affair.
 */
public final class ShippedFiles implements FileService {
    private final String machine;
    private final FileService files;
    private final FileService local;
    private final ContentCache cache;

    /**
     * @param machine whose files they are
     * @param files the machine's; not closed with this
     * @param local this machine's; not closed with this
     */
    public ShippedFiles(String machine, FileService files, FileService local, ContentCache cache) {
        this.machine = machine;
        this.files = files;
        this.local = local;
        this.cache = cache;
    }

    @Override
    public OpenFile open(String path, int flags, int permissions) throws FileFault {
        if (OpenFlags.has(flags, OpenFlags.WRITE)) {
            return files.open(path, flags, permissions);
        }
        FileAttributes attributes = files.attributes(path, !OpenFlags.has(flags, OpenFlags.NOFOLLOW));
        if (!attributes.isRegularFile()) {
            return files.open(path, flags, permissions);
        }
        try {
            Path copy = cache.copy(machine, path, attributes, () -> files.open(path, OpenFlags.READ, 0));
            return new ShippedFile(local.open(copy.toRealPath().toString(), OpenFlags.READ, 0), attributes);
        } catch (FileFault e) {
            throw e;
        } catch (IOException e) {
            FileFault fault = new FileFault(Errno.OTHER, "it cannot be brought to this machine: " + e.getMessage());
            fault.initCause(e);
            throw fault;
        }
    }

    @Override
    public FileAttributes attributes(String path, boolean followLinks) throws FileFault {
        return files.attributes(path, followLinks);
    }

    @Override
    public void checkAccess(String path, int access) throws FileFault {
        files.checkAccess(path, access);
    }

    @Override
    public String readSymbolicLink(String path) throws FileFault {
        return files.readSymbolicLink(path);
    }

    @Override
    public Listing list(String path) throws FileFault {
        return files.list(path);
    }

    @Override
    public StoreFacts store(String path) throws FileFault {
        return files.store(path);
    }

    @Override
    public Map<String, byte[]> userAttributes(String path, boolean followLinks) throws FileFault {
        return files.userAttributes(path, followLinks);
    }

    @Override
    public Closeable watch(String path, Watcher heard) throws FileFault {
        return files.watch(path, heard);
    }

    @Override
    public void createDirectory(String path, int permissions) throws FileFault {
        files.createDirectory(path, permissions);
    }

    @Override
    public void createSymbolicLink(String path, String target) throws FileFault {
        files.createSymbolicLink(path, target);
    }

    @Override
    public void createLink(String path, String existing) throws FileFault {
        files.createLink(path, existing);
    }

    @Override
    public void delete(String path) throws FileFault {
        files.delete(path);
    }

    @Override
    public void rename(String from, String to) throws FileFault {
        files.rename(from, to);
    }

    @Override
    public void change(String path, boolean followLinks, AttributeChange change) throws FileFault {
        files.change(path, followLinks, change);
    }

    @Override
    public void setUserAttribute(String path, boolean followLinks, String name, byte @Nullable [] value)
            throws FileFault {
        files.setUserAttribute(path, followLinks, name, value);
    }

    @Override
    public void close() {}
}
