package cc.node.registry.zookeeper;

import cc.node.message.RegistryServer;
import cc.node.registry.zookeeper.ServerSettings.Member;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.zookeeper.server.ZooKeeperServer;
import org.apache.zookeeper.server.admin.AdminServer.AdminServerException;
import org.apache.zookeeper.server.quorum.QuorumPeer;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig.ConfigException;
import org.apache.zookeeper.server.quorum.QuorumPeerMain;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ZooKeeper server inside a node. One a process: ZooKeeper reads parts of its settings from system properties. Always a
 * member of an ensemble, if only of one, so that others can be added while it runs.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final int STOP_MILLIS = 5_000;

    private final Peer peer;
    private final Thread thread;

    private EmbeddedServer(Peer peer, Thread thread) {
        this.peer = peer;
        this.thread = thread;
    }

    /**
     * Starts a node's server, for clients and servers that the community's authority certified.
     *
     * @param id which of the servers it is
     * @param servers all that form the ensemble at first, and this one: once it has run, ZooKeeper itself knows them. A
     *     server that is to be added to others is not to be told of further new ones: they could form an ensemble of
     *     their own
     * @param data a folder of its own, which survives restarts
     */
    public static EmbeddedServer start(int id, List<RegistryServer> servers, Path data, TlsFiles tls)
            throws IOException {
        Map<Integer, Member> members = new TreeMap<>();
        int clientPort = 0;
        for (RegistryServer server : servers) {
            members.put(server.getId(), Member.of(server));
            if (server.getId() == id) {
                clientPort = server.getClientPort();
            }
        }
        return start(new ServerSettings(id, members, new InetSocketAddress(clientPort), data, tls));
    }

    /**
     * Starts a server. It serves as soon as most members of the ensemble are there.
     *
     * @throws IOException if the settings cannot be used; that it cannot listen shows in the log
     */
    static EmbeddedServer start(ServerSettings settings) throws IOException {
        Path file = ServerFiles.write(settings);
        QuorumPeerConfig config = new QuorumPeerConfig();
        try {
            config.parse(file.toString());
        } catch (ConfigException e) {
            throw new IOException("the registry's server cannot start: " + e.getMessage(), e);
        }
        Peer peer = new Peer();
        Thread thread = new Thread(() -> run(peer, config), "cc-registry-server");
        thread.setDaemon(true);
        thread.start();
        return new EmbeddedServer(peer, thread);
    }

    /** Whether it has what the others have, and answers. */
    public boolean serves() {
        return peer.serves();
    }

    @Override
    public void close() {
        peer.close();
        thread.interrupt();
        try {
            thread.join(STOP_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void run(Peer peer, QuorumPeerConfig config) {
        try {
            peer.runFromConfig(config);
        } catch (IOException | AdminServerException | RuntimeException e) {
            LOG.error("The registry's server ended", e);
        }
    }

    /** ZooKeeper's own main class, which can be stopped. */
    private static final class Peer extends QuorumPeerMain {
        private volatile boolean stopped;

        @Override
        public void runFromConfig(@Nullable QuorumPeerConfig config) throws IOException, AdminServerException {
            if (!stopped && config != null) {
                super.runFromConfig(config);
            }
        }

        boolean serves() {
            QuorumPeer running = quorumPeer;
            ZooKeeperServer active = running == null ? null : running.getActiveServer();
            return active != null && active.isRunning();
        }

        @Override
        public void close() {
            stopped = true;
            if (quorumPeer != null) {
                quorumPeer.shutdown();
            }
        }
    }
}
