package cc.node.community;

import cc.node.chore.ChoreThread;
import cc.node.message.RegistryServer;
import cc.node.registry.zookeeper.EmbeddedServer;
import cc.node.registry.zookeeper.TlsFiles;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This machine's server of the registry, while it has one. A server that gives up is started again, as long as this
 * machine has it. All methods may be called by any thread.
 */
final class RegistrySeat implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistrySeat.class);
    private static final Duration LOOK_PAUSE = Duration.ofSeconds(2);

    private final NodeHome home;
    private final @Nullable TlsFiles tls;
    private final ChoreThread chores = new ChoreThread("cc-registry-seat");
    private @Nullable EmbeddedServer server;
    private List<RegistryServer> told = List.of();
    private int number;
    private boolean closed;

    /** @param tls null: in the clear and on loopback only, for tests */
    RegistrySeat(NodeHome home, @Nullable TlsFiles tls) {
        this.home = home;
        this.tls = tls;
        chores.every(LOOK_PAUSE, this::repair);
    }

    /**
     * Starts the server, unless it runs already.
     *
     * @param own its number
     * @param servers those that decide now, and this one
     */
    synchronized void take(int own, List<RegistryServer> servers) throws IOException {
        if (closed) {
            throw new IOException("the node ends");
        } else if (number == own) {
            return;
        }
        stop();
        number = own;
        told = List.copyOf(servers);
        server = EmbeddedServer.start(own, servers, home.registryData(), tls);
    }

    /** Starts a server that has never been one before, whatever an earlier one left here. */
    synchronized void takeAnew(int own, List<RegistryServer> servers) throws IOException {
        if (number != own) {
            leave();
            take(own, servers);
        }
    }

    /** Whether the server has what the others have. */
    synchronized boolean serves() {
        return server != null && server.serves();
    }

    /** Ends the server for good. */
    synchronized void leave() throws IOException {
        stop();
        home.forgetRegistry();
    }

    @Override
    public void close() {
        chores.close();
        synchronized (this) {
            closed = true;
            stop();
        }
    }

    private void stop() {
        number = 0;
        if (server != null) {
            server.close();
            server = null;
        }
    }

    private synchronized void repair() {
        if (closed || number == 0 || (server != null && server.isAlive())) {
            return;
        }
        if (server != null) {
            LOG.warn("This machine's server of the registry has ended; it is started again");
            server.close();
            server = null;
        }
        try {
            server = EmbeddedServer.start(number, told, home.registryData(), tls);
        } catch (IOException e) {
            LOG.warn("{}; trying on", e.getMessage());
        }
    }
}
