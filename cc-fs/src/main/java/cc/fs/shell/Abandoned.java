package cc.fs.shell;

import java.io.IOException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Closes what the program forgot to close, once it is collected: in a thread of its own, since the JDK's cleaner must not wait
 * for another machine.
 */
final class Abandoned {
    private final OpenFiles files;
    private final Mappings mappings;
    private final LinkedBlockingQueue<Long> handles = new LinkedBlockingQueue<>();
    private boolean started;

    Abandoned(OpenFiles files, Mappings mappings) {
        this.files = files;
        this.mappings = mappings;
    }

    synchronized void close(long handle) {
        handles.add(handle);
        if (!started) {
            started = true;
            Thread thread = new Thread(null, this::run, "cc-files-abandoned", 0, false);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void run() {
        try {
            while (true) {
                closeNow(handles.take());
            }
        } catch (InterruptedException e) {
            // Nobody has the thread, so nobody interrupts it.
        }
    }

    private void closeNow(long handle) {
        try {
            if (Mappings.isMapping(handle)) {
                mappings.close(handle);
            } else {
                files.close(handle);
            }
        } catch (IOException e) {
            // Nobody is left to be told, as with a stream that is collected.
        }
    }
}
