package cc.node.launch;

import cc.node.message.Exited;
import cc.node.message.Finished;
import cc.node.message.FromHost;
import cc.node.message.ToHost;
import cc.protocol.link.FrameChannel;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** A host's end of one conversation. */
final class Conversation {
    private final FrameChannel channel;
    private @Nullable CompletableFuture<Void> gone;

    Conversation(FrameChannel channel) {
        this.channel = channel;
    }

    /** Waits for what comes; null when the other end has gone. */
    @Nullable
    ToHost read() throws IOException {
        return channel.read(ToHost.parser(), LaunchLimits.MAX_MESSAGE_BYTES);
    }

    void write(FromHost.Builder message) throws IOException {
        channel.write(message.build());
    }

    void error(String text) throws IOException {
        write(FromHost.newBuilder().setError(text));
    }

    void finished() throws IOException {
        write(FromHost.newBuilder().setFinished(Finished.getDefaultInstance()));
    }

    void exited(int code) throws IOException {
        write(FromHost.newBuilder().setExited(Exited.newBuilder().setCode(code)));
    }

    /**
     * Waits for something to happen here, or for the other end to go.
     *
     * @return what happened; null if nobody waits for it any more
     */
    <T> @Nullable T await(CompletableFuture<T> outcome) {
        CompletableFuture.anyOf(outcome, gone()).join();
        return outcome.getNow(null);
    }

    /** Is completed when the other end has gone; whatever else it says is not heard from now on. */
    synchronized CompletableFuture<Void> gone() {
        CompletableFuture<Void> future = gone;
        if (future == null) {
            CompletableFuture<Void> fresh = new CompletableFuture<>();
            Thread listener = new Thread(
                    () -> {
                        readToEnd();
                        fresh.complete(null);
                    },
                    "cc-host-listener");
            listener.setDaemon(true);
            listener.start();
            gone = fresh;
            return fresh;
        }
        return future;
    }

    private void readToEnd() {
        try {
            while (read() != null) {
                // Whatever it says, it is over.
            }
        } catch (IOException e) {
            // So it has gone.
        }
    }
}
