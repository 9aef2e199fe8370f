package cc.screen.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.message.FromScreen;
import cc.protocol.message.PointerInput;
import cc.protocol.message.ReleaseInput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a program is told that reads more slowly than its viewers speak: all of this waits before the first is written. */
@Timeout(60)
class ProgramOutboxTest {
    private static final int WINDOW = 1;
    private static final int OTHER_WINDOW = 2;
    private static final int LEFT = 1;

    private final PipedOutputStream sink = new PipedOutputStream();
    private FrameChannel program;
    private ProgramOutbox outbox;

    @BeforeEach
    void connect() throws IOException {
        program = new FrameChannel(new PipedInputStream(sink), new PipedOutputStream());
        outbox = new ProgramOutbox(new FrameChannel(new ByteArrayInputStream(new byte[0]), sink), "test");
    }

    @AfterEach
    void close() {
        outbox.close("the test has ended");
    }

    @Test
    void ofMovementsInARowOnlyTheLastArrives() throws IOException {
        send(pointer(WINDOW, 10, 0), pointer(WINDOW, 11, 0), pointer(WINDOW, 12, 0), pointer(WINDOW, 13, 0));
        assertThat(received()).containsExactly(pointer(WINDOW, 10, 0), pointer(WINDOW, 13, 0));
    }

    @Test
    void aDragBeginsAndEndsWhereTheButtonWasPressedAndReleased() throws IOException {
        send(
                pointer(WINDOW, 10, 0),
                pointer(WINDOW, 10, LEFT),
                pointer(WINDOW, 20, LEFT),
                pointer(WINDOW, 30, LEFT),
                pointer(WINDOW, 30, 0),
                pointer(WINDOW, 40, 0));
        assertThat(received())
                .containsExactly(
                        pointer(WINDOW, 10, 0),
                        pointer(WINDOW, 10, LEFT),
                        pointer(WINDOW, 30, LEFT),
                        pointer(WINDOW, 30, 0),
                        pointer(WINDOW, 40, 0));
    }

    @Test
    void movementsStayInOrderWithWhatCameBetweenThem() throws IOException {
        FromScreen release = FromScreen.newBuilder()
                .setRelease(ReleaseInput.getDefaultInstance())
                .build();
        send(pointer(WINDOW, 10, 0), pointer(WINDOW, 11, 0), release, pointer(WINDOW, 12, 0), pointer(WINDOW, 13, 0));
        assertThat(received())
                .containsExactly(pointer(WINDOW, 10, 0), pointer(WINDOW, 11, 0), release, pointer(WINDOW, 13, 0));
    }

    @Test
    void theWayIntoAnotherWindowIsKept() throws IOException {
        send(pointer(WINDOW, 10, 0), pointer(OTHER_WINDOW, 5, 0), pointer(WINDOW, 12, 0));
        assertThat(received())
                .containsExactly(pointer(WINDOW, 10, 0), pointer(OTHER_WINDOW, 5, 0), pointer(WINDOW, 12, 0));
    }

    private void send(FromScreen... messages) {
        for (FromScreen message : messages) {
            outbox.send(message);
        }
    }

    private static FromScreen pointer(int window, int x, int buttons) {
        return FromScreen.newBuilder()
                .setPointer(PointerInput.newBuilder().setWindow(window).setX(x).setButtons(buttons))
                .build();
    }

    /** Everything that was left so far. */
    private List<FromScreen> received() throws IOException {
        FromScreen end = FromScreen.newBuilder()
                .setPointer(PointerInput.newBuilder().setWindow(Integer.MAX_VALUE))
                .build();
        outbox.send(end);
        outbox.start();
        List<FromScreen> messages = new ArrayList<>();
        for (FromScreen next = next(); !next.equals(end); next = next()) {
            messages.add(next);
        }
        return messages;
    }

    private FromScreen next() throws IOException {
        return requireNonNull(program.read(FromScreen.parser(), LinkLimits.MAX_FROM_SCREEN_BYTES));
    }
}
