package cc.node.community;

import cc.node.message.RegistryServer;
import cc.node.peer.PeerAddress;
import cc.node.trust.NodeName;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/**
 * What a member has to know to come up: who it is, where it listens, and where the registry is. A file in the node's
 * folder that people can read and, while the node is stopped, change.
 *
 * @param address where other nodes connect; the node listens on that port of all its interfaces
 * @param registryServer the number of this machine's own registry server, or 0 if it keeps none
 * @param registry all servers of the registry, as far as known; empty if others keep it
 * @param external the servers of others that keep the registry, as {@code host:port} separated by commas; empty if the
 *     community's machines do
 */
record MemberSettings(
        NodeName name, PeerAddress address, int registryServer, List<RegistryServer> registry, String external) {
    private static final int SERVER_FIELDS = 5;
    private static final String MODE = "coordination.mode";
    private static final String EMBEDDED = "embedded";
    private static final String EXTERNAL = "external";
    private static final String CONNECT = "coordination.connect";
    private static final String SERVERS = "registry.servers";

    /** Of a machine in whose community machines keep the registry themselves. */
    MemberSettings(NodeName name, PeerAddress address, int registryServer, List<RegistryServer> registry) {
        this(name, address, registryServer, List.copyOf(registry), "");
    }

    static MemberSettings load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
            boolean external = isExternal(properties.getProperty(MODE, EMBEDDED).trim());
            return new MemberSettings(
                    new NodeName(require(properties, "name")),
                    PeerAddress.parse(require(properties, "address")),
                    external ? 0 : Integer.parseInt(properties.getProperty("registry.own", "0")),
                    external ? List.of() : servers(require(properties, SERVERS)),
                    external ? require(properties, CONNECT) : "");
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " cannot be used: " + e.getMessage(), e);
        }
    }

    void save(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("name", name.text());
        properties.setProperty("address", address.toString());
        if (isExternal()) {
            properties.setProperty(MODE, EXTERNAL);
            properties.setProperty(CONNECT, external);
        } else {
            properties.setProperty(MODE, EMBEDDED);
            properties.setProperty("registry.own", Integer.toString(registryServer));
            properties.setProperty(
                    SERVERS,
                    String.join(" ", registry.stream().map(MemberSettings::text).toList()));
        }
        StringWriter text = new StringWriter();
        properties.store(text, "This machine's place in its community. Written by cc.");
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(fresh, text.toString(), StandardCharsets.UTF_8);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    MemberSettings withRegistry(int own, List<RegistryServer> servers) {
        return new MemberSettings(name, address, own, servers);
    }

    /** The servers of the registry and this machine's own, which may not be counted in yet. */
    List<RegistryServer> serversWithOwn() {
        List<RegistryServer> servers = new ArrayList<>(registry);
        if (servers.stream().noneMatch(server -> server.getId() == registryServer)) {
            servers.add(RegistryPorts.server(registryServer, name.text(), address));
        }
        return servers;
    }

    /** Whether others than the community's machines keep the registry. */
    boolean isExternal() {
        return !external.isEmpty();
    }

    /** The registry as its clients name it. */
    String connectString() {
        return isExternal() ? external : connectString(registry);
    }

    static String connectString(List<RegistryServer> servers) {
        return String.join(
                ",",
                servers.stream()
                        .map(server -> host(server) + ":" + server.getClientPort())
                        .toList());
    }

    private static String text(RegistryServer server) {
        return (server.getMachine().isEmpty() ? "" : server.getMachine() + "=") + server.getId() + "@" + host(server)
                + ":" + server.getClientPort() + ":" + server.getQuorumPort() + ":" + server.getElectionPort();
    }

    private static String host(RegistryServer server) {
        return server.getHost().indexOf(':') >= 0 ? "[" + server.getHost() + "]" : server.getHost();
    }

    private static List<RegistryServer> servers(String text) {
        List<RegistryServer> servers = new ArrayList<>();
        for (String word : text.trim().split("\\s+")) {
            // machine=id@host:client:quorum:election, where the host may hold colons, too.
            String machine = word.substring(0, word.indexOf('=') + 1).replace("=", "");
            String[] parts = word.substring(word.indexOf('=') + 1).split("[@:](?![^\\[]*\\])");
            if (parts.length != SERVER_FIELDS) {
                throw new IllegalArgumentException(
                        "'" + word + "' in " + SERVERS + " is not MACHINE=ID@HOST:PORT:PORT:PORT");
            }
            servers.add(RegistryServer.newBuilder()
                    .setMachine(machine)
                    .setId(Integer.parseInt(parts[0]))
                    .setHost(parts[1].replaceAll("[\\[\\]]", ""))
                    .setClientPort(Integer.parseInt(parts[2]))
                    .setQuorumPort(Integer.parseInt(parts[3]))
                    .setElectionPort(Integer.parseInt(parts[4]))
                    .build());
        }
        return List.copyOf(servers);
    }

    private static boolean isExternal(String mode) {
        if (!mode.equals(EMBEDDED) && !mode.equals(EXTERNAL)) {
            throw new IllegalArgumentException(MODE + " is neither " + EMBEDDED + " nor " + EXTERNAL + ": " + mode);
        }
        return mode.equals(EXTERNAL);
    }

    private static String require(Properties properties, String key) {
        String value = properties.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("the line '" + key + "=...' is missing");
        }
        return value.trim();
    }
}
