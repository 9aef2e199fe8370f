package cc.node.peer;

import cc.node.trust.Identity;
import cc.node.trust.NodeName;
import io.netty.channel.EventLoopGroup;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A node's connections with the other nodes of its community. Streams are HTTP/2's: each has a window of its own, so
 * that nobody who reads slowly holds up another, and they take turns on the socket, so that a large transfer does not
 * delay a key stroke. Streams that a node opens to another share one connection; those that the other opens come on its
 * own.
 *
 * <p>All methods may be called by any thread.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write fails only with its channel, whose end is handled.
public final class PeerNetwork implements Closeable {
    private static final int STOP_SECONDS = 5;

    private final PeerTransport transport = new PeerTransport();
    private final EventLoopGroup group = transport.group();
    private final PeerCounters counters = new PeerCounters();
    private final ExecutorService threads;
    private final PeerListener listener;
    private final PeerDialer dialer;

    private PeerNetwork(
            InetSocketAddress address,
            Supplier<Identity> identity,
            Map<String, StreamHandler> handlers,
            Map<String, StreamHandler> forStrangers)
            throws IOException {
        AtomicInteger count = new AtomicInteger();
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "cc-peer-stream-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        dialer = new PeerDialer(transport, group, identity, counters);
        try {
            listener = new PeerListener(transport, group, address, identity, handlers, forStrangers, threads, counters);
        } catch (IOException e) {
            group.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS);
            throw e;
        }
    }

    /**
     * Listens for other nodes.
     *
     * @param identity asked for each new connection, so that a renewed certificate is used from then on
     * @param handlers by kind, for members of the community
     * @param forStrangers by kind, for everybody
     * @throws IOException if it cannot listen there
     */
    public static PeerNetwork start(
            InetSocketAddress address,
            Supplier<Identity> identity,
            Map<String, StreamHandler> handlers,
            Map<String, StreamHandler> forStrangers)
            throws IOException {
        return new PeerNetwork(address, identity, handlers, forStrangers);
    }

    /**
     * Opens a stream to another node; the connection is made if there is none. Whether the other node serves it shows
     * when it is read: to wait for the answer would cost a round trip.
     *
     * @param node who has to be there
     * @param kind names the handler at the other end
     * @throws IOException if that node is not reached, or another one is there
     */
    public PeerStream open(NodeName node, PeerAddress address, String kind) throws IOException {
        return dialer.open(node, address, kind);
    }

    /**
     * Opens one stream to a community that this machine does not belong to.
     *
     * @param isAuthority whether that is the authority of the right community
     */
    public static PeerStream openAsStranger(PeerAddress address, Predicate<X509Certificate> isAuthority, String kind)
            throws IOException {
        return PeerDialer.openAsStranger(address, isAuthority, kind);
    }

    /** Where it listens. */
    public int port() {
        return listener.port();
    }

    public PeerCounters counters() {
        return counters;
    }

    @Override
    public void close() {
        listener.close();
        dialer.close();
        threads.shutdown();
        group.shutdownGracefully(0, STOP_SECONDS, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
