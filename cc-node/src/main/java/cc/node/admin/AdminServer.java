package cc.node.admin;

import cc.screen.web.HostCheck;
import cc.screen.web.PlainErrors;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers on the loopback address who looks after a node. A server of its own, with few threads: viewers cannot keep it
 * from answering, nor it them.
 */
public final class AdminServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
    private static final String LOOPBACK = "127.0.0.1";
    private static final int MIN_THREADS = 1;
    private static final int MAX_THREADS = 6;
    private static final int IDLE_MILLIS = 10_000;
    private static final int MAX_HEADER_BYTES = 4 << 10;

    private final Server server;
    private final ServerConnector connector;

    private AdminServer(int port, AdminHandler handler, LongAdder badRequests) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        threads.setName("cc-admin");
        threads.setDaemon(true);
        server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setUriCompliance(UriCompliance.RFC3986);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        // No acceptor thread: connections come once in seconds.
        connector = new ServerConnector(server, 0, 1, new HttpConnectionFactory(http));
        connector.setHost(LOOPBACK);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_MILLIS);
        server.addConnector(connector);
        server.setHandler(handler);
        server.setErrorHandler(new PlainErrors(badRequests));
    }

    /**
     * Starts to listen.
     *
     * @param missing what keeps the node from its work, if anything does
     * @throws IOException if the port is taken and no other one does
     */
    public static AdminServer start(AdminSettings settings, NodeMetrics metrics, Supplier<Optional<String>> missing)
            throws IOException {
        AdminHandler handler = new AdminHandler(HostCheck.loopback(), metrics, missing);
        try {
            return listen(settings.port(), handler, metrics.badAdminRequests);
        } catch (IOException e) {
            if (settings.orAny() && settings.port() != 0) {
                return listen(0, handler, metrics.badAdminRequests);
            }
            throw e;
        }
    }

    private static AdminServer listen(int port, AdminHandler handler, LongAdder badRequests) throws IOException {
        AdminServer admin = new AdminServer(port, handler, badRequests);
        try {
            admin.server.start();
            return admin;
        } catch (Exception e) {
            admin.close();
            throw new IOException("the admin port " + port + " cannot be used: " + e.getMessage(), e);
        }
    }

    /** The port on which it listens. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Where it answers, without a slash at its end. */
    public String address() {
        return "http://" + LOOPBACK + ":" + port();
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("Stopping the admin server", e);
        }
    }
}
