package cc.node.cli;

import cc.node.message.Started;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Tells where to see a program that runs on another machine and shows here. */
final class FarProgram {
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private FarProgram() {}

    /** Prints an address once the program has windows, by a daemon thread: it may never have any. */
    static void announceSoon(Started program) {
        Thread thread = new Thread(() -> announce(program), "cc-announce");
        thread.setDaemon(true);
        thread.start();
    }

    private static void announce(Started program) {
        while (true) {
            try {
                String address = NodeClient.viewerAddress(program.getId(), true);
                System.err.println("cc: " + program.getName() + " shows at " + address);
                return;
            } catch (IOException e) {
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
    }
}
