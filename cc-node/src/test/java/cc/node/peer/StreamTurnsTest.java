package cc.node.peer;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.codec.http2.DefaultHttp2Connection;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.codec.http2.StreamByteDistributor.StreamState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamTurnsTest {
    private static final int WINDOW = 1 << 30;
    private static final int PLENTY = 1 << 20;

    private final Http2Connection connection = new DefaultHttp2Connection(true);
    private final Room room = new Room();
    private long nanos = 1;
    private final StreamTurns turns = new StreamTurns(connection, () -> nanos);
    private final Map<Http2Stream, Sender> senders = new HashMap<>();
    private final List<Sender> order = new ArrayList<>();

    StreamTurnsTest() {
        turns.begin(room, () -> {});
    }

    @Test
    void whatIsShortGoesBeforeWhatIsLong() throws Exception {
        Sender file = sender();
        Sender picture = sender();
        spend(file, picture);
        file.offer(500_000);
        picture.offer(500_000);
        Sender key = sender();
        key.offer(300);
        room.bytes = 2_000;
        turns.distribute(PLENTY, this::write);
        assertThat(order.get(0)).isSameAs(key);
        assertThat(key.pending).isZero();
    }

    @Test
    void aKeyGoesThoughTheLinkHasEnough() throws Exception {
        Sender file = sender();
        spend(file);
        file.offer(500_000);
        Sender key = sender();
        key.offer(300);
        room.bytes = -1;
        turns.distribute(PLENTY, this::write);
        assertThat(order).containsExactly(key);
        assertThat(room.awaited).isTrue();
    }

    @Test
    void longOnesHaveEqualTurns() throws Exception {
        List<Sender> files = List.of(sender(), sender(), sender());
        spend(files.toArray(Sender[]::new));
        files.forEach(file -> file.offer(900_000));
        for (int i = 0; i < 300; i++) {
            room.bytes = 3_000;
            turns.distribute(PLENTY, this::write);
        }
        assertThat(files).allSatisfy(file -> assertThat(file.sent).isBetween(290_000L, 310_000L));
    }

    @Test
    void manyWithCreditLeaveAFourthToTheOthers() throws Exception {
        Sender file = sender();
        spend(file);
        file.offer(PLENTY);
        long others = 0;
        for (int i = 0; i < 100; i++) {
            Sender page = sender();
            page.offer(StreamTurns.CREDIT_BYTES);
            others += StreamTurns.CREDIT_BYTES;
            room.bytes = StreamTurns.CREDIT_BYTES;
            turns.distribute(StreamTurns.CREDIT_BYTES, this::write);
        }
        assertThat(file.sent).isBetween(others / 5, others / 2);
    }

    @Test
    void creditComesBackAtRestOnly() throws Exception {
        Sender busy = sender();
        Sender rested = sender();
        spend(busy, rested);
        busy.offer(500_000);
        nanos += TimeUnit.SECONDS.toNanos(10);
        rested.offer(10_000);
        room.bytes = 20_000;
        turns.distribute(PLENTY, this::write);
        assertThat(order.get(0)).isSameAs(rested);
        assertThat(rested.pending).isZero();
    }

    @Test
    void emptyFramesGoWithoutAnyRoom() throws Exception {
        Sender ended = sender();
        ended.offer(0);
        room.bytes = -1_000_000;
        turns.distribute(0, this::write);
        assertThat(order).containsExactly(ended);
    }

    @Test
    void aStreamWithoutAWindowWaitsForIt() throws Exception {
        Sender blocked = sender();
        blocked.window = 0;
        blocked.offer(5_000);
        room.bytes = PLENTY;
        turns.distribute(PLENTY, this::write);
        assertThat(blocked.sent).isZero();
        blocked.window = 2_000;
        blocked.changed();
        turns.distribute(PLENTY, this::write);
        assertThat(blocked.sent).isEqualTo(2_000);
    }

    @Test
    void itIsAskedAgainAtOnceIfOnlyTheConnectionsWindowWasTooSmall() throws Exception {
        sender().offer(10_000);
        room.bytes = PLENTY;
        assertThat(turns.distribute(4_000, this::write)).isTrue();
        assertThat(turns.distribute(6_000, this::write)).isFalse();
    }

    /** Whatever comes and goes, everything is sent, and nothing beyond what was allowed. */
    @Test
    void everythingIsSentInTheEnd() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<Sender> all = new ArrayList<>();
        for (int step = 0; step < 5_000; step++) {
            nanos += random.nextInt(10_000_000);
            int choice = random.nextInt(10);
            if (all.isEmpty() || choice == 0 && all.size() < 50) {
                all.add(sender());
            } else if (choice < 5) {
                all.get(random.nextInt(all.size()))
                        .offer(random.nextInt(3) == 0 ? random.nextInt(60_000) : random.nextInt(50));
            } else if (choice == 5) {
                Sender gone = all.remove(random.nextInt(all.size()));
                gone.stream.close();
            } else {
                room.bytes = random.nextInt(40_000) - 10_000L;
                int window = random.nextInt(4) == 0 ? 0 : random.nextInt(70_000);
                long before = total();
                turns.distribute(window, this::write);
                assertThat(total() - before).as("seed %d", seed).isLessThanOrEqualTo(window);
            }
        }
        room.bytes = 100L << 20;
        turns.distribute(100 << 20, this::write);
        assertThat(all).as("seed %d", seed).allSatisfy(sender -> {
            assertThat(sender.pending).isZero();
            assertThat(sender.frames).isZero();
        });
    }

    private long total() {
        return senders.values().stream().mapToLong(sender -> sender.sent).sum();
    }

    private Sender sender() throws Http2Exception {
        Sender sender =
                new Sender(connection.remote().createStream(connection.remote().incrementAndGetNextStreamId(), false));
        senders.put(sender.stream, sender);
        return sender;
    }

    /** Lets them use up what they may send before others. */
    private void spend(Sender... all) throws Http2Exception {
        for (Sender sender : all) {
            sender.offer(StreamTurns.CREDIT_BYTES);
        }
        room.bytes = PLENTY;
        turns.distribute(PLENTY, this::write);
        for (Sender sender : all) {
            assertThat(sender.pending).isZero();
            sender.sent = 0;
        }
        order.clear();
    }

    private void write(Http2Stream stream, int bytes) {
        Sender sender = Objects.requireNonNull(senders.get(stream));
        order.add(sender);
        sender.take(bytes);
    }

    /** The flow controller's half of a stream. */
    private final class Sender implements StreamState {
        private final Http2Stream stream;
        private int pending;
        private int window = WINDOW;
        private long sent;
        private int frames;

        Sender(Http2Stream stream) {
            this.stream = stream;
        }

        void offer(int bytes) {
            pending += bytes;
            frames++;
            changed();
        }

        void take(int bytes) {
            assertThat(bytes).isBetween(0, Math.min(pending, window));
            pending -= bytes;
            window -= bytes;
            sent += bytes;
            if (pending == 0) {
                frames = 0;
            }
            changed();
        }

        void changed() {
            turns.updateStreamableBytes(this);
        }

        @Override
        public Http2Stream stream() {
            return stream;
        }

        @Override
        public long pendingBytes() {
            return pending;
        }

        @Override
        public boolean hasFrame() {
            return frames > 0;
        }

        @Override
        public int windowSize() {
            return window;
        }
    }

    private static final class Room implements StreamTurns.Pace {
        private long bytes;
        private boolean awaited;

        @Override
        public long room(long wanted) {
            return bytes;
        }

        @Override
        public void promise(int promised) {
            bytes -= promised;
        }

        @Override
        public void awaitRoom(Runnable then) {
            awaited = true;
        }

        @Override
        public void satisfied() {
            awaited = false;
        }
    }
}
