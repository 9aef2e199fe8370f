package cc.screen.session;

import cc.screen.damage.Damage;
import java.util.ArrayList;
import java.util.List;

/**
 * Frames that wait until a viewer is ready. When they become too many or too large, only their damage is kept, so the
 * memory that they take is bounded. Guarded by their stream.
 */
final class PendingFrames {
    private final FeedLimits limits;
    private final List<SharedFrame> frames = new ArrayList<>();
    private final Damage skipped = new Damage();
    private boolean collapsed;
    private long bytes;

    PendingFrames(FeedLimits limits) {
        this.limits = limits;
    }

    /** Adds a frame; tells whether the frames had to be given up for their damage just now. */
    boolean add(SharedFrame frame) {
        if (collapsed) {
            skipped.addAll(frame.damage());
            return false;
        }
        frames.add(frame);
        bytes += frame.bytes();
        // A lone frame is kept whatever its size: it is shared, and its damage may cost more to send.
        if (frames.size() > 1 && (frames.size() > limits.pendingFrames() || bytes > limits.pendingBytes())) {
            collapse();
            return true;
        }
        return false;
    }

    /** Whatever the viewer has of these surfaces is out of date. */
    void skip(Damage damage) {
        if (!collapsed) {
            collapse();
        }
        skipped.addAll(damage);
    }

    boolean isEmpty() {
        return frames.isEmpty() && !collapsed;
    }

    boolean isCollapsed() {
        return collapsed;
    }

    /** Takes what can be sent as commands. */
    List<SharedFrame> takeFrames() {
        List<SharedFrame> taken = List.copyOf(frames);
        frames.clear();
        bytes = 0;
        return taken;
    }

    /** Takes what has to be drawn again; from here on frames are kept again. */
    Damage takeSkipped() {
        Damage taken = new Damage();
        taken.addAll(skipped);
        skipped.clear();
        collapsed = false;
        return taken;
    }

    private void collapse() {
        frames.forEach(frame -> skipped.addAll(frame.damage()));
        takeFrames();
        collapsed = true;
    }
}
