package cc.fs.shell;

import cc.agent.boot.VirtualNames;
import cc.fs.mount.PathNames;
import cc.fs.service.AttributeChange;
import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.OpenFlags;
import cc.fs.service.StoreFacts;
import java.io.File;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** {@link File} for virtual files. What fails is false, zero or null there, and not told further. Thread-safe. */
final class ShellNames implements VirtualNames {
    private static final int READ = 4;
    private static final int WRITE = 2;
    private static final int EXECUTE = 1;
    private static final int OWNER_SHIFT = 6;
    private static final int GROUP_SHIFT = 3;
    private static final int DEFAULT_FILE_PERMISSIONS = 0666;
    private static final int DEFAULT_FOLDER_PERMISSIONS = 0777;
    private static final int ALL_WRITE = 0222;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int NAME_MAX = 255;
    private static final int PATH_MAX = 4096;

    private final Namespace namespace;
    private final Libraries libraries;

    ShellNames(Namespace namespace, Libraries libraries) {
        this.namespace = namespace;
        this.libraries = libraries;
    }

    private static String name(File file) throws FileFault {
        String name = file.getPath();
        if (name.isEmpty() && !JdkManners.EMPTY_NAME_IS_DIRECTORY) {
            throw new FileFault(Errno.ENOENT);
        }
        return name;
    }

    private @Nullable FileAttributes attributes(File file) {
        try {
            return namespace.at(name(file), (service, path) -> service.attributes(path, true));
        } catch (FileFault e) {
            return null;
        }
    }

    private boolean done(File file, Namespace.Call<?> call) {
        try {
            namespace.at(name(file), call);
            return true;
        } catch (FileFault e) {
            return false;
        }
    }

    @Override
    public boolean exists(File file) {
        return attributes(file) != null;
    }

    @Override
    public boolean isFile(File file) {
        FileAttributes attributes = attributes(file);
        return attributes != null && attributes.isRegularFile();
    }

    @Override
    public boolean isDirectory(File file) {
        FileAttributes attributes = attributes(file);
        return attributes != null && attributes.isDirectory();
    }

    @Override
    public boolean canRead(File file) {
        return isAllowed(file, READ);
    }

    @Override
    public boolean canWrite(File file) {
        return isAllowed(file, WRITE);
    }

    @Override
    public boolean canExecute(File file) {
        return isAllowed(file, EXECUTE);
    }

    private boolean isAllowed(File file, int access) {
        return done(file, (service, path) -> {
            service.checkAccess(path, access);
            return file;
        });
    }

    @Override
    public long length(File file) {
        FileAttributes attributes = attributes(file);
        return attributes == null ? 0 : attributes.sizeBytes();
    }

    @Override
    public long lastModified(File file) {
        FileAttributes attributes = attributes(file);
        return attributes == null ? 0 : Math.floorDiv(attributes.modifiedNanos(), NANOS_PER_MILLI);
    }

    @Override
    public boolean createNewFile(File file) throws IOException {
        try {
            if (file.getPath().isEmpty()) {
                throw new FileFault(Errno.ENOENT);
            }
            namespace.at(file.getPath(), (service, path) -> {
                service.open(path, OpenFlags.READ | OpenFlags.WRITE | OpenFlags.CREATE_NEW, DEFAULT_FILE_PERMISSIONS)
                        .close();
                return file;
            });
            return true;
        } catch (FileFault e) {
            if (e.errno() == Errno.EEXIST) {
                return false;
            }
            throw JavaIo.failed(e);
        }
    }

    @Override
    public boolean delete(File file) {
        try {
            namespace.delete(name(file));
            return true;
        } catch (FileFault e) {
            return false;
        }
    }

    @Override
    public String @Nullable [] normalizedList(File file) {
        try {
            return namespace.names(file.getPath()).toArray(new String[0]);
        } catch (FileFault e) {
            return null;
        }
    }

    @Override
    public boolean mkdir(File file) {
        return done(file, (service, path) -> {
            service.createDirectory(path, DEFAULT_FOLDER_PERMISSIONS);
            return file;
        });
    }

    @Override
    public boolean renameTo(File file, File target) {
        if (target == null) {
            throw new NullPointerException();
        }
        try {
            namespace.atBoth(name(file), name(target), FileService::rename);
            return true;
        } catch (FileFault e) {
            return false;
        }
    }

    @Override
    public boolean setLastModified(File file, long epochMillis) {
        if (epochMillis < 0) {
            throw new IllegalArgumentException("Negative time");
        }
        long nanos = Math.multiplyExact(epochMillis, NANOS_PER_MILLI);
        return change(file, new AttributeChange(nanos, null, null, null, null));
    }

    @Override
    public boolean setReadOnly(File file) {
        return setPermissions(file, ALL_WRITE, false);
    }

    @Override
    public boolean setReadable(File file, boolean readable, boolean ownerOnly) {
        return setPermissions(file, bits(READ, ownerOnly), readable);
    }

    @Override
    public boolean setWritable(File file, boolean writable, boolean ownerOnly) {
        return setPermissions(file, bits(WRITE, ownerOnly), writable);
    }

    @Override
    public boolean setExecutable(File file, boolean executable, boolean ownerOnly) {
        return setPermissions(file, bits(EXECUTE, ownerOnly), executable);
    }

    private static int bits(int access, boolean ownerOnly) {
        int owner = access << OWNER_SHIFT;
        return ownerOnly ? owner : owner | access << GROUP_SHIFT | access;
    }

    private boolean setPermissions(File file, int bits, boolean set) {
        FileAttributes attributes = attributes(file);
        if (attributes == null) {
            return false;
        }
        int now = attributes.permissions();
        return change(file, new AttributeChange(null, null, set ? now | bits : now & ~bits, null, null));
    }

    private boolean change(File file, AttributeChange change) {
        return done(file, (service, path) -> {
            service.change(path, true, change);
            return file;
        });
    }

    @Override
    public long getTotalSpace(File file) {
        StoreFacts store = store(file);
        return store == null ? 0 : store.totalBytes();
    }

    @Override
    public long getFreeSpace(File file) {
        StoreFacts store = store(file);
        return store == null ? 0 : store.unallocatedBytes();
    }

    @Override
    public long getUsableSpace(File file) {
        StoreFacts store = store(file);
        return store == null ? 0 : store.usableBytes();
    }

    private @Nullable StoreFacts store(File file) {
        try {
            return namespace.at(name(file), FileService::store);
        } catch (FileFault e) {
            return null;
        }
    }

    /** Of a path of which only a first part is there, that part's; {@code ..} after a link leads out of where the link leads. */
    @Override
    public String getCanonicalPath(File file) throws IOException {
        String absolute = file.getAbsolutePath();
        if (absolute.length() >= PATH_MAX) {
            throw new IOException(Errno.ENAMETOOLONG.words());
        }
        String missing = "";
        for (String existing = absolute; existing.length() > 1; ) {
            try {
                String real = namespace.real(existing);
                return missing.isEmpty() ? real : PathNames.normal(real + missing, "/");
            } catch (FileFault e) {
                boolean goesOn = e.errno() == Errno.ENOENT || e.errno() == Errno.ENOTDIR || e.errno() == Errno.EACCES;
                if (!goesOn && !missing.isEmpty()) {
                    throw JavaIo.failed(e);
                }
                int slash = existing.lastIndexOf('/');
                missing = existing.substring(slash) + missing;
                existing = existing.substring(0, slash);
            }
        }
        return PathNames.normal(absolute, "/");
    }

    @Override
    public File createTempFile(String prefix, @Nullable String suffix, File directory) throws IOException {
        if (prefix.length() < 3) {
            throw new IllegalArgumentException("Prefix string \"" + prefix + "\" too short: length must be at least 3");
        }
        String end = suffix == null ? ".tmp" : suffix;
        while (true) {
            String number = Long.toUnsignedString(ThreadLocalRandom.current().nextLong());
            String begin = new File(prefix).getName();
            int excess = begin.length() + number.length() + end.length() - NAME_MAX;
            if (excess > 0) {
                begin = begin.substring(0, Math.max(3, begin.length() - excess));
            }
            String name = begin + number + end;
            File file = new File(directory, name);
            if (!name.equals(file.getName())) {
                throw new IOException("Unable to create temporary file, " + name);
            }
            if (createNewFile(file)) {
                return file;
            }
        }
    }

    @Override
    public File library(File file) {
        return libraries.here(file);
    }

    @Override
    public String library(String name) {
        return name.indexOf('/') < 0 ? name : libraries.here(new File(name)).getPath();
    }
}
