package cc.node.community;

import cc.node.message.ExternalRegistry;
import cc.node.message.JoinReply;
import cc.node.message.JoinRequest;
import cc.node.message.MachineRecord;
import cc.node.peer.PeerAddress;
import cc.node.peer.PeerStream;
import cc.node.peer.StreamHandler;
import cc.node.registry.Change;
import cc.node.registry.ConflictException;
import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.Registry;
import cc.node.registry.UnavailableException;
import cc.node.trust.Authority;
import cc.node.trust.JoinToken;
import cc.node.trust.KeyRequest;
import cc.node.trust.NodeName;
import cc.protocol.link.FrameChannel;
import cc.protocol.link.ProtocolVersion;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where machines that want to join show their token. A token works once, whichever node is asked. */
final class JoinDesk implements StreamHandler {
    private static final Logger LOG = LoggerFactory.getLogger(JoinDesk.class);

    /** Certificates, leases and records name times, so that clocks have to agree roughly. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

    private final Authority authority;
    private final Registry registry;
    private final MemberSettings settings;
    private final byte[] registryTrust;
    private final Clock clock;

    /**
     * @param settings a member's, which tell where the registry is
     * @param registryTrust who certified the servers of a registry that others keep, in PEM; may be empty
     */
    JoinDesk(Authority authority, Registry registry, MemberSettings settings, byte[] registryTrust, Clock clock) {
        this.authority = authority;
        this.registry = registry;
        this.settings = settings;
        this.registryTrust = registryTrust;
        this.clock = clock;
    }

    /** Makes a token known to all nodes. */
    static void admit(JoinToken token, Registry registry, Clock clock) throws ConflictException, UnavailableException {
        long until = clock.instant().plus(JoinToken.VALIDITY).toEpochMilli();
        registry.create(key(token), Long.toString(until).getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void serve(PeerStream stream) throws IOException {
        FrameChannel channel = stream.messages();
        JoinRequest request = channel.read(JoinRequest.parser(), Membership.MAX_MESSAGE_BYTES);
        if (request != null) {
            channel.write(answer(request));
            stream.output().close();
        }
    }

    JoinReply answer(JoinRequest request) {
        try {
            return admit(request);
        } catch (IOException | IllegalArgumentException | ConflictException e) {
            LOG.info("'{}' may not join: {}", request.getName(), e.getMessage());
            return JoinReply.newBuilder()
                    .setError(String.valueOf(e.getMessage()))
                    .build();
        }
    }

    private JoinReply admit(JoinRequest request) throws IOException, ConflictException {
        if (request.getProtocolVersion() != ProtocolVersion.CURRENT) {
            throw new IOException("the community speaks protocol version " + ProtocolVersion.CURRENT
                    + ", the new machine version " + request.getProtocolVersion() + ": install the same release");
        }
        NodeName name = new NodeName(request.getName());
        PeerAddress address = PeerAddress.parse(request.getAddress());
        Duration difference = Duration.ofMillis(Math.abs(clock.millis() - request.getClockEpochMillis()));
        if (difference.compareTo(CLOCK_DIFFERENCE) > 0) {
            throw new IOException("the clocks of the two machines differ by " + difference.toMinutes()
                    + " minutes: set the wrong one right (for example by NTP) and join again");
        }
        Entry token = valid(JoinToken.parse(request.getToken()));
        // Signed before the token is used up: a request that cannot be read leaves it as it is.
        String certificates = KeyRequest.answer(request.getKeyRequest().toByteArray(), name, authority);
        Key machine = new Key(Folders.MACHINES, name.text());
        if (registry.get(machine).isPresent()) {
            throw new ConflictException("a machine called " + name
                    + " belongs to the community already: join under another name with --name");
        }
        registry.commit(List.of(
                new Change.Delete(token.key(), token.version()),
                new Change.Create(
                        machine,
                        MachineRecord.newBuilder()
                                .setAddress(address.toString())
                                .setJoinedEpochMillis(clock.millis())
                                .build()
                                .toByteArray())));
        LOG.info("{} at {} has joined", name, address);
        JoinReply.Builder reply =
                JoinReply.newBuilder().setCertificates(certificates).addAllRegistry(settings.registry());
        if (settings.isExternal()) {
            reply.setExternal(ExternalRegistry.newBuilder()
                    .setServers(settings.external())
                    .setTrusted(ByteString.copyFrom(registryTrust)));
        }
        return reply.build();
    }

    private Entry valid(JoinToken token) throws IOException {
        Optional<Entry> known = registry.get(key(token));
        if (known.isEmpty()) {
            throw new IOException("this token is wrong, or was used: 'cc token' prints a new one");
        }
        long until = Long.parseLong(new String(known.get().value(), StandardCharsets.US_ASCII));
        if (clock.millis() > until) {
            throw new IOException("this token has expired, since it is older than " + JoinToken.VALIDITY.toMinutes()
                    + " minutes: 'cc token' prints a new one");
        }
        return known.get();
    }

    private static Key key(JoinToken token) {
        return new Key(Folders.TOKENS, token.id());
    }
}
