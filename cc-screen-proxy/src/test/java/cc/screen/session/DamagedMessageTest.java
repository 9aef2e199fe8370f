package cc.screen.session;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.message.Attach;
import cc.protocol.message.FromScreen;
import cc.protocol.message.KeyInput;
import cc.protocol.message.PointerInput;
import cc.protocol.message.TextInput;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WheelInput;
import cc.protocol.message.WindowRequest;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages with damaged bytes: whoever sent them is sent away with a reason, or they are taken for what they say. */
class DamagedMessageTest {
    private static final int ROUNDS = 100;

    private final StepExecutor executor = new StepExecutor();
    private final ScreenCounters counters = new ScreenCounters();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void damagedMessagesOfProgramsHurtNobodyElse(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            TestSession.RecordingLink link = new TestSession.RecordingLink();
            ProgramSession session = TestSession.open(link, executor, counters, FeedLimits.DEFAULT, executor::nanoTime);
            FakeViewer viewer = FakeViewer.attach(session, true);
            RandomProgram program = new RandomProgram(random);
            session.receive(program.openWindow());
            session.receive(program.frame(20));
            for (int i = 0; i < 3 && !session.hasEnded(); i++) {
                ToScreen damaged = damaged(random, program.next(), ToScreen.parser());
                if (damaged != null) {
                    session.receive(damaged);
                }
                executor.runAll();
                viewer.take();
            }
            if (session.hasEnded()) {
                assertThat(link.closed).contains("bad message");
                assertThat(viewer.goodbye).isNotNull();
            }
        }
        assertThat(counters.badProgramMessages.sum()).isPositive();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void damagedMessagesOfViewersHurtNobodyElse(long seed) {
        Random random = new Random(seed);
        TestSession.RecordingLink link = new TestSession.RecordingLink();
        ProgramSession session = TestSession.open(link, executor, counters, FeedLimits.DEFAULT, executor::nanoTime);
        List<FromScreen> samples = samples();
        FakeViewer viewer = FakeViewer.attach(session, true);
        for (int round = 0; round < ROUNDS * 20; round++) {
            FromScreen sample = samples.get(random.nextInt(samples.size()));
            FromScreen damaged = damaged(random, sample, FromScreen.parser());
            if (damaged != null) {
                viewer.say(damaged);
            }
            executor.runAll();
            viewer.take();
            if (viewer.goodbye != null) {
                assertThat(viewer.goodbyeText).isNotEmpty();
                viewer.leave();
                viewer = FakeViewer.attach(session, true);
            }
        }
        assertThat(counters.badViewerMessages.sum()).isPositive();
        assertThat(session.hasEnded()).isFalse();
        assertThat(link.closed).isEmpty();
    }

    private static List<FromScreen> samples() {
        return List.of(
                FromScreen.newBuilder()
                        .setKey(KeyInput.newBuilder()
                                .setWindow(1)
                                .setUsage(4)
                                .setKey("a")
                                .setPressed(true)
                                .setModifiers(3))
                        .build(),
                FromScreen.newBuilder()
                        .setPointer(PointerInput.newBuilder()
                                .setWindow(1)
                                .setX(-5)
                                .setY(700)
                                .setButtons(1))
                        .build(),
                FromScreen.newBuilder()
                        .setWheel(WheelInput.newBuilder().setWindow(1).setDeltaY(-120))
                        .build(),
                FromScreen.newBuilder()
                        .setText(TextInput.newBuilder()
                                .setCommitted("text")
                                .setComposing("more")
                                .setCaret(2))
                        .build(),
                FromScreen.newBuilder()
                        .setWindow(WindowRequest.newBuilder()
                                .setWindow(1)
                                .setBounds(cc.protocol.message.Rect.newBuilder()
                                        .setX(3)
                                        .setWidth(100)
                                        .setHeight(90)))
                        .build(),
                FromScreen.newBuilder()
                        .setScreens(ScreenSettings.oneScreen(800, 600, 1.5))
                        .build(),
                FromScreen.newBuilder()
                        .setAttach(Attach.newBuilder().setProtocolVersion(1).setVerify(true))
                        .build());
    }

    /** The message after some of its bytes were changed; null if they are no message any more. */
    private static <T extends MessageLite> @Nullable T damaged(
            Random random, T message, com.google.protobuf.Parser<T> parser) {
        byte[] bytes = message.toByteArray();
        for (int i = random.nextInt(4); i >= 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        int length = random.nextInt(8) == 0 ? random.nextInt(bytes.length + 1) : bytes.length;
        try {
            return parser.parseFrom(bytes, 0, length);
        } catch (InvalidProtocolBufferException e) {
            return null;
        }
    }
}
