package cc.node.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cc.node.trust.Authority;
import cc.node.trust.Identity;
import cc.node.trust.JoinToken;
import cc.node.trust.KeyRequest;
import cc.node.trust.NodeName;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real sockets and real TLS between two nodes. */
@Timeout(120)
class PeerNetworkTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final NodeName A = new NodeName("a");
    private static final NodeName B = new NodeName("b");

    private final Authority authority = Authority.create(Clock.systemUTC());

    /**
     * The common pool has a single thread on a machine of two processors, and tasks that wait for each other wait on.
     */
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private final BlockingQueue<PeerStream> kept = new LinkedBlockingQueue<>();
    private final CountDownLatch end = new CountDownLatch(1);
    private PeerNetwork a;
    private PeerNetwork b;
    private PeerAddress addressOfB;

    @BeforeEach
    void start() throws Exception {
        a = network(A, authority);
        b = network(B, authority);
        addressOfB = new PeerAddress("127.0.0.1", b.port());
    }

    @AfterEach
    void stop() {
        end.countDown();
        a.close();
        b.close();
        threads.shutdownNow();
    }

    @Test
    void bytesComeBackAsTheyWereSent() throws Exception {
        try (PeerStream stream = a.open(B, addressOfB, "echo")) {
            stream.output().write(bytes("to b and back"));
            stream.output().close();
            assertThat(stream.input().readAllBytes()).isEqualTo(bytes("to b and back"));
        }
    }

    @Test
    void theOtherEndIsWhoItsCertificateSays() throws Exception {
        try (PeerStream stream = a.open(B, addressOfB, "who")) {
            assertThat(new String(stream.input().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("a");
        }
    }

    @Test
    void manyLargeStreamsShareAConnectionWithoutAWrongByte() throws Exception {
        List<CompletableFuture<Boolean>> transfers = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            long seed = i;
            transfers.add(CompletableFuture.supplyAsync(() -> echoed(seed, 3_000_000 + (int) seed * 77_777), threads));
        }
        for (CompletableFuture<Boolean> transfer : transfers) {
            assertThat(transfer.get(60, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(a.counters().connectionsDialed.sum()).isEqualTo(1);
    }

    @Test
    void whoDoesNotReadHoldsUpNobodyElse() throws Exception {
        PeerStream stuck = a.open(B, addressOfB, "keep");
        CountDownLatch full = new CountDownLatch(1);
        Thread writer = new Thread(() -> {
            try {
                byte[] piece = new byte[1 << 16];
                for (int i = 0; i < 1000; i++) {
                    stuck.output().write(piece);
                }
            } catch (IOException e) {
                full.countDown();
            }
        });
        writer.start();
        // 64 MB do not fit into the stream's window: the writer waits.
        await().atMost(PATIENCE).until(() -> writer.getState() == Thread.State.WAITING);
        assertThat(echoed(5, 2_000_000)).isTrue();
        assertThat(writer.isAlive()).isTrue();
        stuck.close();
        assertThat(full.await(20, TimeUnit.SECONDS)).isTrue();
        writer.join();
    }

    @Test
    void aStrangerIsServedOnlyWhatIsForStrangers() throws Exception {
        JoinToken token = JoinToken.create(authority.certificate());
        try (PeerStream stream = PeerNetwork.openAsStranger(addressOfB, token::isOf, "welcome")) {
            stream.output().close();
            assertThat(new String(stream.input().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("stranger");
        }
        try (PeerStream stream = PeerNetwork.openAsStranger(addressOfB, token::isOf, "echo")) {
            assertThatThrownBy(() -> stream.input().read())
                    .hasCauseInstanceOf(RefusedException.class)
                    .hasMessageContaining("join it first");
        }
        assertThat(b.counters().streamsRefused.sum()).isEqualTo(1);
    }

    @Test
    void aTokenOfAnotherCommunityFindsOut() {
        JoinToken token = JoinToken.create(Authority.create(Clock.systemUTC()).certificate());
        assertThatThrownBy(() -> PeerNetwork.openAsStranger(addressOfB, token::isOf, "welcome"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no handshake with 127.0.0.1:");
    }

    @Test
    void aNodeOfAnotherCommunityIsRefused() throws Exception {
        try (PeerNetwork other = network(A, Authority.create(Clock.systemUTC()))) {
            assertThatThrownBy(() -> other.open(B, addressOfB, "echo").input().read())
                    .isInstanceOf(IOException.class);
        }
        await().atMost(PATIENCE).until(() -> b.counters().strangersRefused.sum() == 1);
        assertThat(echoed(1, 1000)).isTrue();
    }

    @Test
    void anExpiredCertificateIsRefused(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("authority.pem");
        authority.save(file);
        Clock lastWeek = Clock.offset(Clock.systemUTC(), Duration.ofDays(-8));
        try (PeerNetwork late = network(A, Authority.load(file, lastWeek))) {
            assertThatThrownBy(() -> late.open(B, addressOfB, "echo").input().read())
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> a.open(A, new PeerAddress("127.0.0.1", late.port()), "echo"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("expired");
        }
        await().atMost(PATIENCE).until(() -> b.counters().strangersRefused.sum() == 1);
        assertThat(echoed(1, 1000)).isTrue();
    }

    @Test
    void aCertificateOfAnotherTimeIsRefusedWithAWordAboutClocks(@TempDir Path folder) throws Exception {
        Path saved = folder.resolve("authority.pem");
        authority.save(saved);
        Map<Duration, String> others = Map.of(
                Duration.ofHours(5), "not valid yet: compare the two clocks",
                Duration.ofDays(-30), "has expired: compare the two clocks");
        int refused = 0;
        for (Map.Entry<Duration, String> other : others.entrySet()) {
            Authority elsewhen = Authority.load(saved, Clock.offset(Clock.systemUTC(), other.getKey()));
            try (PeerNetwork c = network(new NodeName("c"), elsewhen)) {
                assertThatThrownBy(() -> a.open(new NodeName("c"), new PeerAddress("127.0.0.1", c.port()), "echo"))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining(other.getValue());
                assertThatThrownBy(() -> c.open(B, addressOfB, "echo").input().read())
                        .isInstanceOf(IOException.class);
                int all = ++refused;
                await().atMost(PATIENCE)
                        .until(() -> b.counters().strangersRefused.sum() == all);
            }
        }
        assertThat(echoed(4, 1000)).isTrue();
    }

    @Test
    void anotherMachineAtTheAddressIsNotTakenForTheNode() {
        assertThatThrownBy(() -> a.open(new NodeName("c"), addressOfB, "echo"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is b, not c");
    }

    @Test
    void whereNobodyListensThatIsSaid() {
        b.close();
        assertThatThrownBy(() -> a.open(B, addressOfB, "echo"))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot reach " + addressOfB
                        + ": nobody listens there: its node does not run, or has another port");
    }

    @Test
    void aKindThatIsNotKnownIsRefusedWithAReason() throws Exception {
        try (PeerStream stream = a.open(B, addressOfB, "future")) {
            assertThatThrownBy(() -> stream.input().read())
                    .hasCauseInstanceOf(RefusedException.class)
                    .hasMessageContaining("'future'");
        }
        try (PeerStream stream = a.open(B, addressOfB, "busy")) {
            assertThatThrownBy(() -> stream.input().read())
                    .hasCauseInstanceOf(RefusedException.class)
                    .hasMessage("Zu viel los – später");
        }
    }

    @Test
    void aStreamThatOneEndBreaksOffFailsAtTheOther() throws Exception {
        PeerStream mine = a.open(B, addressOfB, "keep");
        mine.output().write(1);
        PeerStream theirs = kept.take();
        assertThat(theirs.input().read()).isEqualTo(1);
        mine.close();
        assertThatThrownBy(() -> theirs.input().read()).isInstanceOf(IOException.class);
    }

    @Test
    void aNodeThatStopsBreaksItsStreamsAndIsReachedAgain() throws Exception {
        PeerStream stream = a.open(B, addressOfB, "keep");
        stream.output().write(1);
        kept.take();
        b.close();
        assertThatThrownBy(() -> stream.input().read()).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> a.open(B, addressOfB, "echo")).isInstanceOf(IOException.class);
        b = network(B, authority);
        addressOfB = new PeerAddress("127.0.0.1", b.port());
        assertThat(echoed(2, 1000)).isTrue();
    }

    @Test
    void nonsenseOnThePortEndsThatConnectionOnly() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 20; i++) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), b.port())) {
                byte[] nonsense = new byte[1 + random.nextInt(5000)];
                random.nextBytes(nonsense);
                OutputStream out = socket.getOutputStream();
                out.write(nonsense);
                out.flush();
                socket.shutdownOutput();
                socket.setSoTimeout(20_000);
                // Whatever comes, the connection ends.
                socket.getInputStream().readAllBytes();
            } catch (java.net.SocketException e) {
                // Reset while it was written to.
            }
        }
        assertThat(echoed(3, 1000)).isTrue();
        await().atMost(PATIENCE).until(() -> b.counters().strangersRefused.sum() == 20);
    }

    @Test
    void aKeyStrokeOvertakesALargeTransfer() throws Exception {
        PeerStream bulk = a.open(B, addressOfB, "count");
        byte[] piece = new byte[1 << 16];
        CompletableFuture<Long> sent = CompletableFuture.supplyAsync(
                () -> {
                    long bytes = 0;
                    try {
                        while (end.getCount() > 0 && bytes < (1L << 30)) {
                            bulk.output().write(piece);
                            bytes += piece.length;
                        }
                        bulk.output().close();
                        return bytes;
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                },
                threads);
        try (PeerStream keys = a.open(B, addressOfB, "echo")) {
            // Each key comes back while the transfer goes on.
            for (int key = 0; key < 200; key++) {
                keys.output().write(key);
                assertThat(keys.input().read()).isEqualTo(key);
            }
            assertThat(sent).isNotDone();
        }
        end.countDown();
        long bytes = sent.get(60, TimeUnit.SECONDS);
        assertThat(new DataInputStream(bulk.input()).readLong()).isEqualTo(bytes);
        bulk.close();
    }

    private boolean echoed(long seed, int count) {
        try (PeerStream stream = a.open(B, addressOfB, "echo")) {
            byte[] sent = new byte[count];
            new Random(seed).nextBytes(sent);
            CompletableFuture<Void> writing = CompletableFuture.runAsync(
                    () -> {
                        try {
                            stream.output().write(sent);
                            stream.output().close();
                        } catch (IOException e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    threads);
            CRC32 expected = new CRC32();
            expected.update(sent);
            CheckedInputStream back = new CheckedInputStream(stream.input(), new CRC32());
            long received = back.transferTo(OutputStream.nullOutputStream());
            writing.join();
            return received == count && back.getChecksum().getValue() == expected.getValue();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private PeerNetwork network(NodeName name, Authority by) throws IOException {
        KeyRequest request = KeyRequest.create(name);
        Identity identity = request.identity(KeyRequest.answer(request.encoded(), name, by));
        return PeerNetwork.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                () -> identity,
                Map.of(
                        "echo",
                        stream -> {
                            stream.input().transferTo(stream.output());
                            stream.output().close();
                        },
                        "who",
                        stream -> {
                            stream.output()
                                    .write(bytes(stream.peer().orElseThrow().text()));
                            stream.output().close();
                        },
                        "busy",
                        stream -> {
                            throw new RefusedException("Zu viel los – später");
                        },
                        "count",
                        stream -> {
                            long count = stream.input().transferTo(OutputStream.nullOutputStream());
                            new DataOutputStream(stream.output()).writeLong(count);
                            stream.output().close();
                        },
                        "keep",
                        stream -> {
                            kept.add(stream);
                            try {
                                end.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        }),
                Map.of("welcome", stream -> {
                    stream.output()
                            .write(bytes(stream.peer().map(NodeName::text).orElse("stranger")));
                    stream.output().close();
                }));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
