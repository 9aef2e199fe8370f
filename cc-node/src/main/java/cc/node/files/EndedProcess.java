package cc.node.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Tells an application that has ended from one whose connection has. By the system's own table: a process that nobody
 * has asked for its exit code yet is still there for {@link ProcessHandle}.
 */
final class EndedProcess {
    private static final long PAUSE_MILLIS = 20;
    private static final String ENDED_STATES = "ZX";

    private EndedProcess() {}

    /** @return whether it ends in time */
    static boolean await(long pid, Duration patience) {
        long end = System.nanoTime() + patience.toNanos();
        while (!hasEnded(pid)) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private static boolean hasEnded(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // After the name, which may have anything in it.
            char state = stat.charAt(stat.lastIndexOf(')') + 2);
            return ENDED_STATES.indexOf(state) >= 0;
        } catch (IOException | StringIndexOutOfBoundsException e) {
            return true;
        }
    }
}
