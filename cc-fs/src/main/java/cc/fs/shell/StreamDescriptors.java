package cc.fs.shell;

import cc.agent.boot.VirtualDescriptors;
import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import cc.fs.service.OpenFlags;
import java.io.FileDescriptor;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.SyncFailedException;
import org.jspecify.annotations.Nullable;

/** Open files as streams and {@code RandomAccessFile} use them. Stateless but for what is open. */
abstract class StreamDescriptors implements VirtualDescriptors {
    /** Of a new file, before the machine's mask is applied. */
    private static final int DEFAULT_PERMISSIONS = 0666;

    // As RandomAccessFile has them.
    private static final int MODE_READ_WRITE = 2;
    private static final int MODE_SYNC = 4;
    private static final int MODE_DSYNC = 8;

    /** From here on {@code FileDescriptor.sync} is hooked. */
    private static final int FIRST_WITH_SYNC_IN_JAVA = 21;

    private static final boolean SYNC_IS_NATIVE = Runtime.version().feature() < FIRST_WITH_SYNC_IN_JAVA;

    final OpenFiles files;
    final Transfers transfers;

    StreamDescriptors(OpenFiles files) {
        this.files = files;
        transfers = new Transfers(files);
    }

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
    public @Nullable String readLine(FileDescriptor descriptor) throws IOException {
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

    @Override
    public void sync(FileDescriptor descriptor) throws IOException {
        try {
            files.of(descriptor).force(true);
        } catch (FileFault e) {
            SyncFailedException told = new SyncFailedException("sync failed");
            told.initCause(e);
            throw told;
        }
    }

    /** Something that may fail. */
    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T run(Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (FileFault e) {
            throw JavaIo.failed(e);
        }
    }
}
