package cc.node.community;

import cc.node.peer.PeerAddress;
import cc.node.trust.Identity;
import cc.node.trust.NodeName;
import java.io.IOException;
import java.time.Instant;

/**
 * What a machine's folder says about its membership, whether its node runs or not.
 *
 * @param address where the other machines reach it
 * @param ports how many, from that on, its node listens on
 */
public record MemberCard(NodeName name, PeerAddress address, int ports, Instant certificateEnd) {
    /** Of a node that keeps the registry: its own, and the registry's three. */
    public static final int MOST_PORTS = 4;

    /** @throws IOException if the folder's files cannot be used */
    public static MemberCard of(NodeHome home) throws IOException {
        MemberSettings settings = MemberSettings.load(home.settings());
        Identity identity = Identity.load(home.identity(), home.authority());
        return new MemberCard(
                settings.name(),
                settings.address(),
                settings.registryServer() > 0 ? MOST_PORTS : 1,
                identity.certificate().getNotAfter().toInstant());
    }
}
