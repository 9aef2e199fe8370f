package cc.protocol.link;

import cc.protocol.message.Attach;
import cc.protocol.message.FromScreen;
import cc.protocol.message.Goodbye;
import cc.protocol.message.ToScreen;
import java.io.IOException;

/**
 * A viewer's end of its conversation with a screen proxy. One thread reads; any thread may speak, and is not held up by
 * the connection: another thread writes.
 */
public final class ViewerChannel implements AutoCloseable {
    /** Takes what the screen proxy says. */
    @FunctionalInterface
    public interface Listener {
        void hear(ToScreen message) throws InterruptedException;
    }

    private final FrameChannel channel;
    private final MessageWriter writer;
    private volatile boolean finished;

    /** @param channel on which the hello was answered; this closes it */
    public ViewerChannel(FrameChannel channel) {
        this.channel = channel;
        this.writer = new MessageWriter(channel, "cc-viewer-writer");
    }

    /** Says something, in order. Once the connection has ended it goes nowhere. */
    public void send(FromScreen message) {
        writer.send(message);
    }

    /**
     * Introduces the viewer and passes on what it is told, until the screen proxy ends the conversation.
     *
     * @param attach without the protocol version
     * @return why it ended, for people
     * @throws IOException when the connection broke
     */
    public String run(Attach.Builder attach, Listener listener) throws IOException {
        send(FromScreen.newBuilder()
                .setAttach(attach.setProtocolVersion(ProtocolVersion.CURRENT))
                .build());
        try {
            while (true) {
                ToScreen message = channel.read(ToScreen.parser(), LinkLimits.MAX_TO_SCREEN_BYTES);
                if (message == null) {
                    return "The connection to the screen proxy was closed.";
                } else if (message.hasGoodbye()) {
                    return text(message.getGoodbye());
                }
                listener.hear(message);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "Interrupted.";
        } catch (IOException e) {
            if (finished) {
                return "The viewer has left.";
            }
            throw e;
        } finally {
            close();
        }
    }

    /** Ends the conversation after all that was said so far. */
    public void finish() {
        finished = true;
        writer.finish();
    }

    @Override
    public void close() {
        writer.close();
    }

    private static String text(Goodbye goodbye) {
        return goodbye.getText().isEmpty() ? "The screen proxy said goodbye." : goodbye.getText();
    }
}
