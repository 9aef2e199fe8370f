package cc.toolkit.surface;

import java.awt.EventQueue;
import java.awt.Toolkit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import sun.awt.PeerEvent;

/**
 * Flushes when the event queue has nothing better to do, so that a frame holds all that an event led to; under load,
 * after the event that is being handled when the frame is {@value #FRAME_MILLIS} ms old; and where the event thread is
 * stuck in one long event, from a thread of its own, but not in the middle of a paint. There is no timer while nothing
 * is drawn.
 */
final class QueueIdleSchedule implements FlushSchedule {
    /** A frame waits at most this long for an idle event queue. */
    private static final long FRAME_MILLIS = 16;

    /** An event that takes longer than this shows what it has drawn so far. */
    private static final long STUCK_MILLIS = 100;

    /** How often a paint that takes longer than that is looked at. */
    private static final long LOOK_MILLIS = 25;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final PaintWatch paints;
    private final Thread flusher;
    private volatile @Nullable Runnable pending;
    private volatile long requestedNanos;

    QueueIdleSchedule(PaintWatch paints) {
        this.paints = paints;
        flusher = new Thread(null, this::run, "cc-flusher", 0, false);
        flusher.setDaemon(true);
        flusher.start();
    }

    @Override
    public void request(Runnable flush) {
        requestedNanos = System.nanoTime();
        pending = flush;
        post(flush, PeerEvent.LOW_PRIORITY_EVENT);
        LockSupport.unpark(flusher);
    }

    @Override
    public boolean isPaintWorthWaiting() {
        return paints.isWorthWaiting();
    }

    private void post(Runnable flush, long priority) {
        EventQueue queue = Toolkit.getDefaultToolkit().getSystemEventQueue();
        queue.postEvent(new PeerEvent(
                this,
                () -> {
                    paints.paintIsOver();
                    perform(flush);
                },
                priority));
    }

    private void perform(Runnable flush) {
        if (pending == flush) {
            pending = null;
            flush.run();
        }
    }

    private void run() {
        while (true) {
            Runnable flush = pending;
            if (flush == null) {
                LockSupport.park(this);
            } else if (waitUntilAged(flush, FRAME_MILLIS)) {
                post(flush, PeerEvent.ULTIMATE_PRIORITY_EVENT);
                if (waitUntilAged(flush, STUCK_MILLIS)) {
                    waitForPaint(flush);
                    perform(flush);
                }
            }
        }
    }

    /** Returns whether {@code flush} is still pending at that age. */
    private boolean waitUntilAged(Runnable flush, long millis) {
        while (pending == flush) {
            long left = requestedNanos + millis * NANOS_PER_MILLI - System.nanoTime();
            if (left <= 0) {
                return true;
            }
            LockSupport.parkNanos(this, left);
        }
        return false;
    }

    private void waitForPaint(Runnable flush) {
        while (pending == flush && paints.isWorthWaiting()) {
            LockSupport.parkNanos(this, LOOK_MILLIS * NANOS_PER_MILLI);
        }
    }
}
