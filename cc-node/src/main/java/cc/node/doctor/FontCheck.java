package cc.node.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether there are fonts: without any, Java cannot draw a letter. */
final class FontCheck {
    private static final String TOPIC = "fonts";
    private static final int MAX_DEPTH = 8;

    private FontCheck() {}

    static Finding look() {
        Path home = Path.of(System.getProperty("user.home"));
        return look(List.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                home.resolve(".local/share/fonts"),
                home.resolve(".fonts")));
    }

    static Finding look(List<Path> folders) {
        long count = folders.stream().mapToLong(FontCheck::count).sum();
        return count > 0
                ? Finding.ok(TOPIC, count + " files")
                : Finding.wrong(TOPIC, "none, so that no program can draw text: apt install fonts-dejavu-core");
    }

    private static long count(Path folder) {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(folder, MAX_DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> file.toString().matches("(?i).*\\.(ttf|otf|ttc|pfb)"))
                    .count();
        } catch (IOException | UncheckedIOException e) {
            // A folder that this person may not read has no fonts for them.
            return 0;
        }
    }
}
