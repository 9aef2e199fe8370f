package cc.fs.shell;

import cc.fs.service.FileFault;
import java.io.FileDescriptor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Bytes between open files and the program's memory. */
final class Transfers {
    /** The descriptor's own position. */
    static final long HERE = -1;

    /** {@code IOStatus.UNSUPPORTED_CASE}: this once; {@code UNSUPPORTED} would be remembered for all files. */
    static final int UNSUPPORTED_CASE = -6;

    static final int DIRECT_ALIGNMENT_BYTES = 512;

    /** No buffer is larger. */
    private static final int STEP_BYTES = 1 << 20;

    /** Of {@code struct iovec}: an address and a length. */
    private static final int VECTOR_BYTES = 16;

    private static final int WORD_BYTES = 8;

    private final OpenFiles files;

    Transfers(OpenFiles files) {
        this.files = files;
    }

    int read(FileDescriptor descriptor, byte[] bytes, int from, int count) throws IOException {
        requireRange(bytes, from, count);
        try {
            return count == 0 ? 0 : files.of(descriptor).read(bytes, from, count);
        } catch (FileFault e) {
            throw JavaIo.failed(e);
        }
    }

    void write(FileDescriptor descriptor, byte[] bytes, int from, int count) throws IOException {
        requireRange(bytes, from, count);
        try {
            if (count > 0) {
                files.of(descriptor).write(bytes, from, count);
            }
        } catch (FileFault e) {
            throw JavaIo.failed(e);
        }
    }

    /** As {@code RandomAccessFile.readLine}: bytes are characters, and the line's end is not part of it. */
    @Nullable
    String readLine(FileDescriptor descriptor) throws IOException {
        StringBuilder line = new StringBuilder();
        byte[] one = new byte[1];
        boolean any = false;
        while (read(descriptor, one, 0, 1) > 0) {
            any = true;
            char c = (char) (one[0] & 0xFF);
            if (c == '\n') {
                break;
            } else if (c == '\r') {
                skipNewline(descriptor, one);
                break;
            }
            line.append(c);
        }
        return any ? line.toString() : null;
    }

    private void skipNewline(FileDescriptor descriptor, byte[] one) throws IOException {
        VirtualFile file = files.of(descriptor);
        long before = file.position();
        if (read(descriptor, one, 0, 1) > 0 && one[0] != '\n') {
            file.moveTo(before);
        }
    }

    int read(FileDescriptor descriptor, long address, int count, long position) throws IOException {
        byte[] bytes = new byte[Math.min(count, STEP_BYTES)];
        int total = 0;
        try {
            VirtualFile file = files.of(descriptor);
            while (total < count) {
                int step = Math.min(bytes.length, count - total);
                int read = position == HERE ? file.read(bytes, 0, step) : file.read(position + total, bytes, 0, step);
                if (read < 0) {
                    return total == 0 ? read : total;
                }
                Native.toMemory(bytes, 0, address + total, read);
                total += read;
                if (read < step) {
                    return total;
                }
            }
            return total;
        } catch (FileFault e) {
            throw JavaIo.failed(e);
        }
    }

    int write(FileDescriptor descriptor, long address, int count, long position) throws IOException {
        byte[] bytes = new byte[Math.min(count, STEP_BYTES)];
        try {
            VirtualFile file = files.of(descriptor);
            for (int total = 0; total < count; ) {
                int step = Math.min(bytes.length, count - total);
                Native.toArray(address + total, bytes, 0, step);
                if (position == HERE) {
                    file.write(bytes, 0, step);
                } else {
                    file.write(position + total, bytes, 0, step);
                }
                total += step;
            }
            return count;
        } catch (FileFault e) {
            throw JavaIo.failed(e);
        }
    }

    long readVector(FileDescriptor descriptor, long vector, int count) throws IOException {
        long total = 0;
        for (int i = 0; i < count; i++) {
            long entry = vector + (long) i * VECTOR_BYTES;
            int wanted = Math.toIntExact(Native.word(entry + WORD_BYTES));
            int read = wanted == 0 ? 0 : read(descriptor, Native.word(entry), wanted, HERE);
            if (read < 0) {
                return total == 0 ? read : total;
            }
            total += read;
            if (read < wanted) {
                return total;
            }
        }
        return total;
    }

    long writeVector(FileDescriptor descriptor, long vector, int count) throws IOException {
        long total = 0;
        for (int i = 0; i < count; i++) {
            long entry = vector + (long) i * VECTOR_BYTES;
            int wanted = Math.toIntExact(Native.word(entry + WORD_BYTES));
            int written = wanted == 0 ? 0 : write(descriptor, Native.word(entry), wanted, HERE);
            total += written;
            if (written < wanted) {
                return total;
            }
        }
        return total;
    }

    /** As natives of streams check it. */
    private static void requireRange(byte @Nullable [] bytes, int from, int count) {
        if (bytes == null) {
            throw new NullPointerException();
        }
        if (from < 0 || count < 0 || from > bytes.length - count) {
            throw new IndexOutOfBoundsException();
        }
    }
}
