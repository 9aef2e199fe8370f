package cc.screen.session;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.message.ControlRequest;
import cc.protocol.message.FromScreen;
import cc.protocol.message.Goodbye;
import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.KeyInput;
import cc.protocol.message.ProgramHello;
import cc.protocol.message.ScreenLayout;
import cc.protocol.message.ToScreen;
import cc.screen.relay.Relay;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program of one machine shown by another: two sessions, and a connection between them that breaks. */
class RelayTest {
    private static final int STEPS = 700;
    private static final FeedLimits TIGHT =
            new FeedLimits(3, 4000, 4, 8000, 5, 20_000, Duration.ofSeconds(10), Duration.ofSeconds(30));

    private final StepExecutor executor = new StepExecutor();
    private final ScreenCounters counters = new ScreenCounters();
    private final TestSession.RecordingLink toProgram = new TestSession.RecordingLink();
    private final ProgramSession there = TestSession.open(toProgram, executor, counters, TIGHT, executor::nanoTime);
    private final Relay relay = new Relay(
            ProgramHello.newBuilder().setName("test").setMachine("there").build(), this::openHere, true, true);

    private ProgramSession openHere(ProgramHello hello, ProgramLink link) {
        return new ProgramSession(
                "test",
                hello,
                link,
                new ScreenSettings(ScreenSettings.oneScreen(100, 100, 1), TIGHT),
                TestSession.passOn(),
                new ScreenEnvironment(executor, executor::at, executor::nanoTime, counters),
                ended -> {});
    }

    /** A connection between two machines: what is said arrives later, in order, or not at all once it has broken. */
    private final class Connection implements ViewerLink, ProgramLink {
        private final ArrayDeque<Runnable> down = new ArrayDeque<>();
        private final ArrayDeque<FromScreen> up = new ArrayDeque<>();
        private final Viewer viewer = there.attach(this, ViewerTerms.browser(true));
        private boolean broken;

        @Nullable
        Goodbye goodbye;

        Connection() {
            relay.connected(this);
        }

        @Override
        public int send(List<ToScreen> messages, Runnable taken) {
            messages.forEach(message -> down.add(() -> {
                Goodbye said = relay.receive(message);
                goodbye = said == null ? goodbye : said;
            }));
            down.add(taken);
            return 1;
        }

        @Override
        public void close(GoodbyeReason reason, String text) {
            down.add(() -> goodbye =
                    Goodbye.newBuilder().setReason(reason).setText(text).build());
        }

        @Override
        public long memoryBytes() {
            return 0;
        }

        @Override
        public void send(FromScreen message) {
            if (!broken) {
                up.add(message);
            }
        }

        @Override
        public void close(String reason) {}

        boolean carryDown() {
            Runnable next = down.poll();
            if (next != null) {
                next.run();
            }
            return next != null;
        }

        boolean carryUp() {
            FromScreen next = up.poll();
            if (next != null) {
                viewer.receive(next);
            }
            return next != null;
        }

        void breakOff() {
            broken = true;
            down.clear();
            up.clear();
            viewer.left();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void viewersBehindAConnectionThatBreaksEndWithTheProgramsPixels(long seed) {
        Random random = new Random(seed);
        RandomProgram program = new RandomProgram(random);
        Connection connection = new Connection();
        List<FakeViewer> viewers = new ArrayList<>();
        int breaks = 0;
        for (int step = 0; step < STEPS; step++) {
            there.receive(program.next());
            if (random.nextInt(50) == 0) {
                connection.breakOff();
                connection = new Connection();
                breaks++;
            }
            if (relay.session() != null && viewers.size() < 3 && random.nextInt(20) == 0) {
                viewers.add(FakeViewer.attach(relay.session(), true));
            }
            for (int i = random.nextInt(6); i > 0; i--) {
                executor.runOne(random);
                connection.carryDown();
                connection.carryUp();
            }
            for (FakeViewer viewer : viewers) {
                if (random.nextInt(3) == 0) {
                    viewer.take();
                    viewer.acknowledgeOne();
                }
            }
        }
        settle(connection, viewers);
        assertThat(breaks).isPositive();
        assertThat(viewers).isNotEmpty();
        assertThat(counters.checksumMismatches.sum()).isZero();
        assertThat(counters.badViewerMessages.sum()).isZero();
        assertThat(counters.badProgramMessages.sum()).isZero();
        for (FakeViewer viewer : viewers) {
            assertThat(viewer.goodbyeText).isEmpty();
            assertThat(viewer.windows).isEqualTo(program.windows);
            FeedExactnessTest.assertSamePixels(viewer.replica, program);
        }
    }

    @Test
    void windowsStayWhenTheConnectionIsMadeAgain() {
        RandomProgram program = new RandomProgram(new Random(5));
        Connection connection = new Connection();
        there.receive(program.openWindow());
        there.receive(program.frame(200));
        settle(connection, List.of());
        FakeViewer viewer = FakeViewer.attach(here(), true);
        settle(connection, List.of(viewer));
        connection.breakOff();
        there.receive(program.frame(50));
        viewer.received.clear();
        settle(new Connection(), List.of(viewer));
        assertThat(viewer.received).noneMatch(ToScreen::hasWindowClosed);
        FeedExactnessTest.assertSamePixels(viewer.replica, program);
    }

    @Test
    void windowsThatClosedMeanwhileAreClosed() {
        RandomProgram program = new RandomProgram(new Random(5));
        Connection connection = new Connection();
        there.receive(program.openWindow());
        settle(connection, List.of());
        FakeViewer viewer = FakeViewer.attach(here(), true);
        settle(connection, List.of(viewer));
        assertThat(viewer.windows).hasSize(1);
        connection.breakOff();
        there.receive(program.closeWindow());
        settle(new Connection(), List.of(viewer));
        assertThat(viewer.windows).isEmpty();
    }

    @Test
    void keysReachTheProgramAndAreReleasedWhenTheConnectionBreaks() {
        Connection connection = new Connection();
        settle(connection, List.of());
        FakeViewer viewer = FakeViewer.attach(here(), true);
        viewer.say(
                FromScreen.newBuilder().setKey(KeyInput.newBuilder().setUsage(4).setPressed(true)));
        settle(connection, List.of(viewer));
        assertThat(toProgram.input()).anyMatch(message -> message.getKey().getPressed());
        connection.breakOff();
        assertThat(toProgram.input().get(toProgram.input().size() - 1).hasRelease())
                .isTrue();
    }

    @Test
    void oneViewerOfAllMachinesIsInControlAndItsScreensAreTheProgramsOnes() {
        Connection connection = new Connection();
        settle(connection, List.of());
        FakeViewer far = FakeViewer.attach(here(), true);
        settle(connection, List.of(far));
        assertThat(far.viewers.getInControl()).isEqualTo(far.id());

        FakeViewer near = FakeViewer.attach(there, true);
        near.say(FromScreen.newBuilder().setScreens(screen(700)));
        near.say(take());
        settle(connection, List.of(far, near));
        assertThat(near.viewers.getInControl()).isEqualTo(near.id());
        assertThat(far.viewers.getInControl()).isNotEqualTo(far.id());
        assertThat(far.viewers.getScreens()).isEqualTo(screen(700));

        far.say(FromScreen.newBuilder().setScreens(screen(500)));
        far.say(take());
        settle(connection, List.of(far, near));
        assertThat(far.viewers.getInControl()).isEqualTo(far.id());
        assertThat(near.viewers.getInControl()).isNotEqualTo(near.id());
        assertThat(there.layout()).isEqualTo(screen(500));
    }

    @Test
    void theProgramsEndIsTold() {
        Connection connection = new Connection();
        settle(connection, List.of());
        there.disconnected(toProgram);
        settle(connection, List.of());
        assertThat(requireNonNull(connection.goodbye).getReason())
                .isEqualTo(GoodbyeReason.GOODBYE_REASON_PROGRAM_ENDED);
    }

    private ProgramSession here() {
        return requireNonNull(relay.session());
    }

    private void settle(Connection connection, List<FakeViewer> viewers) {
        boolean busy = true;
        while (busy) {
            executor.runAll();
            busy = connection.carryDown();
            busy |= connection.carryUp();
            for (FakeViewer viewer : viewers) {
                busy |= viewer.take();
                busy |= viewer.acknowledgeOne();
            }
        }
    }

    private static FromScreen.Builder take() {
        return FromScreen.newBuilder().setControl(ControlRequest.newBuilder().setTake(true));
    }

    private static ScreenLayout screen(int width) {
        return ScreenSettings.oneScreen(width, 400, 1);
    }
}
