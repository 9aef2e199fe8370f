package cc.node.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;

/**
 * A fresh key for which a certificate is asked (PKCS #10). The private key never leaves the machine. A new certificate
 * comes with a new key.
 */
public final class KeyRequest {
    private static final int MAX_REQUEST_BYTES = 4096;

    private final PrivateKey key;
    private final byte[] request;

    private KeyRequest(PrivateKey key, byte[] request) {
        this.key = key;
        this.request = request;
    }

    public static KeyRequest create(NodeName node) {
        KeyPair pair = Keys.generate();
        try {
            byte[] request = new JcaPKCS10CertificationRequestBuilder(
                            new X500NameBuilder(BCStyle.INSTANCE)
                                    .addRDN(BCStyle.CN, node.text())
                                    .build(),
                            pair.getPublic())
                    .build(new JcaContentSignerBuilder(Keys.SIGNATURE).build(pair.getPrivate()))
                    .getEncoded();
            return new KeyRequest(pair.getPrivate(), request);
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What goes to the authority. */
    public byte[] encoded() {
        return request.clone();
    }

    /**
     * The identity that an authority's answer makes of this.
     *
     * @param chain in PEM: the node's certificate, then the authority's
     */
    public Identity identity(String chain) throws IOException {
        List<X509Certificate> certificates = Pem.certificates(chain, "the authority's answer");
        if (certificates.size() != 2) {
            throw new IOException("the authority answered with " + certificates.size() + " certificates, not 2");
        }
        return new Identity(key, certificates.get(0), certificates.get(1));
    }

    /**
     * The authority's side: an answer for {@link #identity}, or an error if the sender does not have the key it names.
     */
    public static String answer(byte[] request, NodeName node, Authority authority) throws IOException {
        return Pem.of(List.of(authority.certify(node, keyIn(request)), authority.certificate()));
    }

    private static PublicKey keyIn(byte[] request) throws IOException {
        if (request.length > MAX_REQUEST_BYTES) {
            throw new IOException(
                    "a certificate request of " + request.length + " bytes, more than " + MAX_REQUEST_BYTES);
        }
        PublicKey key;
        boolean signed;
        try {
            JcaPKCS10CertificationRequest parsed =
                    new JcaPKCS10CertificationRequest(new PKCS10CertificationRequest(request));
            key = parsed.getPublicKey();
            signed = key.getAlgorithm().equals("EC")
                    && parsed.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key));
        } catch (IOException
                | PKCSException
                | OperatorCreationException
                | GeneralSecurityException
                | RuntimeException e) {
            throw new IOException("the certificate request cannot be read: " + e.getMessage(), e);
        }
        if (!signed) {
            throw new IOException("the certificate request is not signed with the key that it names");
        }
        return key;
    }
}
