package cc.fs.shell;

import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.StoreFacts;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.FileStoreAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The file system on which a virtual file lies. */
final class VirtualStore extends FileStore {
    private static final Set<Class<?>> VIEWS = Set.of(
            BasicFileAttributeView.class,
            PosixFileAttributeView.class,
            FileOwnerAttributeView.class,
            DosFileAttributeView.class,
            UserDefinedFileAttributeView.class);
    private static final Set<String> VIEW_NAMES = Set.of("basic", "posix", "unix", "owner", "user", "dos");

    private final Namespace namespace;
    private final Path path;
    private final StoreFacts first;

    VirtualStore(Namespace namespace, Path path) throws IOException {
        this.namespace = namespace;
        this.path = path;
        first = facts();
    }

    private StoreFacts facts() throws IOException {
        try {
            return namespace.at(path.toString(), FileService::store);
        } catch (FileFault e) {
            throw Nio.failed(e, path);
        }
    }

    @Override
    public String name() {
        return first.name();
    }

    @Override
    public String type() {
        return first.type();
    }

    @Override
    public boolean isReadOnly() {
        return first.readOnly();
    }

    @Override
    public long getTotalSpace() throws IOException {
        return facts().totalBytes();
    }

    @Override
    public long getUsableSpace() throws IOException {
        return facts().usableBytes();
    }

    @Override
    public long getUnallocatedSpace() throws IOException {
        return facts().unallocatedBytes();
    }

    @Override
    public long getBlockSize() {
        return first.blockBytes();
    }

    @Override
    public boolean supportsFileAttributeView(Class<? extends FileAttributeView> type) {
        return VIEWS.contains(type);
    }

    @Override
    public boolean supportsFileAttributeView(String name) {
        return VIEW_NAMES.contains(name);
    }

    @Override
    public <V extends FileStoreAttributeView> @Nullable V getFileStoreAttributeView(Class<V> type) {
        return null;
    }

    @Override
    public Object getAttribute(String attribute) throws IOException {
        return switch (attribute) {
            case "totalSpace" -> getTotalSpace();
            case "usableSpace" -> getUsableSpace();
            case "unallocatedSpace" -> getUnallocatedSpace();
            default -> throw new UnsupportedOperationException("'" + attribute + "' not recognized");
        };
    }

    @Override
    public String toString() {
        return path + " (" + name() + ")";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VirtualStore store && store.first.name().equals(first.name());
    }

    @Override
    public int hashCode() {
        return first.name().hashCode();
    }
}
