package cc.screen.session;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.ProgramHello;
import cc.protocol.message.ToScreen;
import cc.screen.web.WebServer;
import cc.screen.web.WebSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A program that never rests, the real web server, and a hundred connections, of which ten take nothing. */
class HundredViewersTest {
    private static final int READING = 90;
    private static final int STALLED = 10;
    private static final int FRAMES = 400;
    private static final long MAX_BYTES_PER_VIEWER = 1 << 20;
    private static final int WAIT_MILLIS = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final FeedLimits LIMITS =
            new FeedLimits(16, 1 << 20, 16, 256 << 10, 16, 2 << 20, Duration.ofSeconds(60), Duration.ofSeconds(8));

    private final long seed = System.nanoTime();
    private final RandomProgram program = new RandomProgram(new Random(seed));
    private final TestSession.RecordingLink link = new TestSession.RecordingLink();
    private final ScreenProxy proxy =
            new ScreenProxy(new ScreenSettings(ScreenSettings.oneScreen(100, 100, 1), LIMITS), TestSession.passOn());
    private final ProgramSession session =
            proxy.open(ProgramHello.newBuilder().setName("busy").build(), link);
    private final List<SocketViewer> reading = new ArrayList<>();
    private final List<SocketViewer> stalled = new ArrayList<>();
    private WebServer web;
    private Selector selector;
    private int sent;

    @BeforeEach
    void start() throws IOException {
        web = WebServer.start(WebSettings.loopback(), proxy);
        selector = Selector.open();
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        for (SocketViewer viewer : reading) {
            viewer.close();
        }
        for (SocketViewer viewer : stalled) {
            viewer.close();
        }
        selector.close();
        web.close();
    }

    @Test
    void whoReadsSeesExactlyWhatTheProgramDrawsAndWhoDoesNotIsDropped() throws IOException {
        URI address = web.viewerAddress(session, false);
        String cookie = SocketViewer.cookie(address);
        say(program.openWindow());
        for (int i = 0; i < READING + STALLED; i++) {
            SocketViewer viewer = SocketViewer.attach(address, cookie);
            if (i % 10 == 3) {
                stalled.add(viewer);
            } else {
                viewer.register(selector);
                reading.add(viewer);
            }
            say(program.next());
        }
        until("the stalled are dropped", () -> {
            say(program.next());
            session.viewerReports()
                    .forEach(report -> assertThat(report.memoryBytes()).isLessThan(MAX_BYTES_PER_VIEWER));
            return sent >= FRAMES && proxy.counters().starvedViewers.sum() == STALLED;
        });
        // Acknowledgements do not wait for anybody.
        assertThat(link.told).filteredOn(message -> message.hasAck()).hasSize(sent);
        until("all see the same", () -> reading.stream().allMatch(viewer -> viewer.seen.shows(program)));

        assertThat(proxy.counters().checksumMismatches.sum()).isZero();
        for (SocketViewer viewer : reading) {
            assertThat(viewer.closed).isFalse();
            assertThat(viewer.seen.frames).as("frames that were shown").isPositive();
            FeedExactnessTest.assertSamePixels(viewer.seen.replica, program);
        }
        until("the stalled are gone", () -> session.viewerReports().size() == READING);
        for (SocketViewer viewer : stalled) {
            viewer.silent = true;
            viewer.register(selector);
        }
        until("the stalled were told why", () -> stalled.stream().allMatch(viewer -> viewer.closed));
        assertThat(stalled)
                .allSatisfy(viewer -> assertThat(viewer.seen.received)
                        .last()
                        .extracting(message -> message.getGoodbye().getReason())
                        .isEqualTo(GoodbyeReason.GOODBYE_REASON_TOO_SLOW));
    }

    private void say(ToScreen message) {
        if (message.hasFrame()) {
            sent++;
        }
        session.receive(message);
    }

    /** Lets the viewers read until something is so. */
    private void until(String what, BooleanSupplier so) {
        long startNanos = System.nanoTime();
        try {
            while (!so.getAsBoolean()) {
                assertThat(Duration.ofNanos(System.nanoTime() - startNanos))
                        .as("%s (seed %d)", what, seed)
                        .isLessThan(PATIENCE);
                selector.select(WAIT_MILLIS);
                for (SelectionKey key : selector.selectedKeys()) {
                    ((SocketViewer) key.attachment()).read();
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new AssertionError(what + " (seed " + seed + ")", e);
        }
    }
}
