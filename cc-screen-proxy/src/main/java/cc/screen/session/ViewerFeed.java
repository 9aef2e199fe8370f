package cc.screen.session;

import cc.protocol.command.CommandEncoder;
import cc.protocol.command.DrawCommand;
import cc.protocol.command.ProtocolException;
import cc.protocol.message.Frame;
import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.SurfaceChecksum;
import cc.protocol.message.ToScreen;
import cc.screen.damage.Damage;
import com.google.protobuf.UnsafeByteOperations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one viewer is sent, at its own pace. The program's thread only leaves frames and state here; encoding and sending
 * happen on an executor that all feeds share, one step at a time for each feed, when the transport is free and few enough
 * frames are unacknowledged. State that a newer message replaces is never sent; frames that waited too long become the
 * damaged region, drawn again as it is by then.
 *
 * <p>Lock order: the picture's lock before a feed's monitor.
 */
final class ViewerFeed {
    private static final Logger LOG = LoggerFactory.getLogger(ViewerFeed.class);
    private static final int MAX_URGENT = 16;

    private final ViewerLink link;
    private final ProgramPicture picture;
    private final FeedLimits limits;
    private final Executor executor;
    private final LongSupplier nanoTime;
    private final ScreenCounters counters;

    // Used by the one running step only.
    private final ViewerSurfaces surfaces = new ViewerSurfaces();
    private final CommandEncoder encoder = new CommandEncoder();

    // Guarded by this.
    private final PendingFrames pending;
    private final FlightWindow flight;
    private final Map<StateKey, ToScreen> state = new LinkedHashMap<>();
    private final ArrayDeque<ToScreen> urgent = new ArrayDeque<>();
    private boolean started;
    private boolean verify;
    private boolean scheduled;
    private boolean sending;
    private boolean closed;
    private long lastProgressNanos;

    ViewerFeed(
            ViewerLink link,
            ProgramPicture picture,
            FeedLimits limits,
            Executor executor,
            LongSupplier nanoTime,
            ScreenCounters counters) {
        this.link = link;
        this.picture = picture;
        this.limits = limits;
        this.executor = executor;
        this.nanoTime = nanoTime;
        this.counters = counters;
        this.pending = new PendingFrames(limits);
        this.flight = new FlightWindow(limits);
        this.lastProgressNanos = nanoTime.getAsLong();
    }

    /** The viewer has introduced itself: begins with a welcome and all state. */
    synchronized void start(boolean withChecksums, ToScreen welcome, List<ToScreen> messages) {
        verify = withChecksums;
        started = true;
        state.put(StateKey.of(welcome), welcome);
        messages.forEach(message -> state.put(StateKey.of(message), message));
        lastProgressNanos = nanoTime.getAsLong();
        schedule();
    }

    synchronized void frame(SharedFrame frame) {
        if (isRunning()) {
            if (pending.add(frame)) {
                counters.collapses.increment();
            }
            schedule();
        }
    }

    /** All that the viewer has of these surfaces is out of date. */
    synchronized void redraw(Damage damage) {
        if (isRunning()) {
            pending.skip(damage);
            schedule();
        }
    }

    synchronized void state(ToScreen message) {
        if (isRunning()) {
            StateKey key = StateKey.of(message);
            state.remove(key);
            state.put(key, message);
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
            lastProgressNanos = nanoTime.getAsLong();
            schedule();
        }
    }

    /** Ends the feed; the transport says why. */
    void close(GoodbyeReason reason, String text) {
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
        pending.takeFrames();
        return wasOpen;
    }

    /** Ends the feed of a viewer that took nothing for too long, or never introduced itself. */
    void dropIfStarved() {
        boolean silent;
        boolean starved;
        synchronized (this) {
            long nanos = nanoTime.getAsLong() - lastProgressNanos;
            silent = !closed && !started && nanos > limits.attachWithin().toNanos();
            starved = !closed
                    && started
                    && hasWork()
                    && (sending || !flight.isOpen())
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
        long waiting;
        synchronized (this) {
            waiting = pending.bytes();
        }
        return waiting + link.memoryBytes();
    }

    synchronized long bytesInFlight() {
        return flight.bytes();
    }

    private boolean isRunning() {
        return started && !closed;
    }

    private boolean hasWork() {
        return !pending.isEmpty() || !state.isEmpty() || !urgent.isEmpty();
    }

    private void schedule() {
        boolean sendable = !urgent.isEmpty() || (hasWork() && flight.isOpen());
        if (isRunning() && !scheduled && !sending && sendable) {
            scheduled = true;
            executor.execute(this::step);
        }
    }

    private void step() {
        try {
            List<ToScreen> messages = collect();
            if (!messages.isEmpty()) {
                synchronized (this) {
                    if (closed) {
                        return;
                    }
                    sending = true;
                    lastProgressNanos = nanoTime.getAsLong();
                }
                counters.bytesOut.add(link.send(messages, this::taken));
            }
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

    private synchronized void taken() {
        sending = false;
        lastProgressNanos = nanoTime.getAsLong();
        schedule();
    }

    /** What is to be sent now, as one piece. */
    private List<ToScreen> collect() {
        List<ToScreen> messages = new ArrayList<>();
        List<SharedFrame> frames;
        boolean repair;
        synchronized (this) {
            messages.addAll(urgent);
            urgent.clear();
            if (!flight.isOpen()) {
                return messages;
            }
            takeState(messages);
            frames = pending.takeFrames();
            repair = pending.isCollapsed() || verify;
        }
        List<DrawCommand> commands = new ArrayList<>();
        forward(frames, commands);
        List<SurfaceChecksum> checksums = List.of();
        if (repair || !surfaces.isWhole(picture.windowSurfaces())) {
            checksums = repair(messages, commands);
        }
        if (!commands.isEmpty()) {
            messages.add(frame(commands, checksums));
        }
        return messages;
    }

    private void takeState(List<ToScreen> messages) {
        messages.addAll(state.values());
        state.clear();
    }

    private void forward(List<SharedFrame> frames, List<DrawCommand> commands) {
        Set<Integer> windowSurfaces = picture.windowSurfaces();
        for (SharedFrame frame : frames) {
            surfaces.forward(frame.commands(), windowSurfaces, commands);
        }
    }

    /** Brings the viewer up to this very moment while the picture is held still. */
    private List<SurfaceChecksum> repair(List<ToScreen> messages, List<DrawCommand> commands) {
        return picture.whileStill(now -> {
            List<SharedFrame> frames;
            Damage skipped;
            synchronized (this) {
                takeState(messages);
                frames = pending.takeFrames();
                skipped = pending.takeSkipped();
            }
            forward(frames, commands);
            surfaces.skipped(skipped);
            surfaces.repair(picture.windowSurfaces(), now, commands);
            return verify ? picture.checksums(surfaces.known()) : List.of();
        });
    }

    private ToScreen frame(List<DrawCommand> commands, List<SurfaceChecksum> checksums) {
        byte[] bytes = encoder.encode(commands);
        int sequence;
        synchronized (this) {
            sequence = flight.launch(bytes.length);
        }
        counters.framesOut.increment();
        return ToScreen.newBuilder()
                .setFrame(Frame.newBuilder()
                        .setSequence(sequence)
                        .setCommands(UnsafeByteOperations.unsafeWrap(bytes))
                        .addAllChecksums(checksums))
                .build();
    }
}
