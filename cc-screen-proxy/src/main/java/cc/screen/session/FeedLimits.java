package cc.screen.session;

import java.time.Duration;

/**
 * How far viewers may fall behind.
 *
 * @param framesInFlight frames sent but not acknowledged
 * @param bytesInFlight bytes sent but not acknowledged; one frame always goes
 * @param pendingFrames frames that wait as commands; beyond, they become damage that is redrawn from the replica
 * @param pendingBytes estimated bytes of waiting commands; beyond, they become damage
 * @param crowdPieces pieces that one of several viewers may be behind the newest; beyond, it joins anew
 * @param crowdBytes bytes that it may be behind
 * @param attachWithin how long a viewer may take to introduce itself
 * @param starvedAfter how long a viewer may take nothing at all while there is something to see
 */
public record FeedLimits(
        int framesInFlight,
        int bytesInFlight,
        int pendingFrames,
        long pendingBytes,
        int crowdPieces,
        long crowdBytes,
        Duration attachWithin,
        Duration starvedAfter) {
    public static final FeedLimits DEFAULT =
            new FeedLimits(16, 1 << 20, 16, 256 << 10, 16, 2 << 20, Duration.ofSeconds(10), Duration.ofSeconds(30));
}
