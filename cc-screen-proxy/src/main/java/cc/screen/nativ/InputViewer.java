package cc.screen.nativ;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.ViewerChannel;
import cc.protocol.message.Attach;
import java.awt.EventQueue;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Gives this desktop's keyboard and pointer to a program that shows elsewhere, by a small window with a map of the
 * program's windows, until the program ends.
 */
public final class InputViewer {
    private InputViewer() {}

    /**
     * Drives a program until it or its screen proxy ends the connection, or the person closes the window. To be called on
     * a channel on which the hello was answered; closes it.
     *
     * @param program what the window is called after
     * @return why it ended, for people
     * @throws IOException when the connection broke
     */
    public static String run(FrameChannel frames, String program, KeyTranslator keys) throws IOException {
        ViewerChannel channel = new ViewerChannel(frames);
        AtomicReference<InputWindow> made = new AtomicReference<>();
        try {
            EventQueue.invokeAndWait(() -> made.set(new InputWindow(program, channel::send, keys, channel::finish)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (InvocationTargetException e) {
            throw new IOException("the window cannot be opened: " + e.getCause(), e);
        }
        InputWindow window = Objects.requireNonNull(made.get());
        try {
            return channel.run(Attach.newBuilder(), message -> EventQueue.invokeLater(() -> window.take(message)));
        } finally {
            EventQueue.invokeLater(window::dispose);
        }
    }
}
