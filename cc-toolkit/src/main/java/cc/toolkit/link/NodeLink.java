package cc.toolkit.link;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.link.RuntimePaths;
import cc.protocol.message.FromScreen;
import cc.protocol.message.ScreenLayout;
import cc.protocol.message.ToScreen;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The program's one connection: a Unix-domain socket to its machine's node. When it breaks, it is made again, for as
 * long as the program lives, and the toolkit says everything anew. A program without a node runs on unseen.
 *
 * <p>One daemon thread connects and reads, another writes, so that neither the program's threads nor each other ever
 * wait for the socket.
 */
public final class NodeLink implements ScreenLink {
    private static final long FIRST_CONNECTION_SECONDS = 25;
    private static final long RETRY_MILLIS = 1_000;
    private static final long LONGEST_RETRY_MILLIS = 30_000;

    private final LaunchSettings settings = LaunchSettings.ofThisProcess();
    private final NodeDialer dialer = new NodeDialer(RuntimePaths.ofThisProcess(), settings);
    private final LinkListener listener;
    private final Outbox outbox = new Outbox();
    private final CountDownLatch firstAnswer = new CountDownLatch(1);
    private volatile @Nullable ScreenLayout firstScreens;

    private NodeLink(LinkListener listener) {
        this.listener = listener;
    }

    /** Starts to connect. */
    public static ScreenLink open(LinkListener listener) {
        NodeLink link = new NodeLink(listener);
        daemon(link::stayConnected, "cc-link");
        daemon(link.outbox::writeForever, "cc-link-writer");
        return link;
    }

    private static void daemon(Runnable work, String name) {
        Thread thread = new Thread(null, work, name, 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public ScreenLayout screens() {
        try {
            firstAnswer.await(FIRST_CONNECTION_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            // The program's own business; it gets screens all the same.
            Thread.currentThread().interrupt();
        }
        ScreenLayout screens = firstScreens;
        return screens != null ? screens : settings.screensWithoutNode();
    }

    @Override
    public void begin() {
        outbox.begin();
    }

    @Override
    public void send(ToScreen message) {
        outbox.add(message);
    }

    @Override
    public void restart() {
        outbox.breakOff();
    }

    private void stayConnected() {
        long pause = RETRY_MILLIS;
        boolean told = false;
        while (true) {
            try {
                NodeDialer.Accepted accepted = dialer.dial();
                pause = RETRY_MILLIS;
                told = false;
                serve(accepted);
            } catch (NodeDialer.RefusedException e) {
                System.err.println("cc: the node refuses this program, which runs on unseen: " + e.getMessage());
                firstAnswer.countDown();
                return;
            } catch (IOException | RuntimeException e) {
                if (!told) {
                    System.err.println("cc: this program runs on unseen until a node answers: " + e.getMessage());
                    told = true;
                }
                firstAnswer.countDown();
            } catch (InterruptedException e) {
                firstAnswer.countDown();
                return;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                return;
            }
            pause = Math.min(pause * 2, LONGEST_RETRY_MILLIS);
        }
    }

    /** Reads until the connection ends. */
    private void serve(NodeDialer.Accepted accepted) throws IOException {
        if (settings.announce()) {
            System.err.println("cc: " + accepted.answer().getName() + " shows at "
                    + accepted.answer().getViewerAddress());
        }
        firstScreens = accepted.answer().getScreens();
        try (FrameChannel channel = accepted.channel()) {
            outbox.connect(channel);
            firstAnswer.countDown();
            listener.connected();
            FromScreen message = channel.read(FromScreen.parser(), LinkLimits.MAX_FROM_SCREEN_BYTES);
            while (message != null) {
                listener.received(message);
                message = channel.read(FromScreen.parser(), LinkLimits.MAX_FROM_SCREEN_BYTES);
            }
        } finally {
            outbox.disconnect();
            listener.disconnected();
        }
    }
}
