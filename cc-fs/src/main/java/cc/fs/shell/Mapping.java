package cc.fs.shell;

import java.io.IOException;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A part of a virtual file that is mapped into memory. The memory is the placeholder's; what the program changes in it is
 * found by comparing checksums of pages, and written back when it says {@code force}, reads the file, or lets go of the
 * memory. Thread-safe.
 */
final class Mapping {
    private static final int PAGE_BYTES = 4096;
    private static final int STEP_BYTES = 256 * PAGE_BYTES;
    private static final int HALF_BITS = 32;

    private final VirtualFile file;
    private final long position;
    private final long size;
    private final boolean writesBack;
    private final long[] checksums;

    /**
     * Brings the part here.
     *
     * @param writesBack whether the program may change the file by changing the memory
     */
    Mapping(VirtualFile file, long position, long size, boolean writesBack) throws IOException {
        this.file = file;
        // The kernel maps whole pages.
        this.position = position - position % PAGE_BYTES;
        this.size = position + size - this.position;
        this.writesBack = writesBack;
        checksums = new long[writesBack ? Math.toIntExact((this.size + PAGE_BYTES - 1) / PAGE_BYTES) : 0];
        fetch();
    }

    VirtualFile file() {
        return file;
    }

    private void fetch() throws IOException {
        file.placeholder().reach(position + size);
        byte[] bytes = new byte[(int) Math.min(size, STEP_BYTES)];
        for (long done = 0; done < size; ) {
            int count = (int) Math.min(bytes.length, size - done);
            int got = fill(bytes, position + done, count);
            Native.write(file.placeholder().descriptor(), position + done, bytes, 0, count);
            for (int at = 0; writesBack && at < count; at += PAGE_BYTES) {
                checksums[page(done + at)] = checksum(bytes, at, Math.min(PAGE_BYTES, count - at));
            }
            done += count;
            if (got < count && !writesBack) {
                // The rest is beyond the file's end, and the placeholder has zeros there.
                return;
            }
        }
    }

    /** Reads as far as the file goes; what is beyond its end is zero. */
    private int fill(byte[] bytes, long from, int count) throws IOException {
        int got = 0;
        while (got < count) {
            int read = file.file().read(from + got, bytes, got, count - got);
            if (read < 0) {
                java.util.Arrays.fill(bytes, got, count, (byte) 0);
                break;
            }
            got += read;
        }
        return got;
    }

    /** Writes what the program has changed in the memory into the file. */
    synchronized void writeBack() throws IOException {
        if (!writesBack) {
            return;
        }
        byte[] bytes = new byte[(int) Math.min(size, STEP_BYTES)];
        for (long done = 0; done < size; done += bytes.length) {
            int count = (int) Math.min(bytes.length, size - done);
            if (Native.read(file.placeholder().descriptor(), position + done, bytes, count) < count) {
                throw new IOException("the memory of a mapped file is not to be read");
            }
            writeChanged(bytes, count, done);
        }
    }

    private void writeChanged(byte[] bytes, int count, long offset) throws IOException {
        int changedFrom = -1;
        for (int at = 0; at < count; at += PAGE_BYTES) {
            int length = Math.min(PAGE_BYTES, count - at);
            long checksum = checksum(bytes, at, length);
            boolean changed = checksum != checksums[page(offset + at)];
            checksums[page(offset + at)] = checksum;
            if (changed && changedFrom < 0) {
                changedFrom = at;
            } else if (!changed && changedFrom >= 0) {
                write(position + offset + changedFrom, bytes, changedFrom, at - changedFrom);
                changedFrom = -1;
            }
        }
        if (changedFrom >= 0) {
            write(position + offset + changedFrom, bytes, changedFrom, count - changedFrom);
        }
    }

    /** Memory beyond the end of a file that somebody has made shorter is nobody's, and makes it no longer. */
    private void write(long at, byte[] bytes, int from, int count) throws IOException {
        long there = file.file().size() - at;
        if (there > 0) {
            file.file().write(at, bytes, from, (int) Math.min(count, there));
        }
    }

    /** Takes over what was written to the file by other means. */
    synchronized void take(long at, byte[] bytes, int from, int count) throws IOException {
        long begin = Math.max(at, position);
        long end = Math.min(at + count, position + size);
        if (begin >= end) {
            return;
        }
        Native.write(file.placeholder().descriptor(), begin, bytes, from + (int) (begin - at), (int) (end - begin));
        if (writesBack) {
            remember(begin, end);
        }
    }

    private void remember(long begin, long end) throws IOException {
        byte[] page = new byte[PAGE_BYTES];
        for (long at = begin - begin % PAGE_BYTES; at < end; at += PAGE_BYTES) {
            int length = (int) Math.min(PAGE_BYTES, position + size - at);
            if (Native.read(file.placeholder().descriptor(), at, page, length) == length) {
                checksums[page(at - position)] = checksum(page, 0, length);
            }
        }
    }

    private static int page(long offset) {
        return Math.toIntExact(offset / PAGE_BYTES);
    }

    /** Two checksums of 32 bits, which processors have instructions for. */
    private static long checksum(byte[] bytes, int from, int count) {
        CRC32 one = new CRC32();
        one.update(bytes, from, count);
        CRC32C other = new CRC32C();
        other.update(bytes, from, count);
        return one.getValue() << HALF_BITS | other.getValue();
    }
}
