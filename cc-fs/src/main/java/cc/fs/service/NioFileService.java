package cc.fs.service;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Does what a program asks for by any {@code java.nio.file} file system whose names are separated by slashes. On this
 * machine's own, all is as the system calls would have it; what a poorer one lacks is made up.
 */
public final class NioFileService implements FileService {
    /** Of Linux, without the byte at the end. */
    private static final int MAX_PATH_BYTES = 4095;

    private final FileSystem system;
    private final boolean ofMachine;
    private final boolean posix;
    private final AttributeReader attributes;
    private final LockTable locks;
    private final DirectoryWatches watches;
    private final FileOpener opener;
    private final Set<OpenFile> open = ConcurrentHashMap.newKeySet();

    /** @param system not closed with the service */
    public NioFileService(FileSystem system) {
        this.system = system;
        ofMachine = system.equals(FileSystems.getDefault());
        posix = system.supportedFileAttributeViews().contains("posix");
        attributes = AttributeReader.of(system);
        locks = ofMachine ? LockTable.MACHINE : new LockTable();
        watches = new DirectoryWatches(system);
        opener = new FileOpener(attributes, ofMachine, posix);
    }

    @Override
    public FileAttributes attributes(String path, boolean followLinks) throws FileFault {
        return Faults.attempt(() -> attributes.read(checked(path, followLinks), followLinks));
    }

    @Override
    public void checkAccess(String path, int access) throws FileFault {
        List<AccessMode> modes = new ArrayList<>();
        if ((access & 4) != 0) {
            modes.add(AccessMode.READ);
        }
        if ((access & 2) != 0) {
            modes.add(AccessMode.WRITE);
        }
        if ((access & 1) != 0) {
            modes.add(AccessMode.EXECUTE);
        }
        Faults.attempt(() -> {
            Path file = checked(path, true);
            system.provider().checkAccess(file, modes.toArray(new AccessMode[0]));
        });
    }

    @Override
    public OpenFile open(String path, int flags, int permissions) throws FileFault {
        return Faults.attempt(() -> {
            Path file = checked(path, false);
            FileOpener.Opened opened = opener.open(file, flags, permissions);
            return opened(file, opened.channel(), opened.attributes());
        });
    }

    @Override
    public void createDirectory(String path, int permissions) throws FileFault {
        Faults.attempt(() -> Files.createDirectory(checked(path, false), created(permissions)));
    }

    @Override
    public void createSymbolicLink(String path, String target) throws FileFault {
        Faults.attempt(() -> Files.createSymbolicLink(checked(path, false), system.getPath(target)));
    }

    @Override
    public void createLink(String path, String existing) throws FileFault {
        Faults.attempt(() -> Files.createLink(checked(path, false), checked(existing, false)));
    }

    @Override
    public String readSymbolicLink(String path) throws FileFault {
        return Faults.attempt(() -> Files.readSymbolicLink(checked(path, false)).toString());
    }

    @Override
    public void delete(String path) throws FileFault {
        Faults.attempt(() -> Files.delete(checked(path, false)));
    }

    @Override
    public void rename(String from, String to) throws FileFault {
        CopyOption how = ofMachine ? StandardCopyOption.ATOMIC_MOVE : StandardCopyOption.REPLACE_EXISTING;
        Faults.attempt(() -> Files.move(checked(from, false), checked(to, false), how));
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // Whoever lists closes it.
    public Listing list(String path) throws FileFault {
        return Faults.attempt(() -> new NioListing(Files.newDirectoryStream(checked(path, true)), attributes));
    }

    @Override
    public void change(String path, boolean followLinks, AttributeChange change) throws FileFault {
        Faults.attempt(() -> {
            Path file = checked(path, followLinks);
            new AttributeChanger(file, followLinks).apply(change);
            disturbed(file, followLinks);
        });
    }

    @Override
    public StoreFacts store(String path) throws FileFault {
        return Faults.attempt(() -> {
            FileStore store = Files.getFileStore(checked(path, true));
            return new StoreFacts(
                    store.name(),
                    store.type(),
                    store.isReadOnly(),
                    blockBytes(store),
                    store.getTotalSpace(),
                    store.getUnallocatedSpace(),
                    store.getUsableSpace());
        });
    }

    @Override
    public Map<String, byte[]> userAttributes(String path, boolean followLinks) throws FileFault {
        return Faults.attempt(() -> {
            Path file = checked(path, followLinks);
            Map<String, byte[]> all = new UserAttributes(file, followLinks).all();
            disturbed(file, followLinks);
            return all;
        });
    }

    @Override
    public void setUserAttribute(String path, boolean followLinks, String name, byte @Nullable [] value)
            throws FileFault {
        Faults.attempt(() -> {
            Path file = checked(path, followLinks);
            new UserAttributes(file, followLinks).set(name, value);
            disturbed(file, followLinks);
        });
    }

    @Override
    public Closeable watch(String path, Watcher heard) throws FileFault {
        return Faults.attempt(() -> watches.watch(checked(path, true), heard));
    }

    @Override
    public void close() {
        watches.close();
        for (OpenFile file : open) {
            try {
                file.close();
            } catch (FileFault e) {
                // Nobody is left to hear of it.
            }
        }
    }

    LockTable locks() {
        return locks;
    }

    void forget(OpenFile file) {
        open.remove(file);
    }

    /** Of the entry itself; null if there is none. */
    @Nullable
    FileAttributes attributesIfThere(Path path) throws FileFault {
        try {
            return attributes.read(path, false);
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException | RuntimeException e) {
            throw Faults.of(e);
        }
    }

    private OpenFile opened(Path path, FileChannel channel, FileAttributes known) {
        NioOpenFile file = new NioOpenFile(this, channel, path, known);
        open.add(file);
        return file;
    }

    /** @param followLinks whether the file itself must not be a link, either */
    private Path checked(String name, boolean followLinks) throws IOException {
        if (ofMachine
                && name.length() > MAX_PATH_BYTES / 3
                && name.getBytes(StandardCharsets.UTF_8).length > MAX_PATH_BYTES) {
            throw new FileFault(Errno.ENAMETOOLONG);
        }
        Path path = system.getPath(name);
        if (followLinks) {
            LinkCheck.requireReal(path);
        } else {
            LinkCheck.requireRealParent(path);
        }
        return path;
    }

    private FileAttribute<?>[] created(int permissions) {
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(Permissions.of(permissions))}
                : new FileAttribute<?>[0];
    }

    private void disturbed(Path file, boolean followLinks) throws IOException {
        locks.disturbed(FileKey.of(attributes.read(file, followLinks)));
    }

    private static long blockBytes(FileStore store) throws IOException {
        try {
            return store.getBlockSize();
        } catch (UnsupportedOperationException e) {
            return 1;
        }
    }
}
