package cc.screen.nativ;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.ViewerChannel;
import cc.protocol.message.Attach;
import cc.protocol.message.ToScreen;
import java.awt.EventQueue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows a program as windows of this desktop, until it ends. Hands what the screen proxy sends to AWT's event thread,
 * which takes all that has come and then shows it at once.
 */
public final class NativeViewer {
    private static final Logger LOG = LoggerFactory.getLogger(NativeViewer.class);
    private static final int MAX_WAITING = 64;

    private final ViewerChannel channel;
    private final NativeDesktop desktop;
    private final BlockingQueue<ToScreen> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicBoolean scheduled = new AtomicBoolean();

    private NativeViewer(ViewerChannel channel, KeyTranslator keys) {
        this.channel = channel;
        this.desktop = new NativeDesktop(channel::send, keys);
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
        return new NativeViewer(new ViewerChannel(channel), keys).run();
    }

    private String run() throws IOException {
        try {
            return channel.run(Attach.newBuilder().setScreens(ScreenProbe.layout()), message -> {
                waiting.put(message);
                schedule();
            });
        } finally {
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
            channel.close();
        }
    }
}
