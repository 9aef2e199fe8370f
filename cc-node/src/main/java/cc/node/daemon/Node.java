package cc.node.daemon;

import cc.node.SharedSocket;
import cc.node.UnixListener;
import cc.node.community.NodeHome;
import cc.protocol.link.RuntimePaths;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A machine's node: its parts, and those who connect to them on this machine. Lives until somebody stops it. */
final class Node implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Node.class);
    private static final long CHECK_MILLIS = 1_000;

    private final NodeParts parts;
    private final UnixListener socket;
    private final Greeter greeter;
    private final @Nullable SharedSocket others;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean startAnew;

    private Node(NodeParts parts, UnixListener socket, boolean service) {
        this.parts = parts;
        this.socket = socket;
        this.greeter = new Greeter(parts, new SelfReport(parts.web, parts.admin, parts.community, service), this::stop);
        this.others = meetDesktops();
    }

    /** @param service whether a service manager starts it anew if it asks for that */
    static Node start(RuntimePaths paths, NodeHome home, boolean service) throws IOException {
        NodeParts parts = new NodeParts(home);
        // We hold the lock, so nobody else uses this path.
        Node node = new Node(parts, UnixListener.bind(paths.nodeSocket()), service);
        node.serve();
        return node;
    }

    private void serve() {
        socket.serve("cc-node", (channel, other) -> greeter.serve(channel), parts.metrics.badSocketMessages, () -> {
            LOG.error("Nobody can connect to this node any more; it ends");
            stop(false);
        });
    }

    /** A node that cannot meet other users' desktops does all else. */
    private @Nullable SharedSocket meetDesktops() {
        try {
            return parts.desktopUsers.isOn()
                    ? SharedSocket.listen(greeter::serveOther, parts.metrics.badSocketMessages)
                    : null;
        } catch (IOException e) {
            LOG.warn("Desktops of other users cannot be met: {}", e.getMessage());
            return null;
        }
    }

    int webPort() {
        return parts.web.port();
    }

    private void stop(boolean anew) {
        startAnew = anew;
        stopped.countDown();
    }

    /**
     * Waits until somebody stops the node, or until it has been without programs for {@code idleLimitNanos}.
     *
     * @return whether another one is to be started in its place
     */
    boolean awaitEnd(long idleLimitNanos) {
        IdleWatch idle =
                new IdleWatch(idleLimitNanos, () -> socket.connections() > 0 || parts.areNeeded(), System.nanoTime());
        try {
            while (!stopped.await(CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (idle.isOver(System.nanoTime())) {
                    LOG.info("Nobody has needed this node for a minute; it ends");
                    return false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return startAnew;
    }

    /** May be called more than once. */
    @Override
    public synchronized void close() {
        stopped.countDown();
        try {
            if (socket.isOpen()) {
                socket.close();
                if (others != null) {
                    others.close();
                }
                parts.close();
            }
        } catch (IOException e) {
            LOG.warn("Closing: {}", e.getMessage());
        }
    }
}
