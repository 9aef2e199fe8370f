package cc.fs.shell;

import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.ClosedDirectoryStreamException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A virtual directory whose files are named relative to it, as programs do that delete whole trees. The directory must be
 * where it was when it was opened: if its path leads elsewhere meanwhile, nothing is done. That is looked at before each
 * operation, and so less than the kernel of one machine promises by holding the directory itself. Thread-safe.
 */
final class SecureVirtualDirectory implements SecureDirectoryStream<Path> {
    private final Namespace namespace;
    private final ShellPaths paths;
    private final Path directory;
    private final VirtualDirectory entries;
    private final Object key;
    private volatile boolean closed;

    SecureVirtualDirectory(
            Namespace namespace, ShellPaths paths, Path directory, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        this.namespace = namespace;
        this.paths = paths;
        this.directory = directory;
        entries = new VirtualDirectory(directory, paths.names(directory), filter);
        key = new AttributeView(namespace, directory, true, "basic")
                .readAttributes()
                .fileKey();
    }

    @Override
    public Iterator<Path> iterator() {
        return entries.iterator();
    }

    @Override
    public void close() {
        closed = true;
        entries.close();
    }

    /** @throws FileFault if the directory is not where it was */
    private Path place(Path path) throws FileFault {
        if (closed) {
            throw new ClosedDirectoryStreamException();
        } else if (path.isAbsolute()) {
            return path;
        }
        Object now = namespace.at(
                directory.toString(),
                (service, place) -> new VirtualAttributes(service.attributes(place, true), service).fileKey());
        if (!now.equals(key)) {
            throw new FileFault(Errno.ENOENT);
        }
        return directory.resolve(path);
    }

    @Override
    public SecureDirectoryStream<Path> newDirectoryStream(Path path, LinkOption... options) throws IOException {
        try {
            Path place = place(path);
            if (!Nio.follows(options) && attributes(place).isSymbolicLink()) {
                throw new FileFault(Errno.ELOOP);
            }
            return new SecureVirtualDirectory(namespace, paths, place, any -> true);
        } catch (FileFault e) {
            throw Nio.failed(e, path);
        }
    }

    private FileAttributes attributes(Path place) throws FileFault {
        return namespace.at(place.toString(), (service, its) -> service.attributes(its, false));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        try {
            return Files.newByteChannel(place(path), options, attributes);
        } catch (FileFault e) {
            throw Nio.failed(e, path);
        }
    }

    @Override
    public void deleteFile(Path path) throws IOException {
        delete(path, false);
    }

    @Override
    public void deleteDirectory(Path path) throws IOException {
        delete(path, true);
    }

    private void delete(Path path, boolean isDirectory) throws IOException {
        try {
            Path place = place(path);
            if (attributes(place).isDirectory() != isDirectory) {
                throw new FileFault(isDirectory ? Errno.ENOTDIR : Errno.EISDIR);
            }
            namespace.delete(place.toString());
        } catch (FileFault e) {
            if (isDirectory && (e.errno() == Errno.ENOTEMPTY || e.errno() == Errno.EEXIST)) {
                throw new DirectoryNotEmptyException(path.toString());
            }
            throw Nio.failed(e, path);
        }
    }

    @Override
    public void move(Path from, SecureDirectoryStream<Path> target, Path to) throws IOException {
        if (target == null) {
            throw new NullPointerException();
        } else if (!(target instanceof SecureVirtualDirectory other)) {
            throw new ProviderMismatchException();
        } else {
            try {
                namespace.atBoth(place(from).toString(), other.place(to).toString(), FileService::rename);
            } catch (FileFault e) {
                if (e.errno() == Errno.EXDEV) {
                    throw new java.nio.file.AtomicMoveNotSupportedException(
                            from.toString(), to.toString(), e.getMessage());
                }
                throw Nio.failed(e, from, to);
            }
        }
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(Class<V> type) {
        return type.cast(paths.getFileAttributeView(directory, type, new LinkOption[0]));
    }

    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return type.cast(paths.getFileAttributeView(directory.resolve(path), type, options));
    }
}
