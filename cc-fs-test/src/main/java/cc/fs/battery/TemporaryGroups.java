package cc.fs.battery;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/** Temporary files in the folder. */
final class TemporaryGroups {
    private TemporaryGroups() {}

    static void addTo(Groups groups) {
        groups.add("temporary.files", TemporaryGroups::files);
        groups.add("temporary.directories", TemporaryGroups::directories);
        groups.add("temporary.many", TemporaryGroups::many);
        groups.add("temporary.default-place", TemporaryGroups::defaultPlace);
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private static void files(Scene scene) throws Exception {
        Path folder = scene.folder();
        scene.tellUnnumbered("usual", () -> name(Files.createTempFile(folder, "begin", ".end")));
        scene.tellUnnumbered("no prefix", () -> name(Files.createTempFile(folder, null, ".end")));
        scene.tellUnnumbered("no suffix", () -> name(Files.createTempFile(folder, "begin", null)));
        Path made = Files.createTempFile(folder, "rights", "");
        scene.note("rights", AttributeGroups.rights(made));
        scene.note("size", Files.size(made));
        scene.note("parent", made.getParent());
        Path open = Files.createTempFile(
                folder, "open", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r--r--")));
        scene.note("given rights", AttributeGroups.rights(open));
        scene.tellUnnumbered("missing folder", () -> name(Files.createTempFile(scene.path("missing"), "a", "b")));
        scene.tell("prefix with a slash", () -> Files.createTempFile(folder, "a/b", ""));
        scene.tell("no folder", () -> Files.createTempFile(Absent.<Path>value(), "a", "b"));
        scene.note("made", DirectoryGroups.names(folder).size());
        remove(scene);
    }

    private static void directories(Scene scene) throws Exception {
        Path made = Files.createTempDirectory(scene.folder(), "begin");
        scene.tellUnnumbered("name", () -> name(made));
        scene.note("rights", AttributeGroups.rights(made));
        scene.tell("use", () -> Files.writeString(made.resolve("inside"), "x").getFileName());
        scene.tellUnnumbered("no prefix", () -> name(Files.createTempDirectory(scene.folder(), null)));
        scene.tellUnnumbered("missing folder", () -> name(Files.createTempDirectory(scene.path("missing"), "a")));
        Files.delete(made.resolve("inside"));
        remove(scene);
    }

    private static void many(Scene scene) throws Exception {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            names.add(File.createTempFile("many", null, scene.folder().toFile()).getName());
            names.add(Files.createTempFile(scene.folder(), "many", null)
                    .getFileName()
                    .toString());
        }
        scene.note("different names", names.size());
        scene.note("files", DirectoryGroups.names(scene.folder()).size());
        remove(scene);
    }

    /** Where the program keeps what is nobody else's business. */
    private static void defaultPlace(Scene scene) throws Exception {
        File file = File.createTempFile("battery", ".tmp");
        Path path = Files.createTempFile("battery", ".tmp");
        scene.note("File's is in java.io.tmpdir", file.getParent().equals(System.getProperty("java.io.tmpdir")));
        scene.note("Files' is in java.io.tmpdir", path.startsWith(System.getProperty("java.io.tmpdir")));
        Files.writeString(path, "temporary");
        scene.tell("content", () -> Files.readString(path));
        scene.tell("to the folder", () -> Files.move(path, scene.path("moved")));
        scene.tell("content then", () -> Files.readString(scene.path("moved")));
        scene.note("deleted", file.delete());
    }

    /** Names are random: what is left must not be. */
    private static void remove(Scene scene) throws Exception {
        File[] files = scene.folder().toFile().listFiles();
        if (files != null) {
            for (File file : files) {
                Files.delete(file.toPath());
            }
        }
    }
}
