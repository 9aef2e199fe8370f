package cc.fs.battery;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Directories: made, listed, deleted. */
final class DirectoryGroups {
    private DirectoryGroups() {}

    static void addTo(Groups groups) {
        groups.add("directory.create", DirectoryGroups::create);
        groups.add("directory.delete", DirectoryGroups::delete);
        groups.add("directory.stream", DirectoryGroups::stream);
        groups.add("directory.stream-once", DirectoryGroups::streamOnce);
        groups.add("directory.large", DirectoryGroups::large);
        groups.add("directory.changed-meanwhile", DirectoryGroups::changedMeanwhile);
        groups.add("directory.secure-stream", DirectoryGroups::secureStream);
        groups.add("directory.secure-stream-moved", DirectoryGroups::secureStreamMoved);
    }

    /** The sorted names in a directory. */
    static List<String> names(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    /** All that is below a directory, sorted, with sizes of files. */
    static List<String> tree(Path directory) throws IOException {
        try (Stream<Path> entries = Files.walk(directory)) {
            List<String> found = new ArrayList<>();
            for (Path entry : entries.sorted().toList()) {
                found.add(directory.relativize(entry) + (Files.isRegularFile(entry) ? "=" + Files.size(entry) : "/"));
            }
            return found;
        }
    }

    private static void create(Scene scene) throws Exception {
        scene.text("file", "text");
        scene.tell("new", () -> Files.createDirectory(scene.path("one")));
        scene.tell("again", () -> Files.createDirectory(scene.path("one")));
        scene.tell("without parents", () -> Files.createDirectory(scene.path("a/b")));
        scene.tell("with parents", () -> Files.createDirectories(scene.path("a/b/c")));
        scene.tell("with parents again", () -> Files.createDirectories(scene.path("a/b/c")));
        scene.tell("where a file is", () -> Files.createDirectory(scene.path("file")));
        scene.tell("with parents where a file is", () -> Files.createDirectories(scene.path("file")));
        scene.tell("under a file", () -> Files.createDirectories(scene.path("file/a/b")));
        scene.tell(
                "with rights",
                () -> Files.createDirectory(
                        scene.path("private"),
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))));
        scene.note("rights", AttributeGroups.rights(scene.path("private")));
        scene.note("usual rights", AttributeGroups.rights(scene.path("one")));
        Files.createSymbolicLink(scene.path("link"), Path.of("one"));
        scene.tell("with parents at a link", () -> Files.createDirectories(scene.path("link")));
        scene.tell("new at a link", () -> Files.createDirectory(scene.path("link")));
        scene.tell("nothing", () -> Files.createDirectory(Absent.value()));
        scene.note("made", tree(scene.folder()));
    }

    private static void delete(Scene scene) throws Exception {
        Files.createDirectories(scene.path("full/inside"));
        scene.text("file", "text");
        scene.act("a full one", () -> Files.delete(scene.path("full")));
        scene.tell("a full one if it exists", () -> Files.deleteIfExists(scene.path("full")));
        scene.act("an empty one", () -> Files.delete(scene.path("full/inside")));
        scene.tell("it again", () -> Files.deleteIfExists(scene.path("full/inside")));
        scene.act("missing", () -> Files.delete(scene.path("missing")));
        scene.act("under a file", () -> Files.delete(scene.path("file/child")));
        scene.tell("under a file if it exists", () -> Files.deleteIfExists(scene.path("file/child")));
        scene.act("dot", () -> Files.delete(scene.path("full/.")));
        scene.act("dots", () -> Files.delete(scene.path("full/..")));
        scene.act("nothing", () -> Files.delete(Absent.value()));
        scene.note("left", tree(scene.folder()));
    }

    @SuppressWarnings("StreamResourceLeak") // The scene closes what an operation opens.
    private static void stream(Scene scene) throws Exception {
        for (String name : new String[] {"b.txt", "a.txt", "c.md", ".dot.txt", "[x].txt"}) {
            scene.text(name, name);
        }
        Files.createDirectory(scene.path("sub"));
        for (String glob : new String[] {"*", "*.txt", "{a,b}.*", "?.md", "[!a]*", ".*", "\\[x\\]*", "none*", ""}) {
            scene.tell("glob " + glob, () -> {
                try (DirectoryStream<Path> found = Files.newDirectoryStream(scene.folder(), glob)) {
                    return sorted(found);
                }
            });
        }
        scene.tell("bad glob", () -> Files.newDirectoryStream(scene.folder(), "[a"));
        scene.tell("filter", () -> {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(scene.folder(), Files::isDirectory)) {
                return sorted(found);
            }
        });
        scene.tell("failing filter", () -> {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(scene.folder(), entry -> {
                throw new IOException("not now");
            })) {
                return sorted(found);
            }
        });
        scene.tell("an empty folder", () -> names(scene.path("sub")));
        scene.tell("a file", () -> Files.newDirectoryStream(scene.path("a.txt")));
        scene.tell("a missing folder", () -> Files.newDirectoryStream(scene.path("missing")));
        scene.tell("list a file", () -> Files.list(scene.path("a.txt")));
        scene.tell("nothing", () -> Files.newDirectoryStream(Absent.value()));
    }

    private static List<String> sorted(DirectoryStream<Path> found) {
        List<String> names = new ArrayList<>();
        found.forEach(entry -> names.add(entry.toString()));
        names.sort(null);
        return names;
    }

    @SuppressWarnings("StreamResourceLeak") // It is closed half-way.
    private static void streamOnce(Scene scene) throws Exception {
        scene.text("a", "");
        scene.text("b", "");
        DirectoryStream<Path> stream = Files.newDirectoryStream(scene.folder());
        Iterator<Path> entries = stream.iterator();
        scene.tell("second iterator", stream::iterator);
        scene.note("has a next", entries.hasNext());
        entries.next();
        scene.act("remove", entries::remove);
        stream.close();
        stream.close();
        // One entry may have been read ahead.
        int rest = 0;
        while (entries.hasNext()) {
            entries.next();
            rest++;
        }
        scene.note("at most one more when closed", rest <= 1);
        scene.tell("next when closed", entries::next);
        scene.tell("iterator when closed", stream::iterator);
    }

    private static void large(Scene scene) throws Exception {
        int files = 1500;
        for (int i = 0; i < files; i++) {
            Files.write(scene.path("file-with-a-rather-long-name-" + i), new byte[i % 7]);
        }
        scene.note("names", names(scene.folder()).hashCode());
        String[] listed = scene.folder().toFile().list();
        scene.note("by File", listed == null ? -1 : listed.length);
        long bytes = 0;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(scene.folder())) {
            for (Path entry : entries) {
                bytes += Files.size(entry);
                Files.delete(entry);
            }
        }
        scene.note("bytes", bytes);
        scene.note("left", names(scene.folder()));
    }

    @SuppressWarnings("StreamResourceLeak") // The scene closes what an operation opens.
    private static void changedMeanwhile(Scene scene) throws Exception {
        for (int i = 0; i < 20; i++) {
            scene.text("file" + i, "");
        }
        Set<Path> seen = new java.util.HashSet<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(scene.folder())) {
            for (Path entry : entries) {
                scene.note("seen once", seen.add(entry));
                Files.deleteIfExists(entry);
            }
        }
        scene.note("seen", seen.size());
        Path folder = Files.createDirectory(scene.path("deleted"));
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            Files.delete(folder);
            scene.tell("of a deleted folder", () -> sorted(entries));
        }
        scene.tell("list it again", () -> Files.list(folder));
    }

    private static void secureStream(Scene scene) throws Exception {
        scene.text("file", "text");
        Files.createDirectory(scene.path("sub"));
        scene.text("sub/inner", "inner text");
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(scene.folder())) {
            if (!(stream instanceof SecureDirectoryStream<Path> secure)) {
                scene.note("offered", false);
                return;
            }
            scene.note("offered", true);
            try (SecureDirectoryStream<Path> inner = secure.newDirectoryStream(Path.of("sub"))) {
                scene.tell(
                        "size",
                        () -> inner.newByteChannel(Path.of("inner"), Set.of()).size());
                scene.act("delete", () -> inner.deleteFile(Path.of("inner")));
            }
            scene.act("delete a missing file", () -> secure.deleteFile(Path.of("missing")));
            scene.act("delete a folder as a file", () -> secure.deleteFile(Path.of("sub")));
            scene.act("delete a folder", () -> secure.deleteDirectory(Path.of("sub")));
            scene.act("delete it again", () -> secure.deleteDirectory(Path.of("sub")));
            scene.act("delete a file as a folder", () -> secure.deleteDirectory(Path.of("file")));
            scene.act("move", () -> secure.move(Path.of("file"), secure, Path.of("moved")));
        }
        scene.note("left", tree(scene.folder()));
    }

    /** The stream is of a directory, not of a name. */
    private static void secureStreamMoved(Scene scene) throws Exception {
        Files.createDirectory(scene.path("sub"));
        scene.text("sub/inner", "inner text");
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(scene.path("sub"))) {
            SecureDirectoryStream<Path> secure = (SecureDirectoryStream<Path>) stream;
            Files.move(scene.path("sub"), scene.path("elsewhere"));
            scene.act("delete", () -> secure.deleteFile(Path.of("inner")));
        }
        scene.note("left", tree(scene.folder()));
    }
}
