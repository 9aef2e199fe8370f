package cc.node.trust;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;

/** What a certificate is known by: SHA-256 of all of it. */
public final class Fingerprint {
    private Fingerprint() {}

    /** In hexadecimal digits. */
    public static String of(X509Certificate certificate) {
        return HexFormat.of().formatHex(bytes(certificate));
    }

    static byte[] bytes(X509Certificate certificate) {
        try {
            return sha256(certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
