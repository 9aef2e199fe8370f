package cc.fs.shell;

import java.io.FileDescriptor;
import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** Locks of files, held on the machine that has the file, so that programs on different machines exclude each other. */
final class FileLocking {
    // As sun.nio.ch.FileDispatcher has them.
    private static final int NO_LOCK = -1;
    private static final int LOCKED = 0;
    private static final int INTERRUPTED = 2;

    private static final long PAUSE_NANOS = 20_000_000;

    private final OpenFiles files;

    FileLocking(OpenFiles files) {
        this.files = files;
    }

    /**
     * Tries to lock. Who waits is told "interrupted" after a pause: the JDK then looks whether the channel was closed
     * meanwhile, and tries again if not.
     */
    int lock(FileDescriptor descriptor, boolean wait, long position, long size, boolean shared) throws IOException {
        if (files.of(descriptor).file().lock(position, size, shared, false)) {
            return LOCKED;
        } else if (!wait) {
            return NO_LOCK;
        }
        LockSupport.parkNanos(PAUSE_NANOS);
        return INTERRUPTED;
    }
}
