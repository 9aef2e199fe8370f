package cc.screen.session;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.link.ProtocolVersion;
import cc.protocol.message.Attach;
import cc.protocol.raster.Replica;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a program draws and however slowly viewers take it: in the end they see what the program drew. */
class FeedExactnessTest {
    private static final int STEPS = 600;

    private final StepExecutor executor = new StepExecutor();
    private final ScreenCounters counters = new ScreenCounters();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void viewersOfEverySpeedEndWithTheProgramsPixels(long seed) {
        everybodyEndsWithTheProgramsPixels(seed, 5);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void soDoesAViewerThatIsAloneMostOfTheTime(long seed) {
        everybodyEndsWithTheProgramsPixels(seed, 1);
    }

    private void everybodyEndsWithTheProgramsPixels(long seed, int mostViewers) {
        Random random = new Random(seed);
        FeedLimits tight = new FeedLimits(3, 4000, 4, 8000, 5, 20_000, Duration.ofSeconds(10), Duration.ofDays(1));
        ProgramSession session = TestSession.open(executor, counters, tight, executor::nanoTime);
        RandomProgram program = new RandomProgram(random);
        List<FakeViewer> viewers = new ArrayList<>();
        for (int step = 0; step < STEPS; step++) {
            session.receive(program.next());
            if (random.nextInt(60) == 0 || step == 0) {
                viewers.add(FakeViewer.attach(session, random.nextBoolean(), attach(random.nextInt(4) == 0)));
            }
            if (viewers.size() > mostViewers) {
                viewers.remove(random.nextInt(viewers.size())).leave();
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                executor.runOne(random);
            }
            for (int index = 0; index < viewers.size(); index++) {
                // The first is fast, the last is very slow.
                if (random.nextInt(1 + index * index * 4) == 0) {
                    viewers.get(index).take();
                    viewers.get(index).acknowledgeOne();
                }
            }
        }
        settle(viewers);
        assertThat(counters.checksumMismatches.sum()).isZero();
        assertThat(counters.checksumMatches.sum()).isPositive();
        assertThat(counters.collapses.sum()).as("frames given up for damage").isPositive();
        for (FakeViewer viewer : viewers) {
            assertThat(viewer.goodbyeText).isEmpty();
            assertThat(viewer.windows).isEqualTo(program.windows);
            assertSamePixels(viewer.replica, program);
        }
    }

    private void settle(List<FakeViewer> viewers) {
        boolean busy = true;
        while (busy) {
            busy = false;
            executor.runAll();
            for (FakeViewer viewer : viewers) {
                busy |= viewer.take();
                busy |= viewer.acknowledgeOne();
            }
        }
    }

    static void assertSamePixels(Replica seen, RandomProgram program) {
        for (var window : program.windows.values()) {
            assertThat(seen.has(window.getSurface()))
                    .as("surface %d", window.getSurface())
                    .isEqualTo(program.truth.has(window.getSurface()));
        }
        for (int surface : seen.surfaces()) {
            assertThat(program.truth.has(surface)).as("surface %d", surface).isTrue();
            assertThat(seen.width(surface)).isEqualTo(program.truth.width(surface));
            assertThat(seen.height(surface)).isEqualTo(program.truth.height(surface));
            assertThat(seen.crc32(surface)).as("pixels of surface %d", surface).isEqualTo(program.truth.crc32(surface));
        }
    }

    private static Attach.Builder attach(boolean verify) {
        return Attach.newBuilder().setProtocolVersion(ProtocolVersion.CURRENT).setVerify(verify);
    }
}
