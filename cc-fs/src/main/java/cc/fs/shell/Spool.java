package cc.fs.shell;

import java.io.File;
import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.file.Path;

/** A file of this machine without a name, for processes that know nothing of virtual files. To be closed. Thread-safe. */
final class Spool implements AutoCloseable {
    private static final int O_RDWR = 2;
    private static final int O_CLOEXEC = 0x80000;
    private static final int O_TMPFILE = 0x410000;
    private static final int OWNER_ONLY = 0600;
    private static final Path FOLDER = Path.of("/tmp");

    private final FileDescriptor descriptor = new FileDescriptor();

    Spool() throws IOException {
        Native.DESCRIPTORS.set(descriptor, Native.open(FOLDER, O_TMPFILE | O_RDWR | O_CLOEXEC, OWNER_ONLY));
    }

    /** A name by which this process, and only this one, can open it. */
    Path name() {
        return Path.of("/proc/self/fd/" + Native.DESCRIPTORS.get(descriptor));
    }

    File file() {
        return new File(name().toString());
    }

    FileDescriptor descriptor() {
        return descriptor;
    }

    @Override
    public synchronized void close() throws IOException {
        int number = Native.DESCRIPTORS.get(descriptor);
        Native.DESCRIPTORS.set(descriptor, -1);
        if (number >= 0) {
            Native.close(number);
        }
    }
}
