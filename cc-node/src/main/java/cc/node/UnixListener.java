package cc.node;

import cc.protocol.command.ProtocolException;
import cc.protocol.link.FrameChannel;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves connections to a Unix-domain socket. Each has a thread of its own: there are as many as programs, viewers and
 * desktops, and a socket of the same machine never blocks for long. Whoever breaks the protocol loses its connection
 * and is counted; nobody else is affected.
 */
public final class UnixListener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(UnixListener.class);

    /** Serves one connection. */
    @FunctionalInterface
    public interface Server {
        /** @param socket under the channel; tells who is at the other end */
        void serve(FrameChannel channel, SocketChannel socket) throws IOException;
    }

    private final Path path;
    private final ServerSocketChannel listener;
    private final AtomicInteger connections = new AtomicInteger();

    private UnixListener(Path path, ServerSocketChannel listener) {
        this.path = path;
        this.listener = listener;
    }

    /** Takes a path, which only the caller may use: a file that is there was left by somebody who is gone. */
    public static UnixListener bind(Path path) throws IOException {
        Files.deleteIfExists(path);
        ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listener.bind(UnixDomainSocketAddress.of(path));
        } catch (IOException e) {
            listener.close();
            throw e;
        }
        return new UnixListener(path, listener);
    }

    /**
     * Serves whoever connects, from now on.
     *
     * @param name of its threads
     * @param badMessages counts what broke the protocol
     * @param onFailure called when nobody can connect any more, unless this was closed
     */
    public void serve(String name, Server server, LongAdder badMessages, Runnable onFailure) {
        start(() -> acceptForever(name, server, badMessages, onFailure), name + "-accept");
    }

    /** How many there are at the moment. */
    public int connections() {
        return connections.get();
    }

    public boolean isOpen() {
        return listener.isOpen();
    }

    /** Nobody can connect any more; those who have go on. */
    @Override
    public void close() throws IOException {
        if (listener.isOpen()) {
            listener.close();
            Files.deleteIfExists(path);
        }
    }

    private void acceptForever(String name, Server server, LongAdder badMessages, Runnable onFailure) {
        while (true) {
            try {
                SocketChannel socket = listener.accept();
                start(() -> serve(socket, server, badMessages), name + "-connection");
            } catch (ClosedChannelException e) {
                return;
            } catch (IOException e) {
                LOG.error("Accepting connections at {} failed", path, e);
                onFailure.run();
                return;
            }
        }
    }

    private void serve(SocketChannel socket, Server server, LongAdder badMessages) {
        connections.incrementAndGet();
        try (FrameChannel channel = new FrameChannel(socket)) {
            server.serve(channel, socket);
        } catch (ProtocolException e) {
            badMessages.increment();
            LOG.info("Somebody at {} broke the protocol: {}", path, e.getMessage());
        } catch (IOException e) {
            LOG.info("A connection at {} ended: {}", path, e.getMessage());
        } finally {
            connections.decrementAndGet();
        }
    }

    private static void start(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
