package cc.node.community;

import cc.node.message.RegistryServer;
import cc.node.registry.zookeeper.EmbeddedServer;
import cc.node.registry.zookeeper.TlsFiles;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** This machine's server of the registry, while it has one. All methods may be called by any thread. */
class RegistrySeat implements AutoCloseable {
    private final NodeHome home;
    private final TlsFiles tls;
    private @Nullable EmbeddedServer server;
    private int number;

    RegistrySeat(NodeHome home, TlsFiles tls) {
        this.home = home;
        this.tls = tls;
    }

    /**
     * Starts the server, unless it runs already.
     *
     * @param own its number
     * @param servers those that decide now, and this one
     */
    synchronized void take(int own, List<RegistryServer> servers) throws IOException {
        if (number == own) {
            return;
        }
        close();
        server = EmbeddedServer.start(own, servers, home.registryData(), tls);
        number = own;
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
        close();
        home.forgetRegistry();
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            server.close();
            server = null;
            number = 0;
        }
    }
}
