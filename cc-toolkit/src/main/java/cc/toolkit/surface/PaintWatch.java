package cc.toolkit.surface;

import java.awt.EventQueue;
import java.awt.Toolkit;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import sun.awt.AWTAccessor;

/**
 * Tells whether the event thread is in the middle of a paint, whose end is worth waiting for: what is drawn so far is
 * half a picture. A paint is what AWT and Swing ask for, not what a program draws of its own accord.
 *
 * <p>It is asked only about frames that are late, so it looks at the event thread's stack instead of following every
 * paint. A program that goes on painting without an end (a loop in {@code paint}, as games have it) is believed to do
 * so until the event thread takes another event. Thread-safe.
 */
final class PaintWatch {
    /** Longer paints show what they have drawn so far. */
    private static final long MAX_WAIT_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** The methods that AWT's and Swing's paints are made of; the same from JDK 17 to 25. */
    private static final Set<String> PAINTS = Set.of(
            "javax.swing.JComponent.paintImmediately",
            "javax.swing.RepaintManager.paintDirtyRegions",
            "sun.awt.RepaintArea.paint");

    private final BooleanSupplier painting;
    private final LongSupplier nanoTime;
    private boolean waiting;
    private long waitingSinceNanos;

    PaintWatch() {
        this(PaintWatch::isEventThreadPainting, System::nanoTime);
    }

    PaintWatch(BooleanSupplier painting, LongSupplier nanoTime) {
        this.painting = painting;
        this.nanoTime = nanoTime;
    }

    /** Whether a paint is under way that has not been waited for too long already. From any thread. */
    synchronized boolean isWorthWaiting() {
        if (!painting.getAsBoolean()) {
            waiting = false;
            return false;
        }
        long now = nanoTime.getAsLong();
        if (!waiting) {
            waiting = true;
            waitingSinceNanos = now;
        }
        return now - waitingSinceNanos < MAX_WAIT_NANOS;
    }

    /** The event thread takes another event, so the paint that may have been waited for is over. */
    synchronized void paintIsOver() {
        waiting = false;
    }

    private static boolean isEventThreadPainting() {
        EventQueue queue = Toolkit.getDefaultToolkit().getSystemEventQueue();
        Thread eventThread = AWTAccessor.getEventQueueAccessor().getDispatchThread(queue);
        if (eventThread == null || eventThread == Thread.currentThread()) {
            return false;
        }
        for (StackTraceElement frame : eventThread.getStackTrace()) {
            if (PAINTS.contains(frame.getClassName() + "." + frame.getMethodName())) {
                return true;
            }
        }
        return false;
    }
}
