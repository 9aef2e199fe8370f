package cc.node.community;

import cc.node.message.JoinReply;
import cc.node.message.RenewRequest;
import cc.node.peer.PeerStream;
import cc.node.peer.StreamHandler;
import cc.node.trust.Authority;
import cc.node.trust.Identity;
import cc.node.trust.KeyRequest;
import cc.node.trust.NodeName;
import cc.protocol.link.FrameChannel;
import com.google.protobuf.ByteString;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where members get a new certificate before theirs ends. The name in it is the one in the certificate that they show.
 */
final class RenewalDesk implements StreamHandler {
    static final String RENEW = "renew";
    private static final Logger LOG = LoggerFactory.getLogger(RenewalDesk.class);

    /** The authority, read anew each time. */
    interface Source {
        Authority authority() throws IOException;
    }

    private final Source source;

    RenewalDesk(Source source) {
        this.source = source;
    }

    @Override
    public void serve(PeerStream stream) throws IOException {
        FrameChannel channel = stream.messages();
        RenewRequest request = channel.read(RenewRequest.parser(), Membership.MAX_MESSAGE_BYTES);
        if (request != null) {
            channel.write(answer(request, stream.peer().orElseThrow()));
            stream.output().close();
        }
    }

    private JoinReply answer(RenewRequest request, NodeName member) {
        try {
            String certificates = KeyRequest.answer(request.getKeyRequest().toByteArray(), member, source.authority());
            LOG.info("{} has a new certificate", member);
            return JoinReply.newBuilder().setCertificates(certificates).build();
        } catch (IOException e) {
            LOG.warn("{} gets no new certificate: {}", member, e.getMessage());
            return JoinReply.newBuilder()
                    .setError(String.valueOf(e.getMessage()))
                    .build();
        }
    }

    /** The other side: asks for a certificate for a new key. */
    static Identity ask(PeerStream desk, NodeName self) throws IOException {
        KeyRequest request = KeyRequest.create(self);
        try (desk) {
            FrameChannel channel = desk.messages();
            channel.write(RenewRequest.newBuilder()
                    .setKeyRequest(ByteString.copyFrom(request.encoded()))
                    .build());
            desk.output().close();
            JoinReply reply = channel.read(JoinReply.parser(), Membership.MAX_MESSAGE_BYTES);
            if (reply == null) {
                throw new IOException("the connection ended before the certificate came");
            } else if (!reply.getError().isEmpty()) {
                throw new IOException(reply.getError());
            }
            return request.identity(reply.getCertificates());
        }
    }
}
