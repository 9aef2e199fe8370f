package cc.node.route;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cc.protocol.message.FromScreen;
import cc.protocol.message.KeyInput;
import cc.screen.session.InputRule;
import cc.screen.session.ProgramSession;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A program shows on another machine, over a real connection. */
@Timeout(120)
class RemoteProgramsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private TwoMachines machines;
    private Painter painter = new Painter(new Random(1));

    @BeforeEach
    void start() throws Exception {
        Awaitility.setDefaultTimeout(PATIENCE);
        machines = new TwoMachines(Duration.ofMinutes(5));
    }

    @AfterEach
    void stop() throws Exception {
        machines.close();
        Awaitility.reset();
    }

    @Test
    void itsWindowsAreSeenThereAndKeysComeBack() {
        paint(20);
        try (Onlooker onlooker = show()) {
            await().until(() -> onlooker.hasWindow(1));
            await().until(() -> seesAll(onlooker));
            paint(20);
            await().until(() -> seesAll(onlooker));
            onlooker.say(key(4, true));
            await().until(() -> heard(4));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void picturesAreExactAfterConnectionsThatBreakAtAnyMoment(long seed) throws Exception {
        Random random = new Random(seed);
        painter = new Painter(random);
        paint(5);
        try (Onlooker onlooker = show()) {
            for (int round = 0; round < 8; round++) {
                for (int i = random.nextInt(60); i > 0; i--) {
                    paint(1);
                }
                if (random.nextBoolean()) {
                    await().until(() -> seesAll(onlooker));
                }
                machines.wire.breakOff();
            }
            paint(1);
            await().until(() -> seesAll(onlooker));
            assertThat(onlooker.goodbye()).isEmpty();
            assertThat(onlooker.sawWindowClose()).isFalse();
        }
    }

    @Test
    void aWayThatStandsStillHoldsUpNobodyWhereTheProgramRuns() {
        paint(1);
        try (Onlooker near = new Onlooker(machines.editor);
                Onlooker far = show()) {
            await().until(() -> seesAll(far));
            machines.wire.still(true);
            paint(400);
            await().until(() -> seesAll(near));
            assertThat(seesAll(far)).isFalse();
            machines.wire.still(false);
            await().until(() -> seesAll(far));
        }
    }

    @Test
    void viewersKeepTheLastPictureAndAreSentAwayAfterTheGrace() throws Exception {
        machines.close();
        machines = new TwoMachines(Duration.ofMillis(200));
        paint(3);
        try (Onlooker onlooker = show()) {
            await().until(() -> seesAll(onlooker));
            machines.wire.cut(true);
            await().until(() -> onlooker.goodbye().contains("The connection to there was lost"));
            assertThat(seesAll(onlooker)).isTrue();
            assertThat(machines.remote.session(TwoMachines.EDITOR)).isNull();
        }
        machines.wire.cut(false);
        paint(1);
        try (Onlooker onlooker = new Onlooker(session())) {
            await().until(() -> seesAll(onlooker));
        }
    }

    @Test
    void whoTypesIntoAProgramThatIsNotReachedIsToldAndNothingComesLate() throws Exception {
        paint(1);
        try (Onlooker onlooker = show()) {
            await().until(() -> seesAll(onlooker));
            machines.wire.cut(true);
            await().until(() -> onlooker.unreached().equals("there"));
            onlooker.say(key(5, true));
            onlooker.say(key(5, false));
            machines.wire.cut(false);
            await().until(() -> onlooker.unreached().isEmpty());
            onlooker.say(key(6, true));
            await().until(() -> heard(6));
            assertThat(heard(5)).isFalse();
        }
    }

    @Test
    void whoTypesIntoSilenceIsToldBeforeTheConnectionIsGivenUpAndWhatWasTypedUntilThenArrives() {
        paint(1);
        try (Onlooker onlooker = show()) {
            await().until(() -> seesAll(onlooker));
            machines.wire.still(true);
            onlooker.say(key(5, true));
            await().until(() -> onlooker.unreached().equals("there"));
            onlooker.say(key(6, true));
            machines.wire.still(false);
            await().until(() -> onlooker.unreached().isEmpty());
            assertThat(heard(5)).isTrue();
            onlooker.say(key(7, true));
            await().until(() -> heard(7));
            assertThat(heard(6)).isFalse();
        }
    }

    private boolean heard(int usage) {
        return machines.toProgram.stream().anyMatch(message -> message.getKey().getUsage() == usage);
    }

    @Test
    void theProgramsEndIsTheEndThere() {
        paint(1);
        try (Onlooker onlooker = show()) {
            await().until(() -> seesAll(onlooker));
            machines.editor.disconnected(machines.program);
            await().until(() -> onlooker.goodbye().startsWith("GOODBYE_REASON_PROGRAM_ENDED"));
            await().until(() -> machines.here.onlyProgram() == null);
        }
    }

    @Test
    void whatIsNotWantedAnyMoreIsTakenAway() {
        paint(1);
        try (Onlooker onlooker = show()) {
            await().until(() -> seesAll(onlooker));
            machines.remote.showOnly(Map.of());
            await().until(() -> onlooker.goodbye().contains("not shown on this machine any more"));
            await().until(() -> machines.editor.entry().getViewers() == 0);
            assertThat(machines.editor.hasEnded()).isFalse();
        }
    }

    @Test
    void aKeyAndItsReleaseCostFewBytes() {
        paint(1);
        try (Onlooker onlooker = show()) {
            await().until(() -> seesAll(onlooker));
            int keys = 60;
            press(onlooker, 0, 10);
            long before = machines.wire.bytesUp.get();
            press(onlooker, 10, keys);
            long each = (machines.wire.bytesUp.get() - before) / (2L * keys);
            assertThat(each).isPositive().isLessThan(64);
        }
    }

    /** One after the other, so that no two travel in one piece. */
    private void press(Onlooker onlooker, int from, int count) {
        for (int i = from; i < from + count; i++) {
            for (boolean down : new boolean[] {true, false}) {
                int heard = machines.toProgram.size();
                onlooker.say(key(4 + i % 26, down));
                await().pollInterval(Duration.ofMillis(1)).until(() -> machines.toProgram.size() > heard);
            }
        }
    }

    private void paint(int frames) {
        machines.editor.receive(Painter.window());
        for (int i = 0; i < frames; i++) {
            machines.editor.receive(painter.frame());
        }
    }

    private Onlooker show() {
        machines.remote.showOnly(Map.of(TwoMachines.EDITOR, InputRule.ALL));
        return new Onlooker(session());
    }

    private ProgramSession session() {
        await().until(() -> machines.remote.session(TwoMachines.EDITOR) != null);
        return requireNonNull(machines.remote.session(TwoMachines.EDITOR));
    }

    private boolean seesAll(Onlooker onlooker) {
        return onlooker.sees(Painter.SURFACE, painter.crc32());
    }

    private static FromScreen.Builder key(int usage, boolean pressed) {
        return FromScreen.newBuilder()
                .setKey(KeyInput.newBuilder()
                        .setUsage(usage)
                        .setKey(String.valueOf((char) ('a' + (usage - 4) % 26)))
                        .setPressed(pressed));
    }
}
