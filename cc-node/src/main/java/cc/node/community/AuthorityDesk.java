package cc.node.community;

import cc.node.message.AuthorityKey;
import cc.node.peer.PeerStream;
import cc.node.peer.RefusedException;
import cc.node.peer.StreamHandler;
import cc.node.trust.Authority;
import cc.node.trust.NodeName;
import cc.protocol.link.FrameChannel;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.X509Certificate;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a machine that is to be a coordinator gets the authority's key, and nobody else. */
final class AuthorityDesk implements StreamHandler {
    static final String AUTHORITY = "authority";
    private static final Logger LOG = LoggerFactory.getLogger(AuthorityDesk.class);

    private final NodeHome home;
    private final Appointments appointments;

    /** Who may have the key. */
    @FunctionalInterface
    interface Appointments {
        boolean isCoordinator(NodeName machine) throws IOException;
    }

    AuthorityDesk(NodeHome home, Appointments appointments) {
        this.home = home;
        this.appointments = appointments;
    }

    @Override
    public void serve(PeerStream stream) throws IOException {
        NodeName peer = stream.peer().orElseThrow();
        if (!appointments.isCoordinator(peer)) {
            LOG.warn("{} asked for the authority's key, and does not get it: it is no coordinator", peer);
            throw RefusedException.because(peer + " is no coordinator of this community");
        } else if (!Files.exists(home.authorityKey())) {
            throw RefusedException.because("this machine does not have the authority's key");
        }
        stream.messages()
                .write(AuthorityKey.newBuilder()
                        .setKey(ByteString.copyFrom(Files.readAllBytes(home.authorityKey())))
                        .build());
        stream.output().close();
        LOG.info("{} has the authority's key now", peer);
    }

    /**
     * The other side: keeps the key.
     *
     * @param known the authority of this machine's community
     */
    static void ask(PeerStream desk, NodeHome home, X509Certificate known) throws IOException {
        try (desk) {
            FrameChannel channel = desk.messages();
            desk.output().close();
            AuthorityKey answer = channel.read(AuthorityKey.parser(), Membership.MAX_MESSAGE_BYTES);
            if (answer == null) {
                throw new IOException("the connection ended before the authority's key came");
            }
            Authority authority = Authority.parse(
                    answer.getKey().toString(StandardCharsets.US_ASCII),
                    "the other machine's answer",
                    Clock.systemUTC());
            if (!authority.certificate().equals(known)) {
                throw new IOException("the other machine answered with another community's authority");
            }
            authority.save(home.authorityKey());
        }
    }
}
