package cc.protocol.link;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a person's node listens on this machine: {@code $CC_RUNTIME_DIR}, else {@code $XDG_RUNTIME_DIR/cc}, else
 * {@code /tmp/cc-USER}. Nobody else may enter that directory, since whoever reaches the socket sees and drives that
 * person's programs.
 */
public final class RuntimePaths {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");

    /** The system's limit for the name of a Unix-domain socket, without the ending zero. */
    private static final int MAX_SOCKET_NAME_BYTES = 107;

    private final Path directory;

    private RuntimePaths(Path directory) {
        this.directory = directory;
    }

    /** The paths that this process's environment names. */
    public static RuntimePaths ofThisProcess() {
        return of(System.getenv(), System.getProperty("user.name", "unknown"));
    }

    static RuntimePaths of(Map<String, String> environment, String user) {
        String own = environment.get("CC_RUNTIME_DIR");
        if (isSet(own)) {
            return new RuntimePaths(Path.of(own).toAbsolutePath());
        }
        String session = environment.get("XDG_RUNTIME_DIR");
        if (isSet(session) && Files.isDirectory(Path.of(session))) {
            return new RuntimePaths(Path.of(session, "cc").toAbsolutePath());
        }
        return new RuntimePaths(Path.of("/tmp", "cc-" + user.replaceAll("[^A-Za-z0-9._-]", "_")));
    }

    public Path directory() {
        return directory;
    }

    /** The Unix-domain socket on which the node listens. */
    public Path nodeSocket() {
        return directory.resolve("node.sock");
    }

    /** What a node prints that was started in the background. */
    public Path nodeLog() {
        return directory.resolve("node.log");
    }

    /**
     * Makes the directory if it is not there, for its owner only.
     *
     * @throws IOException when it cannot be made, is somebody else's, or the socket's name would be too long
     */
    public void prepare() throws IOException {
        int nameBytes = nodeSocket().toString().getBytes(StandardCharsets.UTF_8).length;
        if (nameBytes > MAX_SOCKET_NAME_BYTES) {
            throw new IOException("the name of the socket " + nodeSocket() + " is too long (" + nameBytes + " bytes, "
                    + MAX_SOCKET_NAME_BYTES + " at most): set CC_RUNTIME_DIR to a shorter path");
        }
        try {
            Files.createDirectory(directory, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        } catch (FileAlreadyExistsException e) {
            // Checked below, like one that was just made.
        }
        check();
    }

    /**
     * Checks that the directory is one that only this person can have put something in. To be called before
     * connecting to what is in it.
     *
     * @throws IOException when it is missing or not safe
     */
    public void check() throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException(directory + " is not a directory: remove it, or set CC_RUNTIME_DIR");
        }
        int owner = ProcessUser.ownerOf(directory);
        int self = ProcessUser.id();
        if (owner != self) {
            throw new IOException(directory + " belongs to the user with id " + owner + ", not to the one with id "
                    + self + ": remove it, or set CC_RUNTIME_DIR");
        }
        if (!Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS).equals(OWNER_ONLY)) {
            Files.setPosixFilePermissions(directory, OWNER_ONLY);
        }
    }

    private static boolean isSet(@Nullable String value) {
        return value != null && !value.isEmpty();
    }
}
