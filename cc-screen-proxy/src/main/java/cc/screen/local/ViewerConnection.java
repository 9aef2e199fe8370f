package cc.screen.local;

import cc.protocol.command.ProtocolException;
import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.message.FromScreen;
import cc.protocol.message.Goodbye;
import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.ToScreen;
import cc.screen.session.ProgramSession;
import cc.screen.session.Viewer;
import cc.screen.session.ViewerLink;
import cc.screen.session.ViewerTerms;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A viewer at the other end of a blocking channel, on this machine or on another that shows the program: messages go as
 * they are, each after its length. A thread of its own writes, so that a viewer that does not read holds up nobody.
 */
public final class ViewerConnection implements ViewerLink {
    private static final Logger LOG = LoggerFactory.getLogger(ViewerConnection.class);
    private static final int GOODBYE_SECONDS = 2;
    private static final int HEADER_BYTES = 4;

    private final FrameChannel channel;
    private final ExecutorService writer;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile long bytesWaiting;

    private ViewerConnection(FrameChannel channel, String name) {
        this.channel = channel;
        this.writer = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "cc-viewer-of-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Serves a viewer until it leaves; the calling thread becomes its reader. Closes the channel.
     */
    public static void serve(ProgramSession session, FrameChannel channel, ViewerTerms terms) {
        ViewerConnection connection = new ViewerConnection(channel, session.name());
        Viewer viewer = session.attach(connection, terms);
        try {
            for (FromScreen message = read(channel); message != null; message = read(channel)) {
                viewer.receive(message);
            }
        } catch (ProtocolException e) {
            viewer.malformed(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            LOG.debug("A viewer of {} is gone", session.name(), e);
        } finally {
            viewer.left();
            connection.finish();
        }
    }

    @Override
    public int send(List<ToScreen> messages, Runnable taken) {
        int bytes = messages.stream()
                .mapToInt(message -> message.getSerializedSize() + HEADER_BYTES)
                .sum();
        bytesWaiting = bytes;
        try {
            writer.execute(() -> {
                write(messages);
                bytesWaiting = 0;
                taken.run();
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The viewer is gone already", e);
        }
        return bytes;
    }

    @Override
    public void close(GoodbyeReason reason, String text) {
        if (closing.compareAndSet(false, true)) {
            ToScreen goodbye = ToScreen.newBuilder()
                    .setGoodbye(Goodbye.newBuilder().setReason(reason).setText(text))
                    .build();
            try {
                writer.execute(() -> {
                    write(List.of(goodbye));
                    closeChannel();
                });
            } catch (RejectedExecutionException e) {
                LOG.debug("The viewer is gone already", e);
            }
            Thread patience = new Thread(this::closeAfterGoodbye, "cc-viewer-goodbye");
            patience.setDaemon(true);
            patience.start();
        }
    }

    @Override
    public long memoryBytes() {
        return bytesWaiting;
    }

    /** A viewer that does not even take its goodbye is cut off. */
    private void closeAfterGoodbye() {
        writer.shutdown();
        try {
            writer.awaitTermination(GOODBYE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closeChannel();
    }

    private void finish() {
        writer.shutdown();
        if (!closing.get()) {
            closeChannel();
        }
    }

    private void write(List<ToScreen> messages) {
        try {
            channel.write(messages);
        } catch (IOException e) {
            LOG.debug("A viewer cannot be written to", e);
            closeChannel();
        }
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing a viewer's channel", e);
        }
    }

    private static @Nullable FromScreen read(FrameChannel channel) throws IOException {
        return channel.read(FromScreen.parser(), LinkLimits.MAX_FROM_SCREEN_BYTES);
    }
}
