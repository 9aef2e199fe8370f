package cc.node.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinkPaceTest {
    private static final int SEGMENT_BYTES = 1448;

    @Test
    void aFastLinkHasAQueueThatNeverRunsEmpty() {
        assertThat(LinkPace.queueBytes(100L * SEGMENT_BYTES, 200)).isEqualTo(PeerLimits.SOCKET_QUEUE_BYTES);
    }

    @Test
    void aSlowOneHasTheLeast() {
        // 2 Mbit/s, 200 ms there and back.
        assertThat(LinkPace.queueBytes(50_000, 200_000)).isEqualTo(PeerLimits.LEAST_SOCKET_QUEUE_BYTES);
    }

    @Test
    void oneInBetweenHasWhatItCarriesInTenMilliseconds() {
        // 20 Mbit/s, 140 ms there and back.
        assertThat(LinkPace.queueBytes(350_000, 140_000)).isEqualTo(25_000);
    }

    @Test
    void aLinkOfWhichNothingIsKnownYetCountsAsFast() {
        assertThat(LinkPace.queueBytes(10L * SEGMENT_BYTES, 0)).isEqualTo(PeerLimits.SOCKET_QUEUE_BYTES);
    }
}
