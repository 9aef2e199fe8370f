package cc.node.community;

import java.util.Arrays;

/**
 * A registry that others than the community's machines keep.
 *
 * @param addresses {@code host:port}, separated by commas
 * @param trusted who certified its servers, in PEM; empty: they are talked to in the clear
 */
public record ExternalServers(String addresses, byte[] trusted) {
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
