package cc.node.registry.zookeeper;

import cc.node.message.RegistryServer;
import cc.node.registry.zookeeper.ServerSettings.Member;
import java.io.IOException;
import java.io.Writer;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.zookeeper.server.admin.AdminServer.AdminServerException;
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
    private static final int TICK_MILLIS = 1_000;
    private static final int INITIAL_SYNC_TICKS = 20;
    private static final int SYNC_TICKS = 5;
    private static final int KEPT_SNAPSHOTS = 3;
    private static final int PURGE_HOURS = 6;
    private static final int MAX_SESSION_MILLIS = 60_000;
    private static final int STOP_MILLIS = 5_000;
    private static final String ID_FILE = "myid";
    private static final String MEMBERS_FILE = "members";
    private static final String SETTINGS_FILE = "settings";

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
     * @param servers all that form the ensemble at first
     * @param data a folder of its own, which survives restarts
     */
    public static EmbeddedServer start(int id, List<RegistryServer> servers, Path data, TlsFiles tls)
            throws IOException {
        Map<Integer, Member> members = new TreeMap<>();
        int clientPort = 0;
        for (RegistryServer server : servers) {
            members.put(server.getId(), new Member(server.getHost(), server.getQuorumPort(), server.getElectionPort()));
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
        Files.createDirectories(settings.data());
        Files.writeString(settings.data().resolve(ID_FILE), Integer.toString(settings.id()));
        Path members = settings.data().resolve(MEMBERS_FILE);
        if (!Files.exists(members)) {
            // From then on ZooKeeper itself keeps the list, which changes as servers come and go.
            Files.writeString(members, membersText(settings));
        }
        Path file = settings.data().resolve(SETTINGS_FILE);
        try (Writer out = Files.newBufferedWriter(file)) {
            properties(settings, members).store(out, "Written anew at each start");
        }
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

    private static String membersText(ServerSettings settings) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(settings.members())
                .forEach((id, member) -> text.append("server.")
                        .append(id)
                        .append('=')
                        .append(member.host().indexOf(':') >= 0 ? "[" + member.host() + "]" : member.host())
                        .append(':')
                        .append(member.quorumPort())
                        .append(':')
                        .append(member.electionPort())
                        .append(":participant\n"));
        return text.toString();
    }

    private static Properties properties(ServerSettings settings, Path members) {
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("dataDir", settings.data().toString()),
                Map.entry("dynamicConfigFile", members.toString()),
                Map.entry("tickTime", Integer.toString(TICK_MILLIS)),
                Map.entry("initLimit", Integer.toString(INITIAL_SYNC_TICKS)),
                Map.entry("syncLimit", Integer.toString(SYNC_TICKS)),
                Map.entry("maxSessionTimeout", Integer.toString(MAX_SESSION_MILLIS)),
                Map.entry("autopurge.snapRetainCount", Integer.toString(KEPT_SNAPSHOTS)),
                Map.entry("autopurge.purgeInterval", Integer.toString(PURGE_HOURS)),
                Map.entry("standaloneEnabled", "false"),
                Map.entry("reconfigEnabled", "true"),
                // Whoever gets through TLS is a node.
                Map.entry("skipACL", "yes"),
                Map.entry("admin.enableServer", "false"),
                Map.entry("4lw.commands.whitelist", "srvr"),
                Map.entry("serverCnxnFactory", "org.apache.zookeeper.server.NettyServerCnxnFactory")));
        TlsFiles tls = settings.tls();
        String host = settings.client().getAddress().getHostAddress();
        String port = Integer.toString(settings.client().getPort());
        if (tls == null) {
            properties.putAll(Map.of("clientPort", port, "clientPortAddress", host));
            return properties;
        }
        properties.putAll(Map.of(
                "secureClientPort", port,
                "secureClientPortAddress", host,
                "sslQuorum", "true",
                "sslQuorumReloadCertFiles", "true",
                "client.certReload", "true"));
        for (String prefix : new String[] {"ssl.", "ssl.quorum."}) {
            properties.putAll(Map.of(
                    prefix + "keyStore.location", tls.identity().toString(),
                    prefix + "keyStore.type", "PEM",
                    prefix + "trustStore.location", tls.trusted().toString(),
                    prefix + "trustStore.type", "PEM",
                    prefix + "protocol", "TLSv1.3",
                    prefix + "clientAuth", "need",
                    prefix + "hostnameVerification", "false"));
        }
        return properties;
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

        @Override
        public void close() {
            stopped = true;
            if (quorumPeer != null) {
                quorumPeer.shutdown();
            }
        }
    }
}
