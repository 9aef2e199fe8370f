package cc.node.peer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import org.junit.jupiter.api.Test;

/** A sender that always has something to send, on links that are arithmetic. */
class FlightLimitTest {
    private static final int SEGMENT_BYTES = 1448;
    private static final long STEP_MICROS = 2_000;
    private static final long SECOND = 1_000_000;
    private static final long TCP_WINDOW_BYTES = 300L * SEGMENT_BYTES;

    @Test
    void aSlowLinkIsKeptBusyAndItsQueueShort() {
        Link link = new Link(250_000, 100_000);
        link.run(5 * SECOND);
        link.measure(4 * SECOND);
        assertThat(link.carriedPart()).isGreaterThan(0.95);
        assertThat(link.longestQueueMicros()).isLessThan(25_000);
    }

    @Test
    void theQueueStaysShortThoughItIsAlwaysThere() {
        Link link = new Link(250_000, 100_000);
        link.run(120 * SECOND);
        link.measure(30 * SECOND);
        assertThat(link.carriedPart()).isGreaterThan(0.95);
        assertThat(link.longestQueueMicros()).isLessThan(30_000);
    }

    @Test
    void aLinkThatBecomesFasterIsFilledAgain() {
        Link link = new Link(250_000, 100_000);
        link.run(5 * SECOND);
        link.bytesPerSecond = 2_500_000;
        link.run(10 * SECOND);
        link.measure(5 * SECOND);
        assertThat(link.carriedPart()).isGreaterThan(0.9);
        assertThat(link.longestQueueMicros()).isLessThan(30_000);
    }

    @Test
    void aLinkThatBecomesSlowerHasAShortQueueAgain() {
        Link link = new Link(2_500_000, 40_000);
        link.run(5 * SECOND);
        link.bytesPerSecond = 250_000;
        link.run(10 * SECOND);
        link.measure(5 * SECOND);
        assertThat(link.carriedPart()).isGreaterThan(0.95);
        assertThat(link.longestQueueMicros()).isLessThan(60_000);
    }

    @Test
    void aWayThatBecomesLongerIsFilledAgain() {
        Link link = new Link(250_000, 1_000);
        link.run(5 * SECOND);
        link.wayMicros = 100_000;
        link.run(45 * SECOND);
        link.measure(5 * SECOND);
        assertThat(link.carriedPart()).isGreaterThan(0.95);
        assertThat(link.longestQueueMicros()).isLessThan(60_000);
    }

    @Test
    void aFastLinkIsLimitedByTcpOnly() {
        Link link = new Link(1_000_000_000, 100);
        link.run(2 * SECOND);
        assertThat(link.allowed).isGreaterThanOrEqualTo(TCP_WINDOW_BYTES + (64 << 10));
    }

    @Test
    void aWayThatTakesLongerForOtherReasonsIsFoundOut() {
        Link link = new Link(1_000_000, 20_000);
        link.run(5 * SECOND);
        link.wayMicros = 60_000;
        link.measure(15 * SECOND);
        assertThat(link.carriedPart()).isGreaterThan(0.2);
        link.run(10 * SECOND);
        link.measure(10 * SECOND);
        assertThat(link.carriedPart()).isGreaterThan(0.95);
    }

    /** A queue before a wire; acknowledgements come back at once after the way's time. */
    private static final class Link {
        private final FlightLimit limit = new FlightLimit();
        private final ArrayDeque<long[]> underway = new ArrayDeque<>();
        private double bytesPerSecond;
        private long wayMicros;
        private long now;
        private double freeAtMicros;
        private long sent;
        private long arrived;
        private double roundTripMicros;
        private long allowed;
        private long longestQueue;
        private long measuredFrom;
        private long measuredSince;

        Link(double bytesPerSecond, long wayMicros) {
            this.bytesPerSecond = bytesPerSecond;
            this.wayMicros = wayMicros;
            this.roundTripMicros = wayMicros;
        }

        void run(long micros) {
            for (long end = now + micros; now < end; now += STEP_MICROS) {
                while (!underway.isEmpty() && underway.getFirst()[0] <= now) {
                    long[] segment = underway.removeFirst();
                    arrived += SEGMENT_BYTES;
                    roundTripMicros += ((double) (segment[0] - segment[1]) - roundTripMicros) / 8;
                }
                TcpState tcp = new TcpState(arrived, (long) roundTripMicros, SEGMENT_BYTES, TCP_WINDOW_BYTES);
                allowed = limit.look(now, tcp, true);
                while (sent - arrived + SEGMENT_BYTES <= Math.min(allowed, TCP_WINDOW_BYTES)) {
                    send();
                }
            }
        }

        private void send() {
            freeAtMicros = Math.max(freeAtMicros, (double) now) + SEGMENT_BYTES * 1e6 / bytesPerSecond;
            longestQueue = Math.max(longestQueue, (long) freeAtMicros - now);
            underway.addLast(new long[] {(long) freeAtMicros + wayMicros, now});
            sent += SEGMENT_BYTES;
        }

        void measure(long micros) {
            measuredFrom = arrived;
            measuredSince = now;
            longestQueue = 0;
            run(micros);
        }

        double carriedPart() {
            return (double) (arrived - measuredFrom) / ((now - measuredSince) / 1e6 * bytesPerSecond);
        }

        long longestQueueMicros() {
            return longestQueue;
        }
    }
}
