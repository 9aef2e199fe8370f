package cc.node.registry.zookeeper;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The files by which a server of ZooKeeper is told what it is. Which servers form the ensemble is ZooKeeper's own to
 * say as soon as it runs: it writes a new file at each change and names it in the settings.
 */
final class ServerFiles {
    private static final int TICK_MILLIS = 1_000;
    private static final int INITIAL_SYNC_TICKS = 20;
    private static final int SYNC_TICKS = 5;
    private static final int KEPT_SNAPSHOTS = 3;
    private static final int PURGE_HOURS = 6;
    private static final int MAX_SESSION_MILLIS = 60_000;
    private static final String ID_FILE = "myid";
    private static final String MEMBERS_FILE = "members";
    private static final String SETTINGS_FILE = "settings";
    private static final String MEMBERS_SETTING = "dynamicConfigFile";

    private ServerFiles() {}

    /** Writes what ZooKeeper reads when it starts, and keeps what it has written itself. */
    static Path write(ServerSettings settings) throws IOException {
        Files.createDirectories(settings.data());
        Files.writeString(settings.data().resolve(ID_FILE), Integer.toString(settings.id()));
        Path file = settings.data().resolve(SETTINGS_FILE);
        Path members = members(settings, file);
        try (Writer out = Files.newBufferedWriter(file)) {
            properties(settings, members).store(out, "Written anew at each start");
        }
        return file;
    }

    /**
     * The list of servers: as ZooKeeper wrote it last, if there is one. It does not start without itself; a server that
     * is not counted in yet is told of those that are, and of itself.
     */
    private static Path members(ServerSettings settings, Path file) throws IOException {
        Path members = settings.data().resolve(MEMBERS_FILE);
        Path written = Files.exists(file)
                // Wherever the folder was at that time.
                ? settings.data()
                        .resolve(Path.of(read(file).getProperty(MEMBERS_SETTING, MEMBERS_FILE))
                                .getFileName())
                : members;
        Map<String, String> servers = new TreeMap<>();
        if (Files.exists(written)) {
            read(written).forEach((key, value) -> servers.put(key.toString(), value.toString()));
            if (servers.containsKey(key(settings.id()))) {
                return written;
            }
            servers.put(key(settings.id()), settings.self().text());
        } else {
            settings.members().forEach((id, member) -> servers.put(key(id), member.text()));
        }
        StringBuilder text = new StringBuilder();
        servers.forEach(
                (key, value) -> text.append(key).append('=').append(value).append('\n'));
        Files.writeString(members, text.toString());
        return members;
    }

    /** What a server of this number is called in the list. */
    static String key(int id) {
        return "server." + id;
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
        return properties;
    }

    private static Properties properties(ServerSettings settings, Path members) {
        Properties properties = new Properties();
        properties.putAll(Map.ofEntries(
                Map.entry("dataDir", settings.data().toString()),
                Map.entry(MEMBERS_SETTING, members.toString()),
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
                // Where an earlier server still has the port for a moment, this one is not given up.
                Map.entry("electionPortBindRetry", "0"),
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
}
