package cc.node.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustTest {
    private static final Instant NOW = Instant.parse("2030-05-01T12:00:00Z");
    private static final NodeName M2 = new NodeName("m2");

    private final Authority authority = Authority.create(at(Duration.ZERO));

    @Test
    void aCertifiedNodeIsKnownByName() throws Exception {
        Identity m1 = identity(new NodeName("m1"), authority);
        Identity m2 = identity(M2, authority);
        assertThat(m2.name()).isEqualTo(M2);
        assertThat(m1.verify(m2.certificate(), at(Duration.ofDays(3)))).isEqualTo(M2);
    }

    @Test
    void aNodeOfAnotherCommunityIsAStranger() throws Exception {
        Identity m1 = identity(new NodeName("m1"), authority);
        Identity stranger = identity(M2, Authority.create(at(Duration.ZERO)));
        assertThatThrownBy(() -> m1.verify(stranger.certificate(), at(Duration.ZERO)))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aCertificateEndsAndIsRenewedBefore() throws Exception {
        Identity m1 = identity(new NodeName("m1"), authority);
        Identity m2 = identity(M2, authority);
        assertThat(m2.isDueForRenewal(at(Duration.ofDays(1)))).isFalse();
        assertThat(m2.isDueForRenewal(at(Duration.ofDays(6)))).isTrue();
        assertThatThrownBy(() -> m1.verify(m2.certificate(), at(Authority.NODE_VALIDITY.plusMinutes(1))))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void aMachineWhoseClockIsBehindAcceptsAFreshCertificate() throws Exception {
        Identity m1 = identity(new NodeName("m1"), authority);
        assertThat(m1.verify(identity(M2, authority).certificate(), at(Duration.ofMinutes(-50))))
                .isEqualTo(M2);
    }

    @Test
    void aNodesCertificateCannotCertifyOthers() throws Exception {
        Identity m1 = identity(new NodeName("m1"), authority);
        assertThat(m1.certificate().getBasicConstraints()).isEqualTo(-1);
        assertThat(authority.certificate().getBasicConstraints()).isZero();
    }

    @Test
    void whatIsSavedIsReadAgainAndForItsOwnerOnly(@TempDir Path folder) throws Exception {
        Path own = folder.resolve("node.pem");
        Path trusted = folder.resolve("authority.pem");
        Path secret = folder.resolve("authority-key.pem");
        Identity m2 = identity(M2, authority);
        m2.save(own, trusted);
        authority.save(secret);
        Identity read = Identity.load(own, trusted);
        assertThat(read).isEqualTo(m2);
        assertThat(read.verify(
                        identity(new NodeName("m3"), Authority.load(secret, at(Duration.ZERO)))
                                .certificate(),
                        at(Duration.ZERO)))
                .hasToString("m3");
        for (Path file : new Path[] {own, trusted, secret}) {
            assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void aDamagedFileIsNamed(@TempDir Path folder) throws Exception {
        Path own = folder.resolve("node.pem");
        Path trusted = folder.resolve("authority.pem");
        identity(M2, authority).save(own, trusted);
        Files.writeString(own, Files.readString(own).replace("PRIVATE", "PUBLIC"));
        assertThatThrownBy(() -> Identity.load(own, trusted))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(own.toString());
        Files.writeString(trusted, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        identity(M2, authority).save(own, folder.resolve("other.pem"));
        assertThatThrownBy(() -> Identity.load(own, trusted))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(trusted.toString());
    }

    @Test
    void whoDoesNotHaveTheKeyGetsNoCertificate() {
        byte[] request = KeyRequest.create(M2).encoded();
        request[request.length - 5] ^= 1;
        assertThatThrownBy(() -> KeyRequest.answer(request, M2, authority)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> KeyRequest.answer(new byte[] {1, 2, 3}, M2, authority))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> KeyRequest.answer(new byte[1 << 20], M2, authority))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("1048576");
    }

    @Test
    void aTokenIsCopiedAsText() {
        JoinToken token = JoinToken.create(authority.certificate());
        JoinToken copied = JoinToken.parse(token.text());
        assertThat(copied.id()).isEqualTo(token.id());
        assertThat(copied.isOf(authority.certificate())).isTrue();
        assertThat(copied.isOf(Authority.create(at(Duration.ZERO)).certificate()))
                .isFalse();
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @Test
    void halfATokenIsRefusedWithAdvice() {
        String text = JoinToken.create(authority.certificate()).text();
        for (String bad :
                new String[] {"", "cc1-", text.substring(1), text.substring(0, text.length() - 2), text + "!"}) {
            assertThatThrownBy(() -> JoinToken.parse(bad))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("cc token");
        }
    }

    @Test
    void hostNamesMakeMachineNames() {
        assertThat(NodeName.ofHost("Build-Server.example.org")).hasToString("build-server");
        assertThat(NodeName.ofHost("__x__")).hasToString("x");
        assertThat(NodeName.ofHost("_")).hasToString("machine");
        assertThatThrownBy(() -> new NodeName("../up")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Identity identity(NodeName name, Authority by) throws IOException {
        KeyRequest request = KeyRequest.create(name);
        return request.identity(KeyRequest.answer(request.encoded(), name, by));
    }

    private static Clock at(Duration fromNow) {
        return Clock.fixed(NOW.plus(fromNow), ZoneOffset.UTC);
    }
}
