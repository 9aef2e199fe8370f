package cc.fs.battery;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks through trees of files. */
final class WalkGroups {
    private WalkGroups() {}

    static void addTo(Groups groups) {
        groups.add("walk.stream", WalkGroups::stream);
        groups.add("walk.find", WalkGroups::find);
        groups.add("walk.visitor", WalkGroups::visitor);
        groups.add("walk.loop", WalkGroups::loop);
        groups.add("walk.delete", WalkGroups::delete);
        groups.add("walk.deep", WalkGroups::deep);
    }

    private static void plant(Scene scene) throws IOException {
        Files.createDirectories(scene.path("a/b/c"));
        Files.createDirectories(scene.path("d"));
        scene.text("a/one", "1");
        scene.text("a/b/two", "22");
        scene.text("a/b/c/three", "333");
        scene.text("d/four", "4444");
        Files.createSymbolicLink(scene.path("d/link"), scene.path("a/b"));
    }

    private static List<String> sorted(Stream<Path> entries, Path folder) {
        try (entries) {
            return entries.map(entry -> folder.relativize(entry).toString())
                    .sorted()
                    .toList();
        }
    }

    @SuppressWarnings("StreamResourceLeak") // The scene closes what an operation opens.
    private static void stream(Scene scene) throws Exception {
        plant(scene);
        Path folder = scene.folder();
        scene.tell("all", () -> sorted(Files.walk(folder), folder));
        scene.tell("two levels", () -> sorted(Files.walk(folder, 2), folder));
        scene.tell("no level", () -> sorted(Files.walk(folder, 0), folder));
        scene.tell("following links", () -> sorted(Files.walk(folder, FileVisitOption.FOLLOW_LINKS), folder));
        scene.tell("a file", () -> sorted(Files.walk(scene.path("a/one")), folder));
        scene.tell("missing", () -> Files.walk(scene.path("missing")));
        scene.tell("negative depth", () -> Files.walk(folder, -1));
        scene.tell("closed", () -> {
            Stream<Path> walk = Files.walk(folder);
            walk.close();
            return walk.count();
        });
    }

    @SuppressWarnings("StreamResourceLeak") // The scene closes what an operation opens.
    private static void find(Scene scene) throws Exception {
        plant(scene);
        Path folder = scene.folder();
        scene.tell("files", () -> sorted(Files.find(folder, 9, (path, facts) -> facts.isRegularFile()), folder));
        scene.tell("links", () -> sorted(Files.find(folder, 9, (path, facts) -> facts.isSymbolicLink()), folder));
        scene.tell(
                "large ones",
                () -> sorted(
                        Files.find(folder, 9, (path, facts) -> facts.isRegularFile() && facts.size() > 2), folder));
        scene.tell("missing", () -> Files.find(scene.path("missing"), 1, (path, facts) -> true));
    }

    private static void visitor(Scene scene) throws Exception {
        plant(scene);
        TreeSet<String> visits = new TreeSet<>();
        Files.walkFileTree(scene.folder(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes facts) {
                visits.add("enter " + scene.folder().relativize(directory));
                return directory.endsWith("c") ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                visits.add("file " + scene.folder().relativize(file) + " link " + facts.isSymbolicLink());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) {
                visits.add("leave " + scene.folder().relativize(directory) + " " + failure);
                return FileVisitResult.CONTINUE;
            }
        });
        scene.note("visits", visits);
        visits.clear();
        Files.walkFileTree(scene.path("missing"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                visits.add(failure.toString());
                return FileVisitResult.TERMINATE;
            }
        });
        scene.note("failures", visits);
    }

    @SuppressWarnings("StreamResourceLeak") // The scene closes what an operation opens.
    private static void loop(Scene scene) throws Exception {
        Files.createDirectories(scene.path("a/b"));
        Files.createSymbolicLink(scene.path("a/b/up"), scene.path("a"));
        Files.createSymbolicLink(scene.path("self"), Path.of("self"));
        scene.tell("not following", () -> sorted(Files.walk(scene.folder()), scene.folder()));
        scene.tell(
                "following", () -> sorted(Files.walk(scene.path("a"), FileVisitOption.FOLLOW_LINKS), scene.folder()));
        TreeSet<String> failures = new TreeSet<>();
        Files.walkFileTree(scene.folder(), EnumSet.of(FileVisitOption.FOLLOW_LINKS), 9, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                failures.add(failure.toString().replace(scene.folder().toString(), ""));
                return FileVisitResult.CONTINUE;
            }
        });
        scene.note("failures", failures);
    }

    private static void delete(Scene scene) throws Exception {
        plant(scene);
        Files.walkFileTree(scene.path("d"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
        scene.note("left", DirectoryGroups.tree(scene.folder()));
    }

    private static void deep(Scene scene) throws Exception {
        Path path = scene.folder();
        for (int i = 0; i < 60; i++) {
            path = path.resolve("level" + i);
        }
        Files.createDirectories(path);
        Files.writeString(path.resolve("bottom"), "deep");
        scene.note("levels", DirectoryGroups.tree(scene.folder()).size());
        Path bottom = path.resolve("bottom");
        scene.tell("read", () -> Files.readString(bottom));
        scene.tell("by File", () -> bottom.toFile().length());
    }
}
