package cc.node.doctor;

import cc.protocol.link.RuntimePaths;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/** Whether the node's folders are there for their owner, for nobody else, and have room. */
final class FolderCheck {
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final long NEEDED_BYTES = 100L << 20;
    private static final long COMFORTABLE_BYTES = 1L << 30;
    private static final double BYTES_PER_GB = 1L << 30;

    private FolderCheck() {}

    /** Where the node listens. */
    static Finding runtime(RuntimePaths paths) {
        if (!Files.exists(paths.directory())) {
            return Finding.ok("runtime", paths.directory() + " will be made");
        }
        try {
            paths.check();
            return Finding.ok("runtime", paths.directory().toString());
        } catch (IOException e) {
            return Finding.wrong("runtime", String.valueOf(e.getMessage()));
        }
    }

    /** What outlives the node: keys, so that nobody else may look. */
    static Finding state(Path folder) {
        Path there = nearest(folder);
        if (!Files.isWritable(there)) {
            return Finding.wrong("state", there + " cannot be written: chown it to yourself, or set CC_STATE_DIR");
        }
        if (!there.equals(folder)) {
            return Finding.ok("state", folder + " will be made");
        }
        try {
            Set<PosixFilePermission> actual = Files.getPosixFilePermissions(folder);
            return actual.equals(OWNER_ONLY)
                    ? Finding.ok("state", folder.toString())
                    : Finding.wrong(
                            "state",
                            folder + " is " + PosixFilePermissions.toString(actual)
                                    + ", so that others may read its keys: chmod 700 " + folder);
        } catch (IOException | UnsupportedOperationException e) {
            return Finding.wrong("state", folder + " cannot be looked at: " + e.getMessage());
        }
    }

    /** Room for what lies in this folder. */
    static Finding disk(Path folder) {
        Path there = nearest(folder);
        try {
            return room(there, Files.getFileStore(there).getUsableSpace());
        } catch (IOException e) {
            return Finding.wrong("disk", there + " cannot be looked at: " + e.getMessage());
        }
    }

    static Finding room(Path folder, long bytes) {
        String text = String.format(Locale.ROOT, "%.1f GB free at %s", bytes / BYTES_PER_GB, folder);
        if (bytes < NEEDED_BYTES) {
            return Finding.wrong("disk", text + ": make room, or set CC_STATE_DIR");
        }
        return bytes < COMFORTABLE_BYTES ? Finding.note("disk", text + ", which is little") : Finding.ok("disk", text);
    }

    /** The folder, or the one above in which it will be made. */
    private static Path nearest(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
