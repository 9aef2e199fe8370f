package cc.toolkit.widget;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps errors in the toolkit away from the program: they are said once per kind on standard error, and the program
 * goes on.
 */
public final class Guard {
    private static final int MAX_KINDS = 100;
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private Guard() {}

    /**
     * Runs something that must not fail into its caller.
     *
     * @param doing what is being done, for the report: "handling KeyEvent"
     */
    public static void run(String doing, Runnable action) {
        try {
            action.run();
        } catch (Throwable failure) {
            report(doing, failure);
        }
    }

    /** Says that something failed, unless the same has been said before. Never throws. */
    public static void report(String doing, Throwable failure) {
        try {
            StackTraceElement[] trace = failure.getStackTrace();
            String kind = doing + failure.getClass().getName() + (trace.length == 0 ? "" : trace[0].toString());
            if (SAID.size() < MAX_KINDS && SAID.add(kind)) {
                System.err.println("cc: error while " + doing + ": " + failure);
                failure.printStackTrace();
            }
        } catch (Throwable hopeless) {
            // Out of memory, most likely: there is nothing left to say it with.
        }
    }
}
