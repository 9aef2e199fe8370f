package cc.fs.shell;

import java.io.FileDescriptor;
import java.io.IOException;
import java.lang.ref.WeakReference;

/**
 * Lets natives of {@code RandomAccessFile} see a file's position: {@code getFilePointer} is native, so that it cannot be
 * hooked, and asks the kernel about the placeholder. Does not keep what the program has forgotten to close.
 *
 * <p>To be used under its file's lock.
 */
final class NativeMirror {
    private final WeakReference<FileDescriptor> descriptor;

    /** @param descriptor that the program sees */
    NativeMirror(FileDescriptor descriptor) {
        this.descriptor = new WeakReference<>(descriptor);
    }

    void moved(long position) throws IOException {
        FileDescriptor seen = descriptor.get();
        if (seen != null) {
            Native.seek(seen, position);
        }
    }
}
