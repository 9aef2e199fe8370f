package cc.node.community;

import cc.node.message.RegistryServer;
import cc.node.peer.PeerAddress;

/** A node that keeps the registry uses the three ports after the one on which nodes talk. */
final class RegistryPorts {
    private static final int CLIENT = 1;
    private static final int QUORUM = 2;
    private static final int ELECTION = 3;

    private RegistryPorts() {}

    static RegistryServer server(int id, String machine, PeerAddress node) {
        return RegistryServer.newBuilder()
                .setId(id)
                .setMachine(machine)
                .setHost(node.host())
                .setClientPort(node.port() + CLIENT)
                .setQuorumPort(node.port() + QUORUM)
                .setElectionPort(node.port() + ELECTION)
                .build();
    }

    /** Where the node is that has this server. */
    static PeerAddress node(RegistryServer server) {
        return new PeerAddress(server.getHost(), server.getClientPort() - CLIENT);
    }
}
