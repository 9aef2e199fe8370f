package cc.fs.battery;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what the system does in its own time. */
final class Await {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(10);

    private Await() {}

    /** Whether a condition came true in time. */
    static boolean that(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(STEP.toMillis());
        }
        return true;
    }
}
