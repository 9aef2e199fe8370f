package cc.node.trust;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * What a node proves itself with: its private key, its certificate and the authority that signed it. Immutable; a
 * renewed certificate makes a new identity.
 *
 * @param certificate this node's
 * @param authority what every node of the community trusts
 */
public record Identity(PrivateKey key, X509Certificate certificate, X509Certificate authority) {

    /** Reads an identity that {@link #save} wrote. */
    public static Identity load(Path keyAndCertificate, Path authority) throws IOException {
        String own = Pem.read(keyAndCertificate);
        return new Identity(
                Pem.privateKey(own, keyAndCertificate.toString()),
                Pem.certificates(own, keyAndCertificate.toString()).get(0),
                Pem.certificates(Pem.read(authority), authority.toString()).get(0));
    }

    /** Writes what {@link #load} reads; others, such as ZooKeeper, read the same files. */
    public void save(Path keyAndCertificate, Path authorityFile) throws IOException {
        Pem.write(keyAndCertificate, Pem.of(key) + Pem.of(List.of(certificate)));
        Pem.write(authorityFile, Pem.of(List.of(authority)));
    }

    /** The name that the authority gave this node. */
    public NodeName name() {
        try {
            return nameIn(certificate);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this node's own certificate names no node", e);
        }
    }

    /** Whether it is time to ask for a new certificate: a third of this one's time is left, or less. */
    public boolean isDueForRenewal(Clock clock) {
        Instant from = certificate.getNotBefore().toInstant();
        Instant to = certificate.getNotAfter().toInstant();
        return clock.instant().isAfter(to.minus(Duration.between(from, to).dividedBy(3)));
    }

    /**
     * The node whose certificate this is, if the authority signed it and it is good now.
     *
     * @throws GeneralSecurityException says why it is not
     */
    public NodeName verify(X509Certificate other, Clock clock) throws GeneralSecurityException {
        return verify(other, authority, clock);
    }

    /** The same for somebody who has no identity yet. */
    public static NodeName verify(X509Certificate other, X509Certificate authority, Clock clock)
            throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(authority, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(clock.instant()));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(other)), parameters);
        return nameIn(other);
    }

    /** The node that a certificate names. */
    public static NodeName nameIn(X509Certificate certificate) throws GeneralSecurityException {
        String subject = certificate.getSubjectX500Principal().getName();
        try {
            for (Rdn part : new LdapName(subject).getRdns()) {
                if (part.getType().equalsIgnoreCase("CN")) {
                    return new NodeName(String.valueOf(part.getValue()));
                }
            }
        } catch (InvalidNameException | IllegalArgumentException e) {
            throw new GeneralSecurityException("the certificate of '" + subject + "' names no node", e);
        }
        throw new GeneralSecurityException("the certificate of '" + subject + "' names no node");
    }
}
