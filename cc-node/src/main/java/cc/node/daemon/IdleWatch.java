package cc.node.daemon;

import java.util.function.BooleanSupplier;

/**
 * Decides when a node that was started on demand has been of no use for long enough. Driven by a clock from outside,
 * one check a second.
 */
final class IdleWatch {
    private final long limitNanos;
    private final BooleanSupplier inUse;
    private long lastUseNanos;

    IdleWatch(long limitNanos, BooleanSupplier inUse, long nowNanos) {
        this.limitNanos = limitNanos;
        this.inUse = inUse;
        this.lastUseNanos = nowNanos;
    }

    /** Whether the time without use has reached the limit. */
    boolean isOver(long nowNanos) {
        if (inUse.getAsBoolean()) {
            lastUseNanos = nowNanos;
        }
        return nowNanos - lastUseNanos >= limitNanos;
    }
}
