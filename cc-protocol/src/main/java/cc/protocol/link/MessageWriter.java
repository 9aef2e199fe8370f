package cc.protocol.link;

import com.google.protobuf.MessageLite;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Writes messages to a connection in a thread of its own, so that whoever has something to say is not held up by whoever
 * does not listen. May be used by any thread. Once the connection has broken, what is said goes nowhere: whoever reads
 * finds out.
 */
public final class MessageWriter implements AutoCloseable {
    private final FrameChannel channel;
    /** What is to be written; empty: no more. */
    private final LinkedBlockingQueue<Optional<MessageLite>> waiting = new LinkedBlockingQueue<>();

    private final Thread thread;

    /** @param channel closed with this */
    public MessageWriter(FrameChannel channel, String threadName) {
        this.channel = channel;
        this.thread = new Thread(this::write, threadName);
        thread.setDaemon(true);
        thread.start();
    }

    /** Has a message written after those before it. */
    public void send(MessageLite message) {
        waiting.add(Optional.of(message));
    }

    /** Ends the connection after all that was said so far. */
    public void finish() {
        waiting.add(Optional.empty());
    }

    /** Ends the connection at once. */
    @Override
    public void close() {
        thread.interrupt();
        closeChannel();
    }

    private void write() {
        try {
            for (var next = waiting.take(); next.isPresent(); next = waiting.take()) {
                channel.write(next.get());
            }
        } catch (IOException | InterruptedException e) {
            // Whoever reads finds out.
        }
        closeChannel();
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no more use in any case.
        }
    }
}
