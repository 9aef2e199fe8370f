package cc.screen.nativ;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.link.ProtocolVersion;
import cc.protocol.message.Attach;
import cc.protocol.message.FromScreen;
import cc.protocol.message.Goodbye;
import cc.protocol.message.ToScreen;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a program as windows of this desktop, until it ends. Reads what the screen proxy sends and hands it to AWT's
 * event thread, which takes all that has come and then shows it at once; and writes what the person does, in a thread of
 * its own.
 */
public final class NativeViewer {
    private static final Logger LOG = LoggerFactory.getLogger(NativeViewer.class);
    private static final int MAX_WAITING = 64;

    private final FrameChannel channel;
    private final NativeDesktop desktop;
    private final BlockingQueue<ToScreen> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "cc-native-writer");
        thread.setDaemon(true);
        return thread;
    });

    private NativeViewer(FrameChannel channel, KeyTranslator keys) {
        this.channel = channel;
        this.desktop = new NativeDesktop(this::send, keys);
    }

    /**
     * Shows a program until it or its screen proxy ends the connection. To be called on a channel on which the hello was
     * answered; closes it.
     *
     * @return why it ended, for people
     * @throws IOException when the connection broke
     */
    public static String run(FrameChannel channel, KeyTranslator keys) throws IOException {
        // Windows are painted over completely: what the toolkit would clear before could only flicker.
        System.setProperty("sun.awt.noerasebackground", "true");
        return new NativeViewer(channel, keys).run();
    }

    private String run() throws IOException {
        send(FromScreen.newBuilder()
                .setAttach(Attach.newBuilder()
                        .setProtocolVersion(ProtocolVersion.CURRENT)
                        .setScreens(ScreenProbe.layout()))
                .build());
        try (channel) {
            while (true) {
                ToScreen message = channel.read(ToScreen.parser(), LinkLimits.MAX_TO_SCREEN_BYTES);
                if (message == null) {
                    return "The connection to the screen proxy was closed.";
                }
                if (message.hasGoodbye()) {
                    return text(message.getGoodbye());
                }
                waiting.put(message);
                schedule();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "Interrupted.";
        } finally {
            writer.shutdownNow();
            EventQueue.invokeLater(desktop::close);
        }
    }

    private void schedule() {
        if (scheduled.compareAndSet(false, true)) {
            EventQueue.invokeLater(this::handleWaiting);
        }
    }

    private void handleWaiting() {
        scheduled.set(false);
        List<ToScreen> messages = new ArrayList<>();
        waiting.drainTo(messages);
        try {
            desktop.handle(messages);
        } catch (IOException e) {
            LOG.error("The screen proxy sent what cannot be shown", e);
            closeChannel();
        }
    }

    private void send(FromScreen message) {
        try {
            writer.execute(() -> write(message));
        } catch (RejectedExecutionException e) {
            LOG.debug("The connection has ended: {} is not sent", message.getMessageCase());
        }
    }

    private void write(FromScreen message) {
        try {
            channel.write(message);
        } catch (IOException e) {
            LOG.debug("The screen proxy is gone", e);
            closeChannel();
        }
    }

    private void closeChannel() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing the connection", e);
        }
    }

    private static String text(Goodbye goodbye) {
        return goodbye.getText().isEmpty() ? "The screen proxy said goodbye." : goodbye.getText();
    }
}
