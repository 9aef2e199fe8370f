package cc.node.community;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a node keeps what outlives it: {@code $CC_STATE_DIR}, else {@code $XDG_STATE_HOME/cc}, else
 * {@code ~/.local/state/cc}. For its owner only, since the keys lie there.
 */
public final class NodeHome {
    private final Path directory;

    private NodeHome(Path directory) {
        this.directory = directory;
    }

    /** The folder that this process's environment names. */
    public static NodeHome ofThisProcess() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")));
    }

    /** This folder. */
    public static NodeHome at(Path directory) {
        return new NodeHome(directory.toAbsolutePath());
    }

    static NodeHome of(Map<String, String> environment, Path userHome) {
        String own = environment.get("CC_STATE_DIR");
        if (isSet(own)) {
            return new NodeHome(Path.of(own).toAbsolutePath());
        }
        String state = environment.get("XDG_STATE_HOME");
        return new NodeHome(isSet(state) ? Path.of(state, "cc") : userHome.resolve(".local/state/cc"));
    }

    public Path directory() {
        return directory;
    }

    /** Whether this machine belongs to a community. */
    public boolean isMember() {
        return Files.exists(settings());
    }

    /** Makes the folder if it is not there. */
    void prepare() throws IOException {
        Path parent = directory.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(directory)) {
            Files.createDirectory(
                    directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
    }

    /** Forgets the community. */
    public void clear() throws IOException {
        // First of all: from here on this machine is no member, whatever happens.
        Files.deleteIfExists(settings());
        for (Path file : new Path[] {identity(), authority(), authorityKey(), registryTrusted()}) {
            Files.deleteIfExists(file);
        }
        forgetRegistry();
    }

    /** Removes what a server of the registry kept here. */
    void forgetRegistry() throws IOException {
        if (Files.isDirectory(registryData())) {
            try (Stream<Path> files = Files.walk(registryData())) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Where programs that run in the background have folders of their own. */
    public Path programs() {
        return directory.resolve("programs");
    }

    /** Where rules for the files of programs lie that are started here; need not be there. */
    public Path mounts() {
        return directory.resolve("mounts");
    }

    /** What a person wishes of the node that no community decides; need not be there. */
    public Path wishes() {
        return directory.resolve("node.properties");
    }

    Path settings() {
        return directory.resolve("community.properties");
    }

    Path identity() {
        return directory.resolve("node.pem");
    }

    Path authority() {
        return directory.resolve("authority.pem");
    }

    /** There only on machines that may say who is a node. */
    Path authorityKey() {
        return directory.resolve("authority-key.pem");
    }

    /** Who certified the servers of a registry that others keep; there only if they use TLS. */
    Path registryTrusted() {
        return directory.resolve("registry-trusted.pem");
    }

    Path registryData() {
        return directory.resolve("registry");
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isEmpty();
    }
}
