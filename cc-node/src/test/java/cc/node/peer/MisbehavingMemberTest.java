package cc.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cc.node.trust.Authority;
import cc.node.trust.Identity;
import cc.node.trust.KeyRequest;
import cc.node.trust.NodeName;
import cc.protocol.message.Hello;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;

/**
 * A machine that belongs to the community and breaks the protocol: its connection ends, with a reason that it is told
 * and that is counted, and another member's conversations go on.
 */
@Timeout(120)
class MisbehavingMemberTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final NodeName NODE = new NodeName("node");
    private static final int MAX_FRAME_BYTES = 1 << 14;

    private final Authority authority = Authority.create(Clock.systemUTC());
    private Identity rogue;
    private final CountDownLatch end = new CountDownLatch(1);
    private PeerNetwork node;
    private PeerNetwork other;
    private PeerStream conversation;
    private int said;

    @BeforeEach
    void start() throws IOException {
        rogue = identity(new NodeName("rogue"));
        node = network(NODE);
        other = network(new NodeName("other"));
        conversation = other.open(NODE, new PeerAddress("127.0.0.1", node.port()), "echo");
        assertNothingElseIsAffected();
    }

    @AfterEach
    void stop() {
        end.countDown();
        other.close();
        node.close();
    }

    /** What breaks the protocol of the whole connection. */
    @TestFactory
    List<DynamicTest> itsConnectionEndsWithAReason() {
        Map<String, byte[]> frames = Map.ofEntries(
                Map.entry(
                        "no HTTP/2 at all", "GET / HTTP/1.1\r\n\r\n".repeat(20).getBytes(StandardCharsets.US_ASCII)),
                Map.entry("a frame that is too long", RawMember.header(MAX_FRAME_BYTES + 1, RawMember.DATA, 0, 1)),
                Map.entry("the longest frame there is", RawMember.header((1 << 24) - 1, RawMember.HEADERS, 0, 1)),
                Map.entry("data of a stream that nobody opened", RawMember.frame(RawMember.DATA, 0, 99, 1, 2, 3)),
                Map.entry("data of no stream", RawMember.frame(RawMember.DATA, 0, 0, 1, 2, 3)),
                Map.entry("a stream that only the node could open", open(2, "echo")),
                Map.entry("headers that are no HPACK", headers(1, new byte[] {(byte) 0xFF, -1, -1, -1, -1, -1})),
                Map.entry("a continuation of nothing", RawMember.frame(RawMember.CONTINUATION, 0, 1, 0)),
                Map.entry("settings that are cut off", RawMember.frame(RawMember.SETTINGS, 0, 0, 0, 1, 2)),
                Map.entry("a setting that cannot be", RawMember.frame(RawMember.SETTINGS, 0, 0, 0, 5, 0, 0, 0, 1)),
                Map.entry("a short ping", RawMember.frame(RawMember.PING, 0, 0, 1, 2, 3)),
                Map.entry("a promise", RawMember.frame(RawMember.PUSH_PROMISE, RawMember.END_HEADERS, 1, 0, 0, 0, 2)),
                Map.entry(
                        "a window of too much", RawMember.frame(RawMember.WINDOW_UPDATE, 0, 0, 0x7F, 0xFF, 0xFF, 0xFF)),
                Map.entry("a window of nothing", RawMember.frame(RawMember.WINDOW_UPDATE, 0, 0, 0, 0, 0, 0)),
                Map.entry(
                        "padding longer than its frame",
                        concat(open(1, "echo"), RawMember.frame(RawMember.DATA, 8, 1, 9, 0))),
                Map.entry("more than all windows hold", flood()));
        return frames.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    long before = node.counters().badMessages.sum();
                    boolean greets = !entry.getKey().startsWith("no HTTP/2");
                    try (RawMember member = new RawMember(rogue, node.port())) {
                        if (greets) {
                            member.greeted();
                        }
                        member.send(entry.getValue());
                        List<RawMember.Frame> answers = member.untilItEnds();
                        assertThat(answers).as(entry.getKey()).anySatisfy(answer -> {
                            assertThat(answer.type()).isEqualTo(RawMember.GOAWAY);
                            assertThat(answer.reason()).isNotBlank();
                        });
                    }
                    await().atMost(PATIENCE)
                            .until(() -> node.counters().badMessages.sum() > before);
                    assertNothingElseIsAffected();
                }))
                .toList();
    }

    @Test
    void aStreamThatTakesMoreThanItsWindowEndsAlone() throws Exception {
        try (RawMember member = new RawMember(rogue, node.port()).greeted()) {
            member.open(1, "keep");
            byte[] piece = RawMember.frame(RawMember.DATA, 0, 1, new byte[MAX_FRAME_BYTES]);
            for (int sent = 0; sent <= PeerLimits.STREAM_WINDOW_BYTES; sent += MAX_FRAME_BYTES) {
                member.send(piece);
            }
            assertThat(member.await(RawMember.RST_STREAM).stream()).isEqualTo(1);
            member.open(3, "echo");
            member.send(RawMember.frame(RawMember.DATA, RawMember.END_STREAM, 3, 42));
            assertThat(member.await(RawMember.DATA).content()).containsExactly(42);
        }
        assertThat(node.counters().badMessages.sum()).isEqualTo(1);
        assertNothingElseIsAffected();
    }

    /** In a stream of messages. */
    @Test
    void aMessageThatIsNoneEndsItsStreamWithAReason() throws Exception {
        byte[] oversized = {0x7F, -1, -1, -1};
        byte[] malformed = {0, 0, 0, 3, -1, -1, -1};
        for (byte[] content : List.of(oversized, malformed)) {
            long before = node.counters().badMessages.sum();
            try (PeerStream stream = other.open(NODE, new PeerAddress("127.0.0.1", node.port()), "messages")) {
                stream.output().write(content);
                assertThat(failure(stream)).hasMessageContaining("a message");
            }
            await().atMost(PATIENCE).until(() -> node.counters().badMessages.sum() > before);
        }
        assertNothingElseIsAffected();
    }

    @Test
    void whoVanishesWithinAFrameIsGone() throws Exception {
        try (RawMember member = new RawMember(rogue, node.port()).greeted()) {
            member.open(1, "echo");
            member.send(RawMember.header(1000, RawMember.DATA, 0, 1));
            member.send(new byte[500]);
            member.vanish();
        }
        assertNothingElseIsAffected();
    }

    @Test
    void streamsThatComeAndGoWithoutEndEndTheConnection() throws Exception {
        try (RawMember member = new RawMember(rogue, node.port()).greeted()) {
            for (int stream = 1; stream < 20_000; stream += 2) {
                member.open(stream, "keep");
                member.send(RawMember.frame(RawMember.RST_STREAM, 0, stream, 0, 0, 0, 8));
            }
            assertThat(member.untilItEnds()).anyMatch(frame -> frame.type() == RawMember.GOAWAY);
        }
        assertNothingElseIsAffected();
    }

    /** Frames that are right but for some bits, bytes that are nothing, whole or cut off. */
    @Test
    void whateverComesNothingElseIsAffected() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            try (RawMember member = new RawMember(rogue, node.port())) {
                if (random.nextInt(10) > 0) {
                    member.greeted();
                }
                int frames = 1 + random.nextInt(30);
                for (int i = 0; i < frames; i++) {
                    member.send(anything(random));
                }
                if (random.nextBoolean()) {
                    // This cannot be right wherever it comes.
                    member.send(RawMember.header((1 << 24) - 1, 0xFF, 0xFF, -1));
                    member.send(new byte[100_000]);
                }
            }
        }
        assertNothingElseIsAffected();
    }

    private static byte[] anything(Random random) {
        byte[] content = new byte[random.nextInt(4) == 0 ? random.nextInt(20_000) : random.nextInt(40)];
        random.nextBytes(content);
        int stream = random.nextInt(3) == 0 ? random.nextInt() : 1 + 2 * random.nextInt(8);
        byte[] frame = switch (random.nextInt(4)) {
            case 0 ->
                open(
                        1 + 2 * random.nextInt(8),
                        List.of("echo", "keep", "messages", "?").get(random.nextInt(4)));
            case 1 -> content;
            default -> RawMember.frame(random.nextInt(11), random.nextInt(256), stream, content);
        };
        for (int flips = random.nextInt(3); flips > 0 && frame.length > 0; flips--) {
            frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return random.nextInt(8) == 0 ? Arrays.copyOf(frame, random.nextInt(frame.length + 1)) : frame;
    }

    private void assertNothingElseIsAffected() throws IOException {
        byte word = (byte) ++said;
        conversation.output().write(word);
        assertThat(conversation.input().read()).isEqualTo(word & 0xFF);
        assertThat(other.counters().connectionsDialed.sum()).isEqualTo(1);
    }

    private static IOException failure(PeerStream stream) {
        try {
            throw new AssertionError("it was answered: " + stream.input().read());
        } catch (IOException e) {
            return e;
        }
    }

    private static byte[] open(int stream, String kind) {
        return headers(stream, RawMember.path(kind));
    }

    private static byte[] headers(int stream, byte[] block) {
        return RawMember.frame(RawMember.HEADERS, RawMember.END_HEADERS, stream, block);
    }

    /** Data of more streams than fit into the window of the connection, within the window of each. */
    private static byte[] flood() {
        int streams = PeerLimits.CONNECTION_WINDOW_BYTES / PeerLimits.STREAM_WINDOW_BYTES + 1;
        byte[] piece = new byte[MAX_FRAME_BYTES];
        return concat(IntStream.range(0, streams)
                .mapToObj(i -> {
                    byte[][] frames = new byte[1 + PeerLimits.STREAM_WINDOW_BYTES / MAX_FRAME_BYTES][];
                    frames[0] = open(1 + 2 * i, "keep");
                    byte[] data = RawMember.frame(RawMember.DATA, 0, 1 + 2 * i, piece);
                    Arrays.fill(frames, 1, frames.length, data);
                    return concat(frames);
                })
                .toArray(byte[][]::new));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private Identity identity(NodeName name) throws IOException {
        KeyRequest request = KeyRequest.create(name);
        return request.identity(KeyRequest.answer(request.encoded(), name, authority));
    }

    private PeerNetwork network(NodeName name) throws IOException {
        Identity identity = identity(name);
        return PeerNetwork.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                () -> identity,
                Map.of(
                        "echo",
                        stream -> {
                            stream.input().transferTo(stream.output());
                            stream.output().close();
                        },
                        "messages",
                        stream -> stream.messages().read(Hello.parser(), 1000),
                        "keep",
                        stream -> {
                            try {
                                end.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }),
                Map.of());
    }
}
