package cc.node.trust;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Lets one machine join: a secret that the community accepts once, and the authority's fingerprint, by which the new
 * machine knows that it talks to that community and to nobody in between.
 */
public final class JoinToken {
    /** How long a token is good. */
    public static final Duration VALIDITY = Duration.ofMinutes(15);

    private static final int SECRET_BYTES = 16;
    private static final int FINGERPRINT_BYTES = 32;
    private static final String PREFIX = "cc1-";

    private final byte[] secret;
    private final byte[] fingerprint;

    private JoinToken(byte[] secret, byte[] fingerprint) {
        this.secret = secret;
        this.fingerprint = fingerprint;
    }

    /** A fresh token for a community with this authority. */
    public static JoinToken create(X509Certificate authority) {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return new JoinToken(secret, Fingerprint.bytes(authority));
    }

    /** @throws IllegalArgumentException if the text is no token; says what to do */
    public static JoinToken parse(String text) {
        try {
            if (text.startsWith(PREFIX)) {
                byte[] bytes = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
                if (bytes.length == SECRET_BYTES + FINGERPRINT_BYTES) {
                    return new JoinToken(
                            Arrays.copyOf(bytes, SECRET_BYTES), Arrays.copyOfRange(bytes, SECRET_BYTES, bytes.length));
                }
            }
        } catch (IllegalArgumentException e) {
            // Said below.
        }
        throw new IllegalArgumentException("'" + text + "' is no token: copy the whole line that 'cc token' prints");
    }

    /** Under which name the community remembers the token: whoever reads that name cannot use the token. */
    public String id() {
        return HexFormat.of().formatHex(Fingerprint.sha256(secret), 0, SECRET_BYTES);
    }

    /** Whether a certificate is that of the authority that this token names. */
    public boolean isOf(X509Certificate authority) {
        return MessageDigest.isEqual(fingerprint, Fingerprint.bytes(authority));
    }

    /** What a person copies; it is a secret. */
    public String text() {
        byte[] bytes = Arrays.copyOf(secret, SECRET_BYTES + FINGERPRINT_BYTES);
        System.arraycopy(fingerprint, 0, bytes, SECRET_BYTES, FINGERPRINT_BYTES);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** For logs: without the secret. */
    @Override
    public String toString() {
        return "token " + id();
    }
}
