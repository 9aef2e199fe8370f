package cc.node.community;

import static org.assertj.core.api.Assertions.assertThat;

import cc.node.message.JoinReply;
import cc.node.message.JoinRequest;
import cc.node.message.MachineRecord;
import cc.node.message.RegistryServer;
import cc.node.peer.PeerAddress;
import cc.node.registry.Key;
import cc.node.registry.MemoryRegistry;
import cc.node.registry.Registry;
import cc.node.trust.Authority;
import cc.node.trust.JoinToken;
import cc.node.trust.KeyRequest;
import cc.node.trust.NodeName;
import cc.protocol.link.ProtocolVersion;
import com.google.protobuf.ByteString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinDeskTest {
    private static final Instant NOW = Instant.parse("2030-05-01T12:00:00Z");
    private static final RegistryServer SERVER = RegistryServer.newBuilder()
            .setId(1)
            .setHost("m1")
            .setClientPort(7448)
            .build();

    private final Registry registry = new MemoryRegistry.Store().join();
    private final Authority authority = Authority.create(at(Duration.ZERO));
    private final JoinToken token = JoinToken.create(authority.certificate());
    private final KeyRequest key = KeyRequest.create(new NodeName("m2"));

    @Test
    void whoHasATokenJoinsAndIsRecorded() throws Exception {
        JoinDesk.admit(token, registry, at(Duration.ZERO));
        JoinReply reply = answer(request());
        assertThat(reply.getError()).isEmpty();
        assertThat(reply.getRegistryList()).containsExactly(SERVER);
        assertThat(key.identity(reply.getCertificates()).name()).hasToString("m2");
        MachineRecord record = MachineRecord.parseFrom(
                registry.get(new Key(Folders.MACHINES, "m2")).orElseThrow().value());
        assertThat(record.getAddress()).isEqualTo("10.0.0.2:7447");
    }

    @Test
    void aTokenWorksOnce() throws Exception {
        JoinDesk.admit(token, registry, at(Duration.ZERO));
        assertThat(answer(request()).getError()).isEmpty();
        assertThat(answer(request().setName("m3")).getError())
                .contains("was used")
                .contains("cc token");
        assertThat(registry.get(new Key(Folders.MACHINES, "m3"))).isEmpty();
    }

    @Test
    void aTokenThatNobodyMadeIsRefused() {
        assertThat(answer(request()).getError()).contains("wrong");
        assertThat(answer(request().setToken("cc1-nonsense")).getError()).contains("cc token");
    }

    @Test
    void aTokenExpires() throws Exception {
        JoinDesk.admit(token, registry, at(Duration.ofMinutes(-16)));
        assertThat(answer(request()).getError()).contains("expired").contains("15 minutes");
    }

    @Test
    void twoMachinesCannotHaveOneNameAndTheTokenIsNotLost() throws Exception {
        JoinDesk.admit(token, registry, at(Duration.ZERO));
        long there = registry.create(
                new Key(Folders.MACHINES, "m2"),
                MachineRecord.getDefaultInstance().toByteArray());
        assertThat(answer(request()).getError()).contains("m2").contains("--name");
        registry.delete(new Key(Folders.MACHINES, "m2"), there);
        assertThat(answer(request()).getError()).isEmpty();
    }

    @Test
    void aMachineWithAnotherClockIsToldSo() throws Exception {
        JoinDesk.admit(token, registry, at(Duration.ZERO));
        JoinRequest.Builder late =
                request().setClockEpochMillis(NOW.plus(Duration.ofMinutes(20)).toEpochMilli());
        assertThat(answer(late).getError()).contains("20 minutes").contains("clock");
        assertThat(answer(request()).getError()).isEmpty();
    }

    @Test
    void anotherReleaseIsToldSo() throws Exception {
        JoinDesk.admit(token, registry, at(Duration.ZERO));
        assertThat(answer(request().setProtocolVersion(ProtocolVersion.CURRENT + 1))
                        .getError())
                .contains("release");
    }

    @Test
    void aBadNameAddressOrKeyLeavesTheTokenAsItIs() throws Exception {
        JoinDesk.admit(token, registry, at(Duration.ZERO));
        assertThat(answer(request().setName("../m2")).getError()).contains("../m2");
        assertThat(answer(request().setAddress("m2:0")).getError()).contains("HOST:PORT");
        assertThat(answer(request().setKeyRequest(ByteString.copyFromUtf8("no key")))
                        .getError())
                .contains("certificate request");
        assertThat(answer(request()).getError()).isEmpty();
    }

    private JoinReply answer(JoinRequest.Builder request) {
        MemberSettings settings =
                new MemberSettings(new NodeName("m1"), new PeerAddress("m1", 7447), 1, List.of(SERVER));
        return new JoinDesk(authority, registry, settings, new byte[0], at(Duration.ZERO)).answer(request.build());
    }

    private JoinRequest.Builder request() {
        return JoinRequest.newBuilder()
                .setProtocolVersion(ProtocolVersion.CURRENT)
                .setToken(token.text())
                .setName("m2")
                .setAddress("10.0.0.2:7447")
                .setKeyRequest(ByteString.copyFrom(key.encoded()))
                .setClockEpochMillis(NOW.toEpochMilli());
    }

    private static Clock at(Duration fromNow) {
        return Clock.fixed(NOW.plus(fromNow), ZoneOffset.UTC);
    }
}
