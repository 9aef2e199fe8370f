package cc.node.trust;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A community's certificate authority: whoever has its key decides who is a node. Its certificates are short-lived, so
 * that a machine that is no longer renewed is soon no member; nodes ask for new ones in time.
 */
public final class Authority {
    /** How long a node's certificate is good. */
    public static final Duration NODE_VALIDITY = Duration.ofDays(7);

    private static final Duration AUTHORITY_VALIDITY = Duration.ofDays(20 * 365);

    /** Machines' clocks differ; a certificate is good at once for those that are behind. */
    private static final Duration CLOCK_DIFFERENCE = Duration.ofHours(1);

    private static final int SERIAL_BITS = 120;

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Clock clock;

    private Authority(PrivateKey key, X509Certificate certificate, Clock clock) {
        this.key = key;
        this.certificate = certificate;
        this.clock = clock;
    }

    /** Makes the authority of a new community. */
    public static Authority create(Clock clock) {
        KeyPair pair = Keys.generate();
        X500Name name = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.O, "Computing Community")
                .addRDN(BCStyle.CN, "CC " + new BigInteger(40, new SecureRandom()).toString(36))
                .build();
        try {
            X509v3CertificateBuilder builder = builder(name, name, pair.getPublic(), clock, AUTHORITY_VALIDITY)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new Authority(pair.getPrivate(), sign(builder, pair.getPrivate()), clock);
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads an authority that {@link #save} wrote. */
    public static Authority load(Path file, Clock clock) throws IOException {
        return parse(Pem.read(file), file.toString(), clock);
    }

    /**
     * Reads an authority from the text of such a file.
     *
     * @param source where it comes from, for errors
     */
    public static Authority parse(String text, String source, Clock clock) throws IOException {
        return new Authority(
                Pem.privateKey(text, source), Pem.certificates(text, source).get(0), clock);
    }

    public void save(Path file) throws IOException {
        Pem.write(file, Pem.of(key) + Pem.of(List.of(certificate)));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** Certifies that this key is this node's. Whoever calls this has made sure of it. */
    public X509Certificate certify(NodeName node, PublicKey nodeKey) {
        X500Name subject = new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, node.text())
                .build();
        X500Name issuer =
                X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        try {
            X509v3CertificateBuilder builder = builder(issuer, subject, nodeKey, clock, NODE_VALIDITY)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                        KeyPurposeId.id_kp_serverAuth, KeyPurposeId.id_kp_clientAuth
                    }))
                    .addExtension(
                            Extension.subjectAlternativeName,
                            false,
                            new GeneralNames(new GeneralName(GeneralName.dNSName, node.text())));
            return sign(builder, key);
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, PublicKey subjectKey, Clock clock, Duration validity) {
        Instant now = clock.instant();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, new SecureRandom()).add(BigInteger.ONE),
                Date.from(now.minus(CLOCK_DIFFERENCE)),
                Date.from(now.plus(validity)),
                subject,
                subjectKey);
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(Keys.SIGNATURE).build(key)));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
