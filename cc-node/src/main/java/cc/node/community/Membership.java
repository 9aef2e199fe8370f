package cc.node.community;

import cc.node.message.JoinReply;
import cc.node.message.JoinRequest;
import cc.node.message.RegistryServer;
import cc.node.peer.PeerAddress;
import cc.node.peer.PeerNetwork;
import cc.node.peer.PeerStream;
import cc.node.trust.Authority;
import cc.node.trust.Identity;
import cc.node.trust.JoinToken;
import cc.node.trust.KeyRequest;
import cc.node.trust.NodeName;
import cc.protocol.link.FrameChannel;
import cc.protocol.link.ProtocolVersion;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * How a machine becomes a member of a community. What it needs to come up as one is in its {@link NodeHome} afterwards.
 */
public final class Membership {
    static final String JOIN = "join";
    static final int MAX_MESSAGE_BYTES = 64 << 10;
    private static final int FIRST_SERVER = 1;

    private Membership() {}

    /**
     * Makes this machine the first of a new community: it has the authority and, unless others do, keeps the registry.
     *
     * @param address where the other machines will reach this one
     * @param external a registry that others keep
     * @throws IOException if it belongs to a community already
     */
    public static void found(NodeHome home, NodeName name, PeerAddress address, Optional<ExternalServers> external)
            throws IOException {
        requireNoMember(home);
        if (external.isPresent()) {
            external.get().requireSafe();
        }
        home.prepare();
        Authority authority = Authority.create(Clock.systemUTC());
        authority.save(home.authorityKey());
        KeyRequest request = KeyRequest.create(name);
        request.identity(KeyRequest.answer(request.encoded(), name, authority)).save(home.identity(), home.authority());
        if (external.isPresent()) {
            settings(home, name, address, external.get()).save(home.settings());
        } else {
            RegistryServer server = RegistryPorts.server(FIRST_SERVER, name.text(), address);
            new MemberSettings(name, address, FIRST_SERVER, List.of(server)).save(home.settings());
        }
    }

    /**
     * Makes this machine a member of a community that runs.
     *
     * @param own where the other machines will reach this one
     * @param community a machine of the community
     * @throws IOException if that is refused, with that community's words
     */
    public static void join(NodeHome home, NodeName name, PeerAddress own, PeerAddress community, JoinToken token)
            throws IOException {
        requireNoMember(home);
        home.prepare();
        KeyRequest request = KeyRequest.create(name);
        JoinReply reply = ask(
                community,
                token,
                JoinRequest.newBuilder()
                        .setProtocolVersion(ProtocolVersion.CURRENT)
                        .setToken(token.text())
                        .setName(name.text())
                        .setKeyRequest(ByteString.copyFrom(request.encoded()))
                        .setAddress(own.toString())
                        .setClockEpochMillis(System.currentTimeMillis())
                        .build());
        Identity identity = request.identity(reply.getCertificates());
        if (!token.isOf(identity.authority()) || !identity.name().equals(name)) {
            throw new IOException("the machine at " + community + " answered with another's certificate");
        }
        identity.save(home.identity(), home.authority());
        MemberSettings settings = reply.hasExternal()
                ? settings(
                        home,
                        name,
                        own,
                        new ExternalServers(
                                reply.getExternal().getServers(),
                                reply.getExternal().getTrusted().toByteArray()))
                : new MemberSettings(name, own, 0, reply.getRegistryList());
        settings.save(home.settings());
    }

    private static MemberSettings settings(NodeHome home, NodeName name, PeerAddress address, ExternalServers external)
            throws IOException {
        if (external.trusted().length > 0) {
            Files.write(home.registryTrusted(), external.trusted());
        }
        return new MemberSettings(name, address, 0, List.of(), external.addresses());
    }

    private static JoinReply ask(PeerAddress community, JoinToken token, JoinRequest request) throws IOException {
        try (PeerStream stream = PeerNetwork.openAsStranger(community, token::isOf, JOIN)) {
            FrameChannel channel = stream.messages();
            channel.write(request);
            stream.output().close();
            JoinReply reply = channel.read(JoinReply.parser(), MAX_MESSAGE_BYTES);
            if (reply == null) {
                throw new IOException("the machine at " + community + " ended the connection before it answered");
            } else if (!reply.getError().isEmpty()) {
                throw new IOException(
                        "the machine at " + community + " does not let this one join: " + reply.getError());
            }
            return reply;
        }
    }

    private static void requireNoMember(NodeHome home) throws IOException {
        if (home.isMember()) {
            MemberSettings settings = MemberSettings.load(home.settings());
            throw new IOException(
                    "this machine belongs to a community already, as " + settings.name() + "; 'cc leave' ends that");
        }
    }
}
