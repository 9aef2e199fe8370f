package cc.fs.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that programs work in, and what they leave there. */
final class WorkFolder {
    private WorkFolder() {}

    /** A new, empty folder; its own name is always the same. */
    static Path empty(String run) throws IOException {
        Path folder = Path.of("target", "work", run, "files").toAbsolutePath();
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            delete(folder);
        }
        return Files.createDirectories(folder);
    }

    /** Deletes a folder and all that is in it. */
    static void delete(Path folder) throws IOException {
        try (Stream<Path> old = Files.walk(folder)) {
            for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** All that is in a folder, by name, with rights and contents: one line each, sorted, without the folder's name. */
    static List<String> contents(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<String> lines = new java.util.ArrayList<>();
            for (Path path : all.sorted().toList()) {
                lines.add(folder.relativize(path) + " " + describe(path, folder));
            }
            return lines;
        }
    }

    private static String describe(Path path, Path folder) throws IOException {
        if (Files.isSymbolicLink(path)) {
            return "link to " + Files.readSymbolicLink(path).toString().replace(folder.toString(), "<folder>");
        }
        String rights = PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        if (Files.isDirectory(path)) {
            return rights + " folder";
        }
        // The folder's name is in some of the contents.
        String content = new String(Files.readAllBytes(path), java.nio.charset.StandardCharsets.ISO_8859_1)
                .replace(folder.toString(), "<folder>");
        return rights + " " + content.length() + " bytes with hash " + Arrays.hashCode(content.toCharArray());
    }
}
