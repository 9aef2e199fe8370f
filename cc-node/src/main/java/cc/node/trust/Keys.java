package cc.node.trust;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;

/** The kind of keys that communities use: elliptic curve P-256, which TLS 1.3 and every JDK know. */
final class Keys {
    static final String SIGNATURE = "SHA256withECDSA";
    private static final String CURVE = "secp256r1";

    private Keys() {}

    static KeyPair generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no curve " + CURVE, e);
        }
    }
}
