package cc.screen.session;

import cc.protocol.message.FromScreen;
import cc.protocol.message.ProgramHello;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** A session with a program that remembers what it is told. */
final class TestSession {
    /** What a program was told, and why it was disconnected. */
    static final class RecordingLink implements ProgramLink {
        final List<FromScreen> told = new ArrayList<>();
        String closed = "";

        @Override
        public void send(FromScreen message) {
            told.add(message);
        }

        @Override
        public void close(String reason) {
            closed = reason;
        }

        /** All but acknowledgements. */
        List<FromScreen> input() {
            return told.stream().filter(message -> !message.hasAck()).toList();
        }
    }

    private TestSession() {}

    static ProgramSession open(
            StepExecutor executor, ScreenCounters counters, FeedLimits limits, LongSupplier nanoTime) {
        return open(new RecordingLink(), executor, counters, limits, nanoTime);
    }

    static ProgramSession open(
            ProgramLink link,
            StepExecutor executor,
            ScreenCounters counters,
            FeedLimits limits,
            LongSupplier nanoTime) {
        return new ProgramSession(
                "test",
                ProgramHello.newBuilder().setName("test").setPid(1).build(),
                link,
                new ScreenSettings(ScreenSettings.oneScreen(100, 100, 1), limits),
                passOn(),
                new ScreenEnvironment(executor, executor::at, nanoTime, counters),
                ended -> {});
    }

    /** Input as it comes; leaving is told as a release. */
    static InputBinding passOn() {
        return (program, toProgram) -> new InputSink() {
            @Override
            public void input(int source, FromScreen message) {
                toProgram.accept(message);
            }

            @Override
            public void leave(int source) {
                toProgram.accept(FromScreen.newBuilder()
                        .setRelease(cc.protocol.message.ReleaseInput.getDefaultInstance())
                        .build());
            }
        };
    }
}
