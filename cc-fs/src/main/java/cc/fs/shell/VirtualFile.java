package cc.fs.shell;

import cc.fs.service.AttributeChange;
import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What a virtual handle stands for: an open file, and where the program is in it. All that share a descriptor share the
 * position, as with the system's own. Thread-safe.
 */
final class VirtualFile {
    private final String path;
    private final OpenFile file;
    private final int flags;
    private final Placeholder placeholder;
    private final @Nullable NativeMirror mirror;
    private long position;
    private boolean forcesEachWrite;
    private int users = 1;

    /**
     * @param path as the program called it
     * @param flags of {@link OpenFlags}
     * @param mirror what natives of the JDK see of it; null: they see nothing
     */
    VirtualFile(String path, OpenFile file, int flags, Placeholder placeholder, @Nullable NativeMirror mirror) {
        this.path = path;
        this.file = file;
        this.flags = flags;
        this.placeholder = placeholder;
        this.mirror = mirror;
    }

    String path() {
        return path;
    }

    Placeholder placeholder() {
        return placeholder;
    }

    OpenFile file() {
        return file;
    }

    /** Whether natives change it behind the shell's back. */
    boolean isMirrored() {
        return mirror != null && isWritable();
    }

    boolean isReadable() {
        return OpenFlags.has(flags, OpenFlags.READ);
    }

    boolean isWritable() {
        return OpenFlags.has(flags, OpenFlags.WRITE);
    }

    /** From now on each write reaches the disk before it returns. */
    synchronized void forceEachWrite() throws IOException {
        forcesEachWrite = true;
        file.force(false);
    }

    synchronized int read(byte[] bytes, int from, int count) throws IOException {
        heed();
        int read = read(position, bytes, from, count);
        if (read > 0) {
            moveTo(position + read);
        }
        return read;
    }

    int read(long at, byte[] bytes, int from, int count) throws IOException {
        if (!isReadable()) {
            throw new FileFault(Errno.EBADF);
        } else if (count == 0) {
            return 0;
        }
        if (placeholder.isMapped()) {
            placeholder.writeBackMapped();
        }
        // All of it, as the system reads files: programs rely on that.
        int total = 0;
        while (total < count) {
            int read = file.read(at + total, bytes, from + total, count - total);
            if (read < 0) {
                break;
            }
            total += read;
        }
        return total == 0 ? -1 : total;
    }

    synchronized void write(byte[] bytes, int from, int count) throws IOException {
        requireWritable();
        heed();
        if (OpenFlags.has(flags, OpenFlags.APPEND)) {
            position = file.append(bytes, from, count);
        } else {
            file.write(position, bytes, from, count);
            position += count;
        }
        written(position, bytes, from, count);
    }

    synchronized void write(long at, byte[] bytes, int from, int count) throws IOException {
        requireWritable();
        heed();
        if (OpenFlags.has(flags, OpenFlags.APPEND)) {
            // As the system does with pwrite, whatever position is asked for.
            written(file.append(bytes, from, count), bytes, from, count);
        } else {
            file.write(at, bytes, from, count);
            written(at + count, bytes, from, count);
        }
    }

    private void written(long end, byte[] bytes, int from, int count) throws IOException {
        placeholder.written(end - count, bytes, from, count);
        if (forcesEachWrite) {
            file.force(false);
        }
        placeholder.reached(end);
        if (mirror != null) {
            mirror.moved(position);
        }
    }

    private void requireWritable() throws FileFault {
        if (!isWritable()) {
            throw new FileFault(Errno.EBADF);
        }
    }

    synchronized long position() throws IOException {
        heed();
        return position;
    }

    synchronized void moveTo(long newPosition) throws IOException {
        heed();
        position = newPosition;
        if (mirror != null) {
            mirror.moved(newPosition);
        }
    }

    synchronized long size() throws IOException {
        heed();
        long size = file.size();
        placeholder.resized(size);
        return size;
    }

    synchronized void setSize(long bytes) throws IOException {
        if (!isWritable()) {
            throw new FileFault(Errno.EINVAL);
        }
        file.setSize(bytes);
        placeholder.resized(bytes);
    }

    synchronized void force(boolean attributesToo) throws IOException {
        heed();
        file.force(attributesToo);
    }

    void change(AttributeChange change) throws IOException {
        file.change(change);
    }

    /** Does what natives have done behind the shell's back, if they have. */
    void heedIfChanged() throws IOException {
        if (isMirrored() && placeholder.isSizeChanged()) {
            synchronized (this) {
                heed();
            }
        }
    }

    /** Does what the program has done behind the shell's back, by natives that cannot be hooked. */
    private void heed() throws IOException {
        if (mirror == null) {
            return;
        }
        long size = placeholder.sizeSetByProgram();
        if (size >= 0) {
            position = Math.min(position, size);
            file.setSize(size);
        }
    }

    /** One more needs it. */
    synchronized void retain() {
        users++;
    }

    /** @return whether nobody needs it any more; it is closed then */
    synchronized boolean release() throws IOException {
        if (--users > 0) {
            return false;
        }
        file.close();
        return true;
    }

    /** Does what is still to be done when the program closes it, even if something else needs it. */
    synchronized void settle() throws IOException {
        heed();
    }
}
