package cc.protocol.link;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** As whom this process acts, and what is theirs, by the numbers of users that the system has. */
public final class ProcessUser {
    private static final String LABEL = "Uid:";
    /** The line has the real, the effective, the saved and the file system's user. */
    private static final int EFFECTIVE = 2;

    private ProcessUser() {}

    /** Not by the owner of {@code /proc/self}, which is a link of root's, and root's where a process may not be looked into. */
    public static int id() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith(LABEL)) {
                return Integer.parseInt(line.split("\\s+", -1)[EFFECTIVE]);
            }
        }
        throw new IOException("the system does not say as which user this process runs");
    }

    /** Whose the file itself is, and not what it links to. */
    public static int ownerOf(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }
}
