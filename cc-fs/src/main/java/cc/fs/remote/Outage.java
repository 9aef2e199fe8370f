package cc.fs.remote;

import java.time.Duration;

/** How long an application has been waiting for a connection, and whether it does any more. */
final class Outage {
    private final long patienceNanos;
    private boolean waiting;
    private boolean gaveUp;
    private long sinceNanos;

    Outage(Duration patience) {
        patienceNanos = patience.toNanos();
    }

    /** Somebody wants a connection. */
    synchronized void begin() {
        if (!waiting) {
            waiting = true;
            sinceNanos = System.nanoTime();
        }
    }

    /** There is a connection. */
    synchronized void end() {
        waiting = false;
        gaveUp = false;
    }

    /** @return whether anybody was waiting until now */
    synchronized boolean giveUp() {
        boolean waited = waiting;
        gaveUp |= waited;
        waiting = false;
        return waited;
    }

    /** Whether the last one who waited waited for too long: then nobody waits for a second attempt. */
    synchronized boolean hasGivenUp() {
        return gaveUp;
    }

    synchronized boolean isTooLong() {
        return waiting && System.nanoTime() - sinceNanos > patienceNanos;
    }
}
