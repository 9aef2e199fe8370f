package cc.screen.session;

import cc.protocol.command.ProtocolException;
import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.ToScreen;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way to one viewer: sends at its pace, one step at a time on an executor that all feeds share, when the transport is
 * free and few enough frames are unacknowledged. Knows pace and lifetime; what there is to send is its subclass's matter.
 *
 * <p>Lock order: the picture's lock, a feed's monitor, a crowd's monitor, a stream's monitor.
 */
abstract class ViewerFeed {
    private static final Logger LOG = LoggerFactory.getLogger(ViewerFeed.class);
    private static final int MAX_URGENT = 16;

    final ViewerLink link;
    final ScreenCounters counters;
    private final FeedLimits limits;
    private final ScreenEnvironment environment;

    // Guarded by this.
    final FlightWindow flight;
    private final Map<StateKey, ToScreen> state = new LinkedHashMap<>();
    private final ArrayDeque<ToScreen> urgent = new ArrayDeque<>();
    private boolean started;
    private boolean scheduled;
    private boolean sending;
    private boolean closed;
    private long lastProgressNanos;

    ViewerFeed(ViewerLink link, FeedLimits limits, ScreenEnvironment environment) {
        this.link = link;
        this.limits = limits;
        this.environment = environment;
        this.counters = environment.counters();
        this.flight = new FlightWindow(limits);
        this.lastProgressNanos = environment.nanoTime().getAsLong();
    }

    /** The viewer has introduced itself: begins with these messages, which are a welcome and all state. */
    synchronized void start(boolean withChecksums, List<ToScreen> messages) {
        started = true;
        messages.forEach(this::keep);
        lastProgressNanos = environment.nanoTime().getAsLong();
        schedule();
    }

    /** Something that this viewer is to know, whatever others are told. */
    synchronized void state(ToScreen message) {
        if (isRunning()) {
            keep(message);
            schedule();
        }
    }

    /** Goes out even while too many frames are unacknowledged. */
    synchronized void urgent(ToScreen message) {
        if (!isRunning()) {
            return;
        }
        urgent.add(message);
        if (urgent.size() > MAX_URGENT) {
            urgent.removeFirst();
        }
        schedule();
    }

    synchronized void acknowledge(int sequence) throws ProtocolException {
        if (flight.acknowledge(sequence)) {
            lastProgressNanos = environment.nanoTime().getAsLong();
            schedule();
        }
    }

    /** Ends the feed; the transport says why. */
    final void close(GoodbyeReason reason, String text) {
        if (stop()) {
            link.close(reason, text);
        }
    }

    /** Ends the feed without a word; tells whether it was open. */
    synchronized boolean stop() {
        boolean wasOpen = !closed;
        closed = true;
        state.clear();
        urgent.clear();
        return wasOpen;
    }

    /** Ends the feed of a viewer that took nothing for too long, or never introduced itself. */
    final void dropIfStarved() {
        boolean silent;
        boolean starved;
        synchronized (this) {
            long nanos = environment.nanoTime().getAsLong() - lastProgressNanos;
            silent = !closed && !started && nanos > limits.attachWithin().toNanos();
            starved = !closed
                    && started
                    && hasWork()
                    && isStuck()
                    && nanos > limits.starvedAfter().toNanos();
        }
        if (silent) {
            close(GoodbyeReason.GOODBYE_REASON_BAD_MESSAGE, "The viewer did not introduce itself.");
        } else if (starved) {
            counters.starvedViewers.increment();
            close(
                    GoodbyeReason.GOODBYE_REASON_TOO_SLOW,
                    "The viewer took nothing for " + limits.starvedAfter().toSeconds() + " seconds.");
        }
    }

    /** What this viewer costs beyond what all viewers share, in bytes. */
    long memoryBytes() {
        return link.memoryBytes();
    }

    final synchronized long bytesInFlight() {
        return flight.bytes();
    }

    /** Sends what is to be sent now, if anything, between {@link #beginSending} and {@link #taken}. */
    abstract void send();

    /** Whether pictures wait for this viewer. Guarded by this. */
    abstract boolean hasPictures();

    /** Whether only the viewer can bring this on. Guarded by this. */
    boolean isStuck() {
        return sending || !flight.isOpen();
    }

    final boolean isRunning() {
        return started && !closed;
    }

    final boolean isSending() {
        return sending;
    }

    final boolean isUrgent() {
        return !urgent.isEmpty();
    }

    final void keep(ToScreen message) {
        StateKey key = StateKey.of(message);
        state.remove(key);
        state.put(key, message);
    }

    final List<ToScreen> takeState() {
        List<ToScreen> taken = List.copyOf(state.values());
        state.clear();
        return taken;
    }

    final List<ToScreen> takeUrgent() {
        List<ToScreen> taken = new ArrayList<>(urgent);
        urgent.clear();
        return taken;
    }

    /** Has a step run if there is anything to send now. Guarded by this. */
    void schedule() {
        boolean sendable = !urgent.isEmpty() || (hasWork() && flight.isOpen());
        if (isRunning() && !scheduled && !sending && sendable) {
            scheduled = true;
            environment.feeds().execute(this::step);
        }
    }

    /** From now on the transport is busy; false: the feed has ended, nothing is to be sent. */
    final synchronized boolean beginSending() {
        if (!closed) {
            sending = true;
            lastProgressNanos = environment.nanoTime().getAsLong();
        }
        return !closed;
    }

    /** The transport is ready for more. */
    final synchronized void taken() {
        sending = false;
        lastProgressNanos = environment.nanoTime().getAsLong();
        schedule();
    }

    private boolean hasWork() {
        return hasPictures() || !state.isEmpty() || !urgent.isEmpty();
    }

    private void step() {
        try {
            send();
        } catch (RuntimeException e) {
            LOG.error("A viewer cannot be fed and is sent away", e);
            close(GoodbyeReason.GOODBYE_REASON_UNSPECIFIED, "The screen proxy failed to draw for this viewer.");
        } finally {
            synchronized (this) {
                scheduled = false;
                schedule();
            }
        }
    }
}
