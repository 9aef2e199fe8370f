package cc.fs.shell;

import cc.agent.boot.VirtualDescriptors;
import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import cc.fs.service.OpenFlags;
import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;

/** Open files, as streams and channels of the JDK use them. Stateless but for what is open. */
final class ShellDescriptors implements VirtualDescriptors {
    /** Of a new file, before the machine's mask is applied. */
    private static final int DEFAULT_PERMISSIONS = 0666;

    // As RandomAccessFile has them.
    private static final int MODE_READ_WRITE = 2;
    private static final int MODE_SYNC = 4;
    private static final int MODE_DSYNC = 8;

    /** From here on {@code FileDescriptor.sync} is hooked. */
    private static final int FIRST_WITH_SYNC_IN_JAVA = 21;

    private static final boolean SYNC_IS_NATIVE = Runtime.version().feature() < FIRST_WITH_SYNC_IN_JAVA;

    private final OpenFiles files;
    private final Transfers transfers;
    private final FileLocking locking;
    private final Mappings mappings;
    private final Abandoned abandoned;

    ShellDescriptors(OpenFiles files, Mappings mappings) {
        this.files = files;
        this.mappings = mappings;
        transfers = new Transfers(files);
        locking = new FileLocking(files);
        abandoned = new Abandoned(files, mappings);
    }

    // ------------------------------------------------------------ java.io

    @Override
    public void openInput(FileDescriptor descriptor, String name) throws FileNotFoundException {
        open(descriptor, name, OpenFlags.READ, false);
    }

    @Override
    public void openOutput(FileDescriptor descriptor, String name, boolean append) throws FileNotFoundException {
        int flags = OpenFlags.WRITE | OpenFlags.CREATE | (append ? OpenFlags.APPEND : OpenFlags.TRUNCATE);
        open(descriptor, name, flags, false);
        Native.DESCRIPTORS.setAppend(descriptor, append);
    }

    @Override
    public void openRandom(FileDescriptor descriptor, String name, int mode) throws FileNotFoundException {
        int flags = OpenFlags.READ;
        if ((mode & MODE_READ_WRITE) != 0) {
            flags |= OpenFlags.WRITE | OpenFlags.CREATE;
            flags |= (mode & MODE_SYNC) != 0 ? OpenFlags.SYNC : 0;
            flags |= (mode & MODE_DSYNC) != 0 ? OpenFlags.DSYNC : 0;
        }
        open(descriptor, name, flags, true);
    }

    private void open(FileDescriptor descriptor, String name, int flags, boolean mirrored)
            throws FileNotFoundException {
        try {
            if (name.isEmpty()) {
                throw new FileFault(Errno.ENOENT);
            }
            files.open(descriptor, name, flags | OpenFlags.FILE_ONLY, DEFAULT_PERMISSIONS, mirrored);
        } catch (IOException e) {
            throw JavaIo.notOpened(name, e);
        }
    }

    @Override
    public int read(FileDescriptor descriptor) throws IOException {
        byte[] one = new byte[1];
        int count = transfers.read(descriptor, one, 0, 1);
        return count < 0 ? -1 : one[0] & 0xFF;
    }

    // The parameter's name is in the message if there is no array, and the same as in the JDK.

    @Override
    public int read(FileDescriptor descriptor, byte[] b) throws IOException {
        return transfers.read(descriptor, b, 0, b.length);
    }

    @Override
    public int read(FileDescriptor descriptor, byte[] bytes, int from, int count) throws IOException {
        return transfers.read(descriptor, bytes, from, count);
    }

    @Override
    public void write(FileDescriptor descriptor, int value) throws IOException {
        transfers.write(descriptor, new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(FileDescriptor descriptor, byte[] b) throws IOException {
        transfers.write(descriptor, b, 0, b.length);
    }

    @Override
    public void write(FileDescriptor descriptor, byte[] bytes, int from, int count) throws IOException {
        transfers.write(descriptor, bytes, from, count);
    }

    @Override
    public void writeBytes(FileDescriptor descriptor, String text) throws IOException {
        byte[] bytes = new byte[text.length()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) text.charAt(i);
        }
        transfers.write(descriptor, bytes, 0, bytes.length);
    }

    @Override
    public void writeChars(FileDescriptor descriptor, String text) throws IOException {
        byte[] bytes = new byte[2 * text.length()];
        for (int i = 0; i < text.length(); i++) {
            bytes[2 * i] = (byte) (text.charAt(i) >>> 8);
            bytes[2 * i + 1] = (byte) text.charAt(i);
        }
        transfers.write(descriptor, bytes, 0, bytes.length);
    }

    @Override
    public @org.jspecify.annotations.Nullable String readLine(FileDescriptor descriptor) throws IOException {
        return transfers.readLine(descriptor);
    }

    @Override
    public long position(FileDescriptor descriptor) throws IOException {
        return run(() -> files.of(descriptor).position());
    }

    @Override
    public void position(FileDescriptor descriptor, long position) throws IOException {
        if (position < 0) {
            throw new IOException("Negative seek offset");
        }
        run(() -> {
            files.of(descriptor).moveTo(position);
            return 0;
        });
    }

    @Override
    public long length(FileDescriptor descriptor) throws IOException {
        return size(descriptor);
    }

    @Override
    public void length(FileDescriptor descriptor, long length) throws IOException {
        if (length < 0) {
            throw new IOException("Invalid argument");
        }
        run(() -> {
            VirtualFile file = files.of(descriptor);
            file.setSize(length);
            if (file.position() > length) {
                file.moveTo(length);
            }
            return 0;
        });
    }

    @Override
    public long skip(FileDescriptor descriptor, long count) throws IOException {
        return run(() -> {
            VirtualFile file = files.of(descriptor);
            long before = file.position();
            if (before + count < 0) {
                throw new IOException("Invalid argument");
            }
            file.moveTo(before + count);
            return count;
        });
    }

    @Override
    public int available(FileDescriptor descriptor) throws IOException {
        return run(() -> {
            VirtualFile file = files.of(descriptor);
            return (int) Math.max(0, Math.min(Integer.MAX_VALUE, file.size() - file.position()));
        });
    }

    @Override
    public void exposed(FileDescriptor descriptor) {
        if (!SYNC_IS_NATIVE) {
            return;
        }
        try {
            VirtualFile file = files.of(descriptor);
            if (file.isWritable()) {
                file.forceEachWrite();
            }
        } catch (IOException e) {
            // The next operation meets the same, and can say so.
        }
    }

    // ------------------------------------------------------------ the end

    @Override
    public void close(FileDescriptor descriptor) throws IOException {
        long handle = Native.DESCRIPTORS.getHandle(descriptor);
        try {
            if (Mappings.isMapping(handle)) {
                Native.DESCRIPTORS.setHandle(descriptor, -1);
                mappings.close(handle);
            } else {
                files.close(descriptor);
            }
        } catch (IOException e) {
            // The JDK's own part is not reached after this exception.
            Native.DESCRIPTORS.close(descriptor);
            throw JavaIo.failed(e);
        }
    }

    @Override
    public void abandoned(long handle) {
        abandoned.close(handle);
    }

    @Override
    public void sync(FileDescriptor descriptor) throws IOException {
        try {
            files.of(descriptor).force(true);
        } catch (FileFault e) {
            java.io.SyncFailedException told = new java.io.SyncFailedException("sync failed");
            told.initCause(e);
            throw told;
        }
    }

    // ------------------------------------------------------------ channels

    @Override
    public int read(FileDescriptor descriptor, long address, int count) throws IOException {
        return transfers.read(descriptor, address, count, Transfers.HERE);
    }

    @Override
    public int pread(FileDescriptor descriptor, long address, int count, long position) throws IOException {
        return transfers.read(descriptor, address, count, position);
    }

    @Override
    public long readv(FileDescriptor descriptor, long address, int count) throws IOException {
        return transfers.readVector(descriptor, address, count);
    }

    @Override
    public int write(FileDescriptor descriptor, long address, int count) throws IOException {
        return transfers.write(descriptor, address, count, Transfers.HERE);
    }

    @Override
    public int pwrite(FileDescriptor descriptor, long address, int count, long position) throws IOException {
        return transfers.write(descriptor, address, count, position);
    }

    @Override
    public long writev(FileDescriptor descriptor, long address, int count) throws IOException {
        return transfers.writeVector(descriptor, address, count);
    }

    @Override
    public long seek(FileDescriptor descriptor, long position) throws IOException {
        return run(() -> {
            VirtualFile file = files.of(descriptor);
            if (position < 0) {
                return file.position();
            }
            file.moveTo(position);
            return position;
        });
    }

    @Override
    public int force(FileDescriptor descriptor, boolean attributesToo) throws IOException {
        return run(() -> {
            files.of(descriptor).force(attributesToo);
            return 0;
        });
    }

    @Override
    public int truncate(FileDescriptor descriptor, long length) throws IOException {
        return run(() -> {
            files.of(descriptor).setSize(length);
            return 0;
        });
    }

    @Override
    public long size(FileDescriptor descriptor) throws IOException {
        return run(() -> files.of(descriptor).size());
    }

    @Override
    public int lock(FileDescriptor descriptor, boolean wait, long position, long size, boolean shared)
            throws IOException {
        return run(() -> locking.lock(descriptor, wait, position, size, shared));
    }

    @Override
    public void release(FileDescriptor descriptor, long position, long size) throws IOException {
        run(() -> {
            files.of(descriptor).file().unlock(position, size);
            return 0;
        });
    }

    @Override
    public int setDirectIO(FileDescriptor descriptor, String path) {
        return Transfers.DIRECT_ALIGNMENT_BYTES;
    }

    @Override
    public long transferTo(FileDescriptor from, long position, long count, FileDescriptor to, boolean append) {
        return Transfers.UNSUPPORTED_CASE;
    }

    @Override
    public long transferFrom(FileDescriptor from, FileDescriptor to, long position, long count, boolean append) {
        return Transfers.UNSUPPORTED_CASE;
    }

    @Override
    public long transferToDirectly(FileDescriptor from) {
        return Transfers.UNSUPPORTED_CASE;
    }

    // ------------------------------------------------------------ mappings

    @Override
    public void beforeMapping(FileDescriptor descriptor, FileChannel.MapMode mode, long position, long size)
            throws IOException {
        run(() -> {
            mappings.prepare(descriptor, mode, position, size);
            return 0;
        });
    }

    @Override
    public FileDescriptor duplicateForMapping(FileDescriptor descriptor) throws IOException {
        return run(mappings::opened);
    }

    @Override
    public void forceMapped(FileDescriptor descriptor, long address, boolean isSync, long index, long length) {
        mappings.force(Native.DESCRIPTORS.getHandle(descriptor));
    }

    /** Something that may fail. */
    private interface Work<T> {
        T run() throws IOException;
    }

    private static <T> T run(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (FileFault e) {
            throw JavaIo.failed(e);
        }
    }
}
