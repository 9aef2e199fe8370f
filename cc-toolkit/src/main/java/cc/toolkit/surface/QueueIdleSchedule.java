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
    private volatile @Nullable Request pending;
    /** The flusher has nothing to look after and no time to wake up. */
    private volatile boolean resting;

    private record Request(Runnable flush, long nanoTime) {}

    QueueIdleSchedule(PaintWatch paints) {
        this.paints = paints;
        flusher = new Thread(null, this::run, "cc-flusher", 0, false);
        flusher.setDaemon(true);
        flusher.start();
    }

    @Override
    public void request(Runnable flush) {
        Request request = new Request(flush, System.nanoTime());
        pending = request;
        post(request, PeerEvent.LOW_PRIORITY_EVENT);
        if (resting) {
            LockSupport.unpark(flusher);
        }
    }

    @Override
    public boolean isPaintWorthWaiting() {
        return paints.isWorthWaiting();
    }

    private void post(Request request, long priority) {
        EventQueue queue = Toolkit.getDefaultToolkit().getSystemEventQueue();
        queue.postEvent(new PeerEvent(
                this,
                () -> {
                    paints.paintIsOver();
                    perform(request);
                },
                priority));
    }

    private void perform(Request request) {
        if (pending == request) {
            pending = null;
            request.flush.run();
        }
    }

    private void run() {
        @Nullable Request seen = null;
        while (true) {
            Request request = pending;
            if (request == null) {
                rest(seen != null);
                seen = null;
                continue;
            }
            seen = request;
            if (waitUntilAged(request, FRAME_MILLIS)) {
                post(request, PeerEvent.ULTIMATE_PRIORITY_EVENT);
                if (waitUntilAged(request, STUCK_MILLIS)) {
                    waitForPaint(request);
                    perform(request);
                }
            }
        }
    }

    /**
     * While requests come all the time, the flusher wakes up once per frame's time and not for each of them.
     *
     * @param busy there was a request lately
     */
    private void rest(boolean busy) {
        if (busy) {
            LockSupport.parkNanos(this, FRAME_MILLIS * NANOS_PER_MILLI);
            return;
        }
        resting = true;
        if (pending == null) {
            LockSupport.park(this);
        }
        resting = false;
    }

    /** Returns whether {@code request} is still pending at that age. */
    private boolean waitUntilAged(Request request, long millis) {
        while (pending == request) {
            long left = request.nanoTime + millis * NANOS_PER_MILLI - System.nanoTime();
            if (left <= 0) {
                return true;
            }
            LockSupport.parkNanos(this, left);
        }
        return false;
    }

    private void waitForPaint(Request request) {
        while (pending == request && paints.isWorthWaiting()) {
            LockSupport.parkNanos(this, LOOK_MILLIS * NANOS_PER_MILLI);
        }
    }
}
