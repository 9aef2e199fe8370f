package cc.toolkit.link;

import cc.protocol.link.FrameChannel;
import cc.protocol.message.ToScreen;
import java.io.IOException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Messages on their way to the node: any thread adds, one writes. Thread-safe. */
final class Outbox {
    private final ArrayDeque<ToScreen> waiting = new ArrayDeque<>();
    private @Nullable FrameChannel channel;
    private boolean begun;

    /** There is a new connection; messages are dropped until {@link #begin}. */
    synchronized void connect(FrameChannel newChannel) {
        waiting.clear();
        begun = false;
        channel = newChannel;
    }

    synchronized void disconnect() {
        waiting.clear();
        begun = false;
        channel = null;
    }

    synchronized void begin() {
        waiting.clear();
        begun = channel != null;
    }

    synchronized void add(ToScreen message) {
        if (begun) {
            waiting.add(message);
            notify();
        }
    }

    /** Ends the connection from this side; its reader notices. */
    synchronized void breakOff() {
        waiting.clear();
        begun = false;
        if (channel != null) {
            close(channel);
        }
    }

    /** The writer thread's whole life. */
    void writeForever() {
        while (true) {
            ToScreen message;
            FrameChannel target;
            synchronized (this) {
                while (waiting.isEmpty() || channel == null) {
                    try {
                        wait();
                    } catch (InterruptedException e) {
                        return;
                    }
                }
                message = waiting.remove();
                target = channel;
            }
            try {
                target.write(message);
            } catch (IOException | RuntimeException e) {
                close(target);
            }
        }
    }

    /** The reader notices, and connects again. */
    private static void close(FrameChannel broken) {
        try {
            broken.close();
        } catch (IOException e) {
            // It was broken before.
        }
    }
}
