package cc.fs.shell;

import cc.agent.boot.VirtualPaths;
import cc.fs.service.AttributeChange;
import cc.fs.service.Errno;
import cc.fs.service.FileAttributes;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import java.io.FileDescriptor;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.AccessMode;
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
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.nio.file.attribute.UserPrincipal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Paths of {@code java.nio.file} that are virtual. Thread-safe. */
final class ShellPaths implements VirtualPaths {
    private static final int READ = 4;
    private static final int WRITE = 2;
    private static final int EXECUTE = 1;
    private static final int DEFAULT_FOLDER_PERMISSIONS = 0777;

    private final Namespace namespace;
    private final @Nullable OpenFiles files;
    private final Watches watches;

    ShellPaths(Namespace namespace) {
        this(namespace, null);
    }

    ShellPaths(Namespace namespace, @Nullable OpenFiles files) {
        this.namespace = namespace;
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
            if (e.errno() == Errno.ELOOP && cc.fs.service.OpenFlags.has(bits, cc.fs.service.OpenFlags.NOFOLLOW)) {
                throw new IOException(e.getMessage() + " (NOFOLLOW_LINKS specified)");
            }
            throw Nio.failed(e, path);
        }
        Native.DESCRIPTORS.setAppend(descriptor, cc.fs.service.OpenFlags.has(bits, cc.fs.service.OpenFlags.APPEND));
        return descriptor;
    }

    // ------------------------------------------------------------ questions

    @Override
    public void checkAccess(Path path, AccessMode[] modes) throws IOException {
        int access = 0;
        for (AccessMode mode : modes) {
            access |= switch (mode) {
                case READ -> READ;
                case WRITE -> WRITE;
                case EXECUTE -> EXECUTE;
            };
        }
        check(path, access);
    }

    private void check(Path path, int access) throws IOException {
        try {
            namespace.at(path.toString(), (service, place) -> {
                service.checkAccess(place, access);
                return place;
            });
        } catch (FileFault e) {
            throw Nio.notSeen(e, path);
        }
    }

    private boolean isAllowed(Path path, int access) {
        try {
            check(path, access);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private @Nullable FileAttributes attributesOrNull(Path path, boolean followLinks) {
        try {
            return namespace.at(path.toString(), (service, place) -> service.attributes(place, followLinks));
        } catch (FileFault e) {
            return null;
        }
    }

    @Override
    public boolean exists(Path path) {
        return attributesOrNull(path, true) != null;
    }

    @Override
    public boolean exists(Path path, LinkOption[] options) {
        return attributesOrNull(path, Nio.follows(options)) != null;
    }

    @Override
    public boolean isDirectory(Path path) {
        FileAttributes attributes = attributesOrNull(path, true);
        return attributes != null && attributes.isDirectory();
    }

    @Override
    public boolean isRegularFile(Path path) {
        FileAttributes attributes = attributesOrNull(path, true);
        return attributes != null && attributes.isRegularFile();
    }

    @Override
    public boolean isReadable(Path path) {
        return isAllowed(path, READ);
    }

    @Override
    public boolean isWritable(Path path) {
        return isAllowed(path, WRITE);
    }

    @Override
    public boolean isExecutable(Path path) {
        return isAllowed(path, EXECUTE);
    }

    @Override
    public boolean isSameFile(Path one, Path other) throws IOException {
        if (other == null) {
            throw new NullPointerException();
        } else if (one.equals(other)) {
            return true;
        } else if (one.getFileSystem() != other.getFileSystem()) {
            return false;
        }
        return key(one).equals(key(other));
    }

    private Object key(Path path) throws IOException {
        return done(
                path, (service, place) -> new VirtualAttributes(service.attributes(place, true), service).fileKey());
    }

    /** Whether two paths, of which at least the first is there, are of the same machine. */
    static boolean sameService(Namespace namespace, Path one, Path other) throws IOException {
        try {
            Object first = namespace.at(one.toString(), (service, place) -> service);
            return first == namespace.at(other.toString(), (service, place) -> service);
        } catch (FileFault e) {
            throw Nio.failed(e, one, other);
        }
    }

    // ------------------------------------------------------------ attributes

    @Override
    public BasicFileAttributes readAttributes(Path path, Class<?> type, LinkOption[] options) throws IOException {
        boolean followLinks = Nio.follows(options);
        if (type == BasicFileAttributes.class || type == PosixFileAttributes.class) {
            return new AttributeView(namespace, path, followLinks, "posix").readAttributes();
        } else if (type == DosFileAttributes.class) {
            return new DosView(namespace, path, followLinks).readAttributes();
        }
        Objects.requireNonNull(type);
        throw new UnsupportedOperationException();
    }

    @Override
    public @Nullable BasicFileAttributes readAttributesIfExists(Path path, Class<?> type, LinkOption[] options)
            throws IOException {
        try {
            return readAttributes(path, type, options);
        } catch (java.nio.file.NoSuchFileException e) {
            return null;
        }
    }

    @Override
    public @Nullable FileAttributeView getFileAttributeView(Path path, Class<?> type, LinkOption[] options) {
        boolean followLinks = Nio.follows(options);
        if (type == BasicFileAttributeView.class) {
            return new AttributeView(namespace, path, followLinks, "basic");
        } else if (type == PosixFileAttributeView.class) {
            return new AttributeView(namespace, path, followLinks, "posix");
        } else if (type == FileOwnerAttributeView.class) {
            return new AttributeView(namespace, path, followLinks, "owner");
        } else if (type == DosFileAttributeView.class) {
            return new DosView(namespace, path, followLinks);
        } else if (type == UserDefinedFileAttributeView.class) {
            return new UserAttributeView(namespace, path, followLinks);
        }
        Objects.requireNonNull(type);
        return null;
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String attribute, LinkOption[] options) throws IOException {
        boolean followLinks = Nio.follows(options);
        int colon = attribute.indexOf(':');
        if (colon == 0) {
            throw new IllegalArgumentException(attribute);
        }
        String view = colon < 0 ? "basic" : attribute.substring(0, colon);
        String names = attribute.substring(colon + 1);
        if (view.equals("user")) {
            return userAttributes(path, names, followLinks);
        }
        NamedAttributes.check(view, names);
        if (view.equals(DosView.NAME)) {
            DosAttributes attributes = new DosView(namespace, path, followLinks).readAttributes();
            return NamedAttributes.read(view, names, attributes.basic(), attributes.flags());
        }
        return NamedAttributes.read(
                view, names, new AttributeView(namespace, path, followLinks, view).readAttributes(), 0);
    }

    private Map<String, Object> userAttributes(Path path, String names, boolean followLinks) throws IOException {
        Map<String, byte[]> all = new UserAttributeView(namespace, path, followLinks).all();
        Map<String, Object> wanted = new LinkedHashMap<>();
        for (String name : names.equals("*") ? all.keySet() : List.of(names.split(","))) {
            byte[] value = all.get(name);
            if (value != null) {
                wanted.put(name, value);
            }
        }
        return Collections.unmodifiableMap(wanted);
    }

    @Override
    @SuppressWarnings("unchecked") // As the JDK does: a value of another type is the caller's mistake.
    public void setAttribute(Path path, String attribute, Object value, LinkOption[] options) throws IOException {
        boolean followLinks = Nio.follows(options);
        int colon = attribute.indexOf(':');
        String view = colon < 0 ? "basic" : attribute.substring(0, colon);
        String name = attribute.substring(colon + 1);
        if (view.equals("user")) {
            ByteBuffer bytes = value instanceof byte[] array ? ByteBuffer.wrap(array) : (ByteBuffer) value;
            new UserAttributeView(namespace, path, followLinks).write(name, bytes);
            return;
        }
        NamedAttributes.check(view, name);
        if (view.equals(DosView.NAME) && new DosView(namespace, path, followLinks).setFlag(name, value)) {
            return;
        }
        AttributeChange change = switch (name) {
            case "lastModifiedTime" ->
                new AttributeChange(((FileTime) value).to(TimeUnit.NANOSECONDS), null, null, null, null);
            case "lastAccessTime" ->
                new AttributeChange(null, ((FileTime) value).to(TimeUnit.NANOSECONDS), null, null, null);
            case "creationTime" -> new AttributeChange(null, null, null, null, null);
            case "permissions" -> new AttributeChange(null, null, Permissions.bits((Set<Object>) value), null, null);
            case "mode" -> new AttributeChange(null, null, (Integer) value, null, null);
            case "owner" -> new AttributeChange(null, null, null, ((UserPrincipal) value).getName(), null);
            case "group" -> new AttributeChange(null, null, null, null, ((GroupPrincipal) value).getName());
            case "uid" -> new AttributeChange(null, null, null, value.toString(), null);
            case "gid" -> new AttributeChange(null, null, null, null, value.toString());
            default -> throw new IllegalArgumentException("'" + view + ":" + name + "' not recognized");
        };
        new AttributeView(namespace, path, followLinks, view).change(change);
    }

    // ------------------------------------------------------------ names

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

    private <T> T done(Path path, Namespace.Call<T> call) throws IOException {
        try {
            return namespace.at(path.toString(), call);
        } catch (FileFault e) {
            throw Nio.failed(e, path);
        }
    }
}
