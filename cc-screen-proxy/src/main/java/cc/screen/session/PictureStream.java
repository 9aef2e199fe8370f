package cc.screen.session;

import cc.protocol.command.CommandEncoder;
import cc.protocol.command.DrawCommand;
import cc.protocol.message.SurfaceChecksum;
import cc.protocol.message.ToScreen;
import cc.screen.damage.Damage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a receiver was told of a picture, and from that, what it is to be told next. A receiver is one viewer, or several
 * that are sent the same. The program's thread only leaves frames and state here. State that a newer message replaces is
 * never sent; frames that waited too long become the damaged region, drawn again as it is by then.
 *
 * <p>Lock order: the picture's lock before a stream's monitor. Updates are taken by one thread at a time.
 */
final class PictureStream {
    /**
     * Where the ways of old and new receivers meet.
     *
     * @param last for those who have had everything so far
     * @param whole for those who have had nothing, or something else
     */
    record Junction(Update last, Update whole) {}

    private final ProgramPicture picture;
    private final ScreenCounters counters;

    // Used by the one thread that takes updates only.
    private ViewerSurfaces surfaces = new ViewerSurfaces();
    private CommandEncoder encoder = new CommandEncoder();

    // Guarded by this.
    private final PendingFrames pending;
    private final Map<StateKey, ToScreen> state = new LinkedHashMap<>();
    private boolean verify;

    PictureStream(ProgramPicture picture, FeedLimits limits, ScreenCounters counters) {
        this.picture = picture;
        this.counters = counters;
        this.pending = new PendingFrames(limits);
    }

    /** @param withChecksums whether from now on each frame comes with the surfaces' checksums */
    synchronized void verify(boolean withChecksums) {
        verify = withChecksums;
    }

    synchronized void frame(SharedFrame frame) {
        if (pending.add(frame)) {
            counters.collapses.increment();
        }
    }

    /** All that the receiver has of these surfaces is out of date. */
    synchronized void redraw(Damage damage) {
        pending.skip(damage);
    }

    synchronized void state(ToScreen message) {
        StateKey key = StateKey.of(message);
        state.remove(key);
        state.put(key, message);
    }

    synchronized boolean isEmpty() {
        return pending.isEmpty() && state.isEmpty();
    }

    /** Gives up all that waits. */
    synchronized void clear() {
        state.clear();
        pending.takeFrames();
        pending.takeSkipped();
    }

    /** Takes what the receiver is to be told now. */
    Update next() {
        List<ToScreen> messages = new ArrayList<>();
        List<DrawCommand> commands = new ArrayList<>();
        List<SurfaceChecksum> checksums = List.of();
        if (takeCommands(messages, commands) || !surfaces.isWhole(picture.windowSurfaces())) {
            checksums = picture.whileStill(now -> repair(now, messages, commands));
        }
        return commands.isEmpty()
                ? Update.ofState(messages)
                : new Update(messages, encoder.encode(commands), checksums);
    }

    /**
     * Lets new receivers join: after this both they and the former ones can be told the same.
     *
     * @param hasReceivers whether there are any so far
     * @param hadOther whether a new one had something else before, which it is to forget
     */
    Junction junction(boolean hasReceivers, boolean hadOther) {
        return picture.whileStill(now -> {
            Update last = last(hasReceivers, now);
            ViewerSurfaces all = hasReceivers ? surfaces.forNewcomers() : new ViewerSurfaces();
            CommandEncoder anew = new CommandEncoder();
            if (hadOther) {
                anew.beginAnew();
            }
            List<DrawCommand> commands = new ArrayList<>();
            all.repair(picture.windowSurfaces(), now, commands);
            surfaces = all;
            encoder = anew;
            byte[] whole = hasReceivers ? anew.encodeAndForget(commands) : anew.encode(commands);
            return new Junction(last, new Update(List.of(), whole, checksums()));
        });
    }

    private Update last(boolean hasReceivers, ViewerSurfaces.Now now) {
        List<ToScreen> messages = new ArrayList<>();
        if (hasReceivers) {
            List<DrawCommand> commands = new ArrayList<>();
            List<SurfaceChecksum> checksums = repair(now, messages, commands);
            return new Update(messages, encoder.encodeAndForget(commands), checksums);
        }
        synchronized (this) {
            messages.addAll(state.values());
            clear();
        }
        return Update.ofState(messages);
    }

    /** Takes all that waits; tells whether that is not enough and the picture itself has to be looked at. */
    private boolean takeCommands(List<ToScreen> messages, List<DrawCommand> commands) {
        List<SharedFrame> frames;
        boolean incomplete;
        synchronized (this) {
            messages.addAll(state.values());
            state.clear();
            frames = pending.takeFrames();
            incomplete = pending.isCollapsed() || verify;
        }
        Set<Integer> windowSurfaces = picture.windowSurfaces();
        for (SharedFrame frame : frames) {
            surfaces.forward(frame.commands(), windowSurfaces, commands);
        }
        return incomplete;
    }

    /** Brings the receiver up to this very moment while the picture is held still. */
    private List<SurfaceChecksum> repair(ViewerSurfaces.Now now, List<ToScreen> messages, List<DrawCommand> commands) {
        takeCommands(messages, commands);
        Damage skipped;
        synchronized (this) {
            skipped = pending.takeSkipped();
        }
        surfaces.skipped(skipped);
        surfaces.repair(picture.windowSurfaces(), now, commands);
        return checksums();
    }

    private synchronized List<SurfaceChecksum> checksums() {
        return verify ? picture.checksums(surfaces.known()) : List.of();
    }
}
