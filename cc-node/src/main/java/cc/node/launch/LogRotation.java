package cc.node.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Bounds a log that somebody else writes to: it is copied and emptied, since its writer, who appends, keeps it open.
 * What is written between the two is lost.
 */
final class LogRotation {
    private LogRotation() {}

    static void rotate(Path log, Path old, long maxBytes) throws IOException {
        if (Files.size(log) > maxBytes) {
            Files.copy(log, old, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
                file.truncate(0);
            }
        }
    }
}
