package cc.node.registry.zookeeper;

import cc.node.message.RegistryServer;
import cc.node.registry.zookeeper.ServerSettings.Member;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.zookeeper.server.ZooKeeperServer;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig.ConfigException;
import org.apache.zookeeper.util.ServiceUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A ZooKeeper server inside a node. One a process: ZooKeeper reads parts of its settings from system properties. Always
 * a member of an ensemble, if only of one, so that others can be added while it runs.
 */
public final class EmbeddedServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration START_PATIENCE = Duration.ofSeconds(20);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(8);
    private static final int NUDGE_PAUSE_MILLIS = 50;
    private static final Set<EmbeddedServer> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        // ZooKeeper would end the process, and with it all that the node does besides.
        ServiceUtils.setSystemExitProcedure(EmbeddedServer::fail);
    }

    private final ServerProcess process;
    private final Member place;
    private volatile boolean failed;

    private EmbeddedServer(ServerProcess process, Member place) {
        this.process = process;
        this.place = place;
    }

    /**
     * Starts a node's server, for clients and servers that the community's authority certified.
     *
     * @param id which of the servers it is
     * @param servers all that form the ensemble at first, and this one: once it has run, ZooKeeper itself knows them. A
     *     server that is to be added to others is not to be told of further new ones: they could form an ensemble of
     *     their own
     * @param data a folder of its own, which survives restarts
     * @param tls null: in the clear and on loopback only, for tests
     */
    public static EmbeddedServer start(int id, List<RegistryServer> servers, Path data, @Nullable TlsFiles tls)
            throws IOException {
        Map<Integer, Member> members = new TreeMap<>();
        int clientPort = 0;
        for (RegistryServer server : servers) {
            members.put(server.getId(), Member.of(server));
            if (server.getId() == id) {
                clientPort = server.getClientPort();
            }
        }
        InetSocketAddress client = tls == null
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), clientPort)
                : new InetSocketAddress(clientPort);
        return start(new ServerSettings(id, members, client, data, tls));
    }

    /**
     * Starts a server. It serves as soon as most members of the ensemble are there.
     *
     * @throws IOException if the settings cannot be used; what goes wrong later shows in the log, and by {@link
     *     #isAlive}
     */
    static EmbeddedServer start(ServerSettings settings) throws IOException {
        Path file = ServerFiles.write(settings);
        QuorumPeerConfig config = new QuorumPeerConfig();
        try {
            config.parse(file.toString());
        } catch (ConfigException e) {
            throw new IOException("the registry's server cannot start: " + e.getMessage(), e);
        }
        EmbeddedServer server = new EmbeddedServer(new ServerProcess(config), settings.self());
        RUNNING.add(server);
        server.process.start(START_PATIENCE);
        return server;
    }

    /** Whether it has what the others have, and answers. */
    public boolean serves() {
        ZooKeeperServer active = process.activeServer();
        return !failed && active != null && active.isRunning();
    }

    /** Whether there is hope for it; if not, it is to be closed and started again. */
    public boolean isAlive() {
        return !failed && process.isAlive();
    }

    /** Ends it. Its ports are free afterwards, unless that takes too long. */
    @Override
    public void close() {
        RUNNING.remove(this);
        Thread end = new Thread(process::end, "cc-registry-server-end");
        end.setDaemon(true);
        end.start();
        long deadline = System.nanoTime() + STOP_PATIENCE.toNanos();
        try {
            end.join(NUDGE_PAUSE_MILLIS);
            while (end.isAlive() && System.nanoTime() < deadline) {
                nudge();
                end.join(NUDGE_PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (end.isAlive()) {
            LOG.warn("The registry's server has not ended within {} s", STOP_PATIENCE.toSeconds());
        }
    }

    /** A listener that had not begun to listen when it was told to end waits for one connection before it does. */
    private void nudge() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(place.host(), place.electionPort()), NUDGE_PAUSE_MILLIS);
        } catch (IOException e) {
            // Nobody listens any more.
        }
    }

    private static void fail(int code) {
        LOG.error("The registry's server gave up (code {}); it is started again", code);
        Thread caller = Thread.currentThread();
        RUNNING.stream().filter(server -> server.process.owns(caller)).forEach(server -> server.failed = true);
    }
}
