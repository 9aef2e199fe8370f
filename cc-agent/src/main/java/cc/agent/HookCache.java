package cc.agent;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keeps hooked JDK classes on disk, one file per hook table and build of the JDK and of the agent. Making them takes Byte Buddy about
 * a second of CPU; reading them back takes milliseconds.
 */
final class HookCache {
    private static final String BAKER_CLASS = "cc.agent.bake.Baker";
    private static final String SUFFIX = ".hooks";
    private static final int MAGIC = 0x43434831;

    private final Path folder;
    private final String key;

    private HookCache(Path folder, String key) {
        this.folder = folder;
        this.key = key;
    }

    static HookCache forThisRuntime(Path agentJar) throws IOException {
        return new HookCache(folder(), key(agentJar));
    }

    private static Path folder() {
        String xdg = System.getenv("XDG_CACHE_HOME");
        Path base =
                xdg != null && xdg.startsWith("/") ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("cc").resolve("hooks");
    }

    /**
     * Names the JDK by its image's identity as well as its version: patched builds keep their version. No digest of the
     * JDK's security providers: they take longer to come up than all else here.
     */
    private static String key(Path agentJar) throws IOException {
        Path image = Path.of(System.getProperty("java.home"), "lib", "modules");
        String identity = System.getProperty("java.vm.vendor")
                + System.getProperty("java.runtime.version")
                + stamp(image)
                + stamp(agentJar)
                + stamp(agentJar.resolveSibling("cc-bake.jar"));
        return Long.toHexString(fnv1a(identity));
    }

    private static String stamp(Path path) throws IOException {
        return path.toRealPath() + " " + Files.size(path) + " "
                + Files.getLastModifiedTime(path).toMillis();
    }

    /** The 64-bit FNV-1a hash (Fowler, Noll, Vo): short names that differ, no security. */
    private static long fnv1a(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    /**
     * Class files by internal name, superclasses first. A cache that cannot be read or written costs time, nothing else.
     *
     * @param table the baker's method that makes them
     */
    Map<String, byte[]> loadOrBake(ClassLoader loader, String table) throws ReflectiveOperationException {
        Path file = folder.resolve(key + "-" + table + SUFFIX);
        try {
            if (Files.isRegularFile(file)) {
                return read(file);
            }
        } catch (IOException e) {
            System.err.println("cc: " + file + " is unreadable and is made again: " + e.getMessage());
        }
        @SuppressWarnings("unchecked")
        Map<String, byte[]> baked = (Map<String, byte[]>)
                loader.loadClass(BAKER_CLASS).getMethod(table).invoke(null);
        try {
            write(baked, file);
        } catch (IOException e) {
            System.err.println("cc: hooks cannot be kept for the next start in " + file + ": " + e);
        }
        return baked;
    }

    private static Map<String, byte[]> read(Path file) throws IOException {
        Map<String, byte[]> classes = new LinkedHashMap<>();
        long size = Files.size(file);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("it is no hook cache");
            }
            for (int left = in.readInt(); left > 0; left--) {
                String name = in.readUTF();
                int length = in.readInt();
                if (length < 0 || length > size) {
                    throw new IOException("it is damaged");
                }
                classes.put(name, in.readNBytes(length));
            }
        }
        return classes;
    }

    private void write(Map<String, byte[]> classes, Path file) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path part = Files.createTempFile(folder, "part", SUFFIX);
        try {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
                out.writeInt(MAGIC);
                out.writeInt(classes.size());
                for (Map.Entry<String, byte[]> entry : classes.entrySet()) {
                    out.writeUTF(entry.getKey());
                    out.writeInt(entry.getValue().length);
                    out.write(entry.getValue());
                }
            }
            // Another program may do the same at this moment; the last one wins with the same content.
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
