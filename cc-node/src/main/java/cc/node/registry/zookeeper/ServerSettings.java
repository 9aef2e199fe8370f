package cc.node.registry.zookeeper;

import cc.node.message.RegistryServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a node takes part in the ensemble as a server.
 *
 * @param id this server's number, 1 to 255, unlike any other's
 * @param members all servers that form the ensemble at first, and this one
 * @param client where clients connect; only loopback without {@code tls}
 * @param data a folder of this server's own, which survives restarts
 * @param tls this node's key and what it trusts; null: plain, for tests on loopback
 */
record ServerSettings(
        int id,
        Map<Integer, Member> members,
        InetSocketAddress client,
        Path data,
        @Nullable TlsFiles tls) {

    ServerSettings {
        if (tls == null && !client.getAddress().isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "the registry's server would listen at " + client + " without encryption: only loopback may");
        }
        if (!members.containsKey(id)) {
            throw new IllegalArgumentException("server " + id + " is not among the members " + members.keySet());
        }
    }

    /** This server itself. */
    Member self() {
        return Objects.requireNonNull(members.get(id));
    }

    /** Where a server talks with the other servers. */
    record Member(String host, int quorumPort, int electionPort) {
        static Member of(RegistryServer server) {
            return new Member(server.getHost(), server.getQuorumPort(), server.getElectionPort());
        }

        /** As ZooKeeper writes it. */
        String text() {
            return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + quorumPort + ":" + electionPort
                    + ":participant";
        }
    }
}
