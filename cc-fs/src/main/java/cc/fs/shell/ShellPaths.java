package cc.fs.shell;

import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.OpenFlags;
import java.io.FileDescriptor;
import java.io.IOException;
import java.net.URI;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileAttribute;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Paths of {@code java.nio.file} that are virtual. Thread-safe. */
final class ShellPaths extends PathAttributes {
    private static final int DEFAULT_FOLDER_PERMISSIONS = 0777;

    private final @Nullable OpenFiles files;
    private final Watches watches;

    ShellPaths(Namespace namespace) {
        this(namespace, null);
    }

    ShellPaths(Namespace namespace, @Nullable OpenFiles files) {
        super(namespace);
        this.files = files;
        watches = new Watches(namespace);
    }

    @Override
    public FileDescriptor open(Path path, Object flags, int permissions) throws IOException {
        int bits = ChannelFlags.read(flags);
        FileDescriptor descriptor = new FileDescriptor();
        try {
            Objects.requireNonNull(files).open(descriptor, path.toString(), bits, permissions, false);
        } catch (FileFault e) {
            if (e.errno() == Errno.ELOOP && OpenFlags.has(bits, OpenFlags.NOFOLLOW)) {
                throw new IOException(e.getMessage() + " (NOFOLLOW_LINKS specified)");
            }
            throw Nio.failed(e, path);
        }
        Native.DESCRIPTORS.setAppend(descriptor, OpenFlags.has(bits, OpenFlags.APPEND));
        return descriptor;
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>[] attributes) throws IOException {
        int permissions = Permissions.wanted(attributes, DEFAULT_FOLDER_PERMISSIONS);
        done(path, (service, place) -> {
            service.createDirectory(place, permissions);
            return place;
        });
    }

    @Override
    public void createSymbolicLink(Path link, Path target, FileAttribute<?>[] attributes) throws IOException {
        if (target == null) {
            throw new NullPointerException();
        } else if (attributes.length > 0) {
            throw new UnsupportedOperationException(
                    "Initial file attributes" + "not supported when creating symbolic link");
        }
        done(link, (service, place) -> {
            service.createSymbolicLink(place, target.toString());
            return place;
        });
    }

    @Override
    public void createLink(Path link, Path existing) throws IOException {
        if (existing == null) {
            throw new NullPointerException();
        }
        try {
            namespace.atBoth(link.toString(), existing.toString(), FileService::createLink);
        } catch (FileFault e) {
            throw Nio.failed(e, link, existing);
        }
    }

    @Override
    public Path readSymbolicLink(Path link) throws IOException {
        try {
            return link.getFileSystem()
                    .getPath(namespace.at(link.toString(), (service, place) -> service.readSymbolicLink(place)));
        } catch (FileFault e) {
            if (e.errno() == Errno.EINVAL) {
                throw new NotLinkException(link.toString());
            }
            throw Nio.failed(e, link);
        }
    }

    @Override
    public boolean implDelete(Path path, boolean failIfNotExists) throws IOException {
        try {
            namespace.delete(path.toString());
            return true;
        } catch (FileFault e) {
            if (!failIfNotExists && e.errno() == Errno.ENOENT) {
                return false;
            } else if (e.errno() == Errno.ENOTEMPTY || e.errno() == Errno.EEXIST) {
                throw new DirectoryNotEmptyException(path.toString());
            }
            throw Nio.failed(e, path);
        }
    }

    @Override
    public void copy(Path from, Path to, CopyOption[] options) throws IOException {
        new FileCopy(namespace, from, to).copy(options);
    }

    @Override
    public void move(Path from, Path to, CopyOption[] options) throws IOException {
        new FileCopy(namespace, from, to).move(options);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        Objects.requireNonNull(filter);
        return new SecureVirtualDirectory(namespace, this, path, filter);
    }

    List<String> names(Path path) throws IOException {
        try {
            return namespace.names(path.toString());
        } catch (FileFault e) {
            if (e.errno() == Errno.ENOTDIR) {
                throw new NotDirectoryException(path.toString());
            }
            throw Nio.failed(e, path);
        }
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return new VirtualStore(namespace, path);
    }

    @Override
    public Path toRealPath(Path path, LinkOption[] options) throws IOException {
        boolean followLinks = Nio.follows(options);
        try {
            if (followLinks) {
                return path.getFileSystem().getPath(namespace.real(path.toString()));
            }
            Path real = withoutDots(path.toAbsolutePath());
            namespace.at(real.toString(), (service, place) -> service.attributes(place, false));
            return real;
        } catch (FileFault e) {
            throw Nio.failed(e, path);
        }
    }

    /** As the JDK writes it, except for what it finds out on this machine. */
    @Override
    public URI toUri(Path path) {
        String written;
        ShellThread.enter();
        try {
            written = path.toUri().toString();
        } finally {
            ShellThread.leave();
        }
        boolean isRoot = path.toAbsolutePath().getNameCount() == 0;
        String bare = written.endsWith("/") && !isRoot ? written.substring(0, written.length() - 1) : written;
        return URI.create(!isRoot && isDirectory(path) ? bare + "/" : bare);
    }

    /** Keeps {@code ..} after a link, since without it the path would lead elsewhere. */
    private Path withoutDots(Path absolute) throws FileFault {
        Path root = Objects.requireNonNull(absolute.getRoot());
        Path result = root;
        for (Path name : absolute) {
            String text = name.toString();
            if (text.equals("..") && !isLink(result)) {
                Path parent = result.getParent();
                result = parent == null ? root : parent;
            } else if (!text.equals(".")) {
                result = result.resolve(name);
            }
        }
        return result;
    }

    private boolean isLink(Path path) throws FileFault {
        return namespace.at(
                path.toString(),
                (service, place) -> service.attributes(place, false).isSymbolicLink());
    }

    @Override
    public WatchKey register(
            Path path, WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier[] modifiers)
            throws IOException {
        return watches.register(path, watcher, events, modifiers);
    }
}
