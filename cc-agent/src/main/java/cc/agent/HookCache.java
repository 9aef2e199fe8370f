package cc.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Keeps hooked JDK classes on disk, one file per build of the JDK and of the agent. Making them takes Byte Buddy about
 * a second of CPU; reading them back takes milliseconds.
 */
final class HookCache {
    private static final String BAKER_CLASS = "cc.agent.bake.Baker";
    private static final int KEY_BYTES = 12;

    private final Path file;

    private HookCache(Path file) {
        this.file = file;
    }

    static HookCache forThisRuntime(Path agentJar) throws IOException {
        return new HookCache(folder().resolve(key(agentJar) + ".zip"));
    }

    private static Path folder() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base =
                xdg != null && xdg.startsWith("/") ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("cc").resolve("hooks");
    }

    /** Names the JDK by its image's identity as well as its version: patched builds keep their version. */
    private static String key(Path agentJar) throws IOException {
        Path image = Path.of(System.getProperty("java.home"), "lib", "modules");
        String identity = String.join(
                "\n",
                System.getProperty("java.vm.vendor"),
                System.getProperty("java.runtime.version"),
                stamp(image),
                stamp(agentJar));
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, KEY_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String stamp(Path path) throws IOException {
        return path.toRealPath() + " " + Files.size(path) + " " + Files.getLastModifiedTime(path);
    }

    /** Class files by internal name. A cache that cannot be read or written costs time, nothing else. */
    Map<String, byte[]> loadOrBake(ClassLoader loader) throws ReflectiveOperationException {
        try {
            if (Files.isRegularFile(file)) {
                return read();
            }
        } catch (IOException e) {
            System.err.println("cc: " + file + " is unreadable and is made again: " + e.getMessage());
        }
        @SuppressWarnings("unchecked")
        Map<String, byte[]> baked = (Map<String, byte[]>)
                loader.loadClass(BAKER_CLASS).getMethod("bake").invoke(null);
        try {
            write(baked);
        } catch (IOException e) {
            System.err.println("cc: hooks cannot be kept for the next start in " + file + ": " + e);
        }
        return baked;
    }

    private Map<String, byte[]> read() throws IOException {
        Map<String, byte[]> classes = new HashMap<>();
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                classes.put(entry.getName(), zip.readAllBytes());
            }
        }
        if (classes.isEmpty()) {
            throw new IOException("it is empty");
        }
        return classes;
    }

    private void write(Map<String, byte[]> classes) throws IOException {
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path part = Files.createTempFile(file.getParent(), "part", ".zip");
        try {
            try (OutputStream out = Files.newOutputStream(part);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                zip.setLevel(1);
                for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    zip.write(entry.getValue());
                }
            }
            // Another program may do the same at this moment; the last one wins with the same content.
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
