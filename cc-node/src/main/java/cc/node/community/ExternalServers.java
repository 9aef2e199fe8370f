package cc.node.community;

import cc.node.peer.PeerAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * A registry that others than the community's machines keep.
 *
 * @param addresses {@code host:port}, separated by commas, as ZooKeeper's clients take them
 * @param trusted who certified its servers, in PEM; empty: they are talked to in the clear, and have to be on this
 *     machine
 */
public record ExternalServers(String addresses, byte[] trusted) {
    /** @throws IOException if what nodes know together would go over a network in the clear */
    void requireSafe() throws IOException {
        if (trusted.length > 0) {
            return;
        }
        // A path may follow, below which the records are.
        for (String address : addresses.replaceFirst("/.*", "").split(",")) {
            PeerAddress server = PeerAddress.parse(address.trim());
            if (!InetAddress.getByName(server.host()).isLoopbackAddress()) {
                throw new IOException("the registry at " + server + " would be talked to in the clear, which is done on"
                        + " this machine only: name who certified its servers by --registry-trust FILE");
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExternalServers servers
                && addresses.equals(servers.addresses)
                && Arrays.equals(trusted, servers.trusted);
    }

    @Override
    public int hashCode() {
        return addresses.hashCode() * 31 + Arrays.hashCode(trusted);
    }

    @Override
    public String toString() {
        return addresses + (trusted.length > 0 ? " (TLS)" : "");
    }
}
