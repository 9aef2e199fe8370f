package cc.fs.shell;

import cc.fs.service.FileFault;
import java.io.FileDescriptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** All parts of virtual files that are mapped into memory, by the handles that their buffers keep. Thread-safe. */
final class Mappings {
    /** Handles of open files are smaller. */
    private static final long FIRST_HANDLE = 1L << 48;

    private final OpenFiles files;
    private final Namespace namespace;
    private final Map<Long, Mapping> byHandle = new ConcurrentHashMap<>();
    private final AtomicLong nextHandle = new AtomicLong(FIRST_HANDLE);

    /** Of the thread that is just mapping something: the JDK tells in two calls what it does. */
    @SuppressWarnings("ThreadLocalUsage") // There is one object of this class.
    private final ThreadLocal<@Nullable Mapping> prepared = new ThreadLocal<>();

    Mappings(OpenFiles files, Namespace namespace) {
        this.files = files;
        this.namespace = namespace;
    }

    static boolean isMapping(long handle) {
        return handle >= FIRST_HANDLE;
    }

    /**
     * Brings here what is to be mapped.
     *
     * @throws IOException if that is more than the rules allow
     */
    void prepare(FileDescriptor descriptor, FileChannel.@Nullable MapMode mode, long position, long size)
            throws IOException {
        if (mode == null || position < 0 || size <= 0 || position + size < 0) {
            // The JDK says what is wrong with that.
            return;
        }
        VirtualFile file = files.of(descriptor);
        if (!file.isReadable() || (mode == FileChannel.MapMode.READ_WRITE && !file.isWritable())) {
            return;
        } else if (file.file().attributes().isDirectory()) {
            throw new IOException("No such device");
        }
        if (file.size() < position + size && !file.isWritable()) {
            return;
        }
        long limit = namespace.rule(file.path()).mapLimitBytes();
        if (size > limit) {
            throw new IOException("Map failed: " + size + " bytes of " + file.path()
                    + " are more than are mapped of a file of another machine (" + limit
                    + "); a rule for it with map=SIZE allows more");
        }
        file.placeholder().writeBackMapped();
        prepared.set(new Mapping(file, position, size, mode == FileChannel.MapMode.READ_WRITE));
    }

    /** What the buffer of what was just mapped keeps. */
    FileDescriptor opened() {
        Mapping mapping = prepared.get();
        prepared.remove();
        FileDescriptor descriptor = new FileDescriptor();
        if (mapping != null) {
            long handle = nextHandle.getAndIncrement();
            mapping.file().retain();
            mapping.file().placeholder().add(mapping);
            byHandle.put(handle, mapping);
            Native.DESCRIPTORS.setHandle(descriptor, handle);
        }
        return descriptor;
    }

    /** Returns when all that the program has changed is on the disk. */
    void force(long handle) {
        Mapping mapping = byHandle.get(handle);
        if (mapping == null) {
            return;
        }
        try {
            mapping.writeBack();
            mapping.file().file().force(false);
        } catch (FileFault e) {
            throw new UncheckedIOException(JavaIo.failed(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The memory is gone; what the program has changed is still in the placeholder. */
    void close(long handle) throws IOException {
        Mapping mapping = byHandle.remove(handle);
        if (mapping == null) {
            return;
        }
        try {
            mapping.writeBack();
        } finally {
            mapping.file().placeholder().remove(mapping);
            files.release(mapping.file());
        }
    }

    /** Writes back what all have changed. */
    void writeBack() throws IOException {
        for (Mapping mapping : byHandle.values()) {
            mapping.writeBack();
        }
    }
}
