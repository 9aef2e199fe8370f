package cc.node.trust;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/** Keys and certificates as PEM texts (RFC 7468), and in files that only their owner can read. */
final class Pem {
    private static final String PRIVATE_KEY = "PRIVATE KEY";
    private static final String CERTIFICATE = "CERTIFICATE";

    /** No file or message with a few keys and certificates is larger. */
    private static final int MAX_CHARS = 1 << 17;

    private Pem() {}

    static String of(PrivateKey key) {
        return text(List.of(new PemObject(PRIVATE_KEY, key.getEncoded())));
    }

    static String of(List<X509Certificate> certificates) {
        List<PemObject> objects = new ArrayList<>();
        try {
            for (X509Certificate certificate : certificates) {
                objects.add(new PemObject(CERTIFICATE, certificate.getEncoded()));
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        return text(objects);
    }

    /** The first private key in a text. */
    static PrivateKey privateKey(String text, String source) throws IOException {
        for (PemObject object : objects(text, source)) {
            if (object.getType().equals(PRIVATE_KEY)) {
                try {
                    return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(object.getContent()));
                } catch (GeneralSecurityException e) {
                    throw new IOException(source + " holds a private key that cannot be read: " + e.getMessage(), e);
                }
            }
        }
        throw new IOException(source + " holds no private key");
    }

    /** All certificates in a text; at least one. */
    static List<X509Certificate> certificates(String text, String source) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemObject object : objects(text, source)) {
            if (object.getType().equals(CERTIFICATE)) {
                try {
                    certificates.add((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new java.io.ByteArrayInputStream(object.getContent())));
                } catch (GeneralSecurityException e) {
                    throw new IOException(source + " holds a certificate that cannot be read: " + e.getMessage(), e);
                }
            }
        }
        if (certificates.isEmpty()) {
            throw new IOException(source + " holds no certificate");
        }
        return List.copyOf(certificates);
    }

    static String read(Path file) throws IOException {
        if (Files.size(file) > MAX_CHARS) {
            throw new IOException(file + " is too large to be keys and certificates");
        }
        return Files.readString(file, StandardCharsets.US_ASCII);
    }

    /** Replaces a file as a whole; at no moment can anybody but the owner read it, or anybody read half of it. */
    static void write(Path file, String text) throws IOException {
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "." + file.getFileName(),
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(fresh, text, StandardCharsets.US_ASCII);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static List<PemObject> objects(String text, String source) throws IOException {
        if (text.length() > MAX_CHARS) {
            throw new IOException(source + " is too large to be keys and certificates");
        }
        List<PemObject> objects = new ArrayList<>();
        try (PemReader reader = new PemReader(new StringReader(text))) {
            for (PemObject object = reader.readPemObject(); object != null; object = reader.readPemObject()) {
                objects.add(object);
            }
        } catch (IOException | RuntimeException e) {
            throw new IOException(source + " is not in PEM: " + e.getMessage(), e);
        }
        return objects;
    }

    private static String text(List<PemObject> objects) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            for (PemObject object : objects) {
                writer.writeObject(object);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }
}
