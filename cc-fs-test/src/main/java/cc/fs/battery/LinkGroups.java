package cc.fs.battery;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Symbolic and hard links. */
final class LinkGroups {
    private LinkGroups() {}

    static void addTo(Groups groups) {
        groups.add("links.create", LinkGroups::create);
        groups.add("links.read", LinkGroups::read);
        groups.add("links.use", LinkGroups::use);
        groups.add("links.directories", LinkGroups::directories);
        groups.add("links.loops", LinkGroups::loops);
        groups.add("links.chains", LinkGroups::chains);
        groups.add("links.hard", LinkGroups::hard);
        groups.add("links.delete", LinkGroups::delete);
        groups.add("links.out", LinkGroups::out);
    }

    private static void create(Scene scene) throws Exception {
        scene.text("file", "text");
        scene.tell("relative", () -> Files.createSymbolicLink(scene.path("relative"), Path.of("file")));
        scene.tell("absolute", () -> Files.createSymbolicLink(scene.path("absolute"), scene.path("file")));
        scene.tell("dangling", () -> Files.createSymbolicLink(scene.path("dangling"), Path.of("nowhere")));
        scene.tell("odd", () -> Files.createSymbolicLink(scene.path("odd"), Path.of("../x/./y//z")));
        scene.tell("where a file is", () -> Files.createSymbolicLink(scene.path("file"), Path.of("x")));
        scene.tell("where a link is", () -> Files.createSymbolicLink(scene.path("dangling"), Path.of("x")));
        scene.tell("in a missing folder", () -> Files.createSymbolicLink(scene.path("missing/x"), Path.of("x")));
        scene.tell("to no name", () -> Files.createSymbolicLink(scene.path("none"), Path.of("")));
        scene.tell("to nothing", () -> Files.createSymbolicLink(scene.path("none"), Absent.value()));
        scene.note("there", DirectoryGroups.names(scene.folder()));
    }

    private static void read(Scene scene) throws Exception {
        scene.text("file", "text");
        Files.createSymbolicLink(scene.path("relative"), Path.of("a/../b"));
        Files.createSymbolicLink(scene.path("absolute"), scene.path("file"));
        Files.createSymbolicLink(scene.path("wide"), Path.of("gr\u00fcn"));
        for (String name : new String[] {"relative", "absolute", "wide", "file", "missing", ".", "file/x"}) {
            scene.tell(name, () -> Files.readSymbolicLink(scene.path(name)));
        }
    }

    private static void use(Scene scene) throws Exception {
        Path file = scene.text("file", "text");
        Path link = Files.createSymbolicLink(scene.path("link"), file);
        Path dangling = Files.createSymbolicLink(scene.path("dangling"), Path.of("made"));
        scene.tell("read", () -> new FileInputStream(link.toFile()).readAllBytes());
        try (FileOutputStream out = new FileOutputStream(link.toFile(), true)) {
            out.write('+');
        }
        scene.tell("target", () -> Files.readString(file));
        scene.tell("write through dangling", () -> Files.writeString(dangling, "made"));
        scene.tell("made", () -> Files.readString(scene.path("made")));
        scene.note("File's length", link.toFile().length());
        scene.note("File's name", link.toFile().getName());
        Files.move(link, scene.path("moved"));
        scene.note("moved is a link", Files.isSymbolicLink(scene.path("moved")));
        scene.note("File moves a link", scene.file("moved").renameTo(scene.file("again")));
        scene.note("it is a link", Files.isSymbolicLink(scene.path("again")));
        Files.delete(file);
        scene.tell("target is gone", () -> Files.readString(scene.path("again")));
    }

    private static void directories(Scene scene) throws Exception {
        Files.createDirectories(scene.path("a/b"));
        scene.text("a/b/file", "inside");
        Files.createSymbolicLink(scene.path("link"), Path.of("a"));
        Files.createSymbolicLink(scene.path("a/up"), Path.of(".."));
        scene.tell("read", () -> Files.readString(scene.path("link/b/file")));
        scene.tell("by File", () -> new FileInputStream(scene.file("link/b/file")).readAllBytes());
        scene.tell("list", () -> DirectoryGroups.names(scene.path("link")));
        scene.tell("up and down", () -> Files.readString(scene.path("a/up/link/up/a/b/file")));
        scene.tell("write", () -> Files.writeString(scene.path("link/new"), "x"));
        scene.note("written", Files.exists(scene.path("a/new")));
        scene.tell("make a folder", () -> Files.createDirectory(scene.path("link/folder")));
        scene.tell("delete inside", () -> Files.deleteIfExists(scene.path("link/folder")));
        scene.tell("move out of it", () -> Files.move(scene.path("link/new"), scene.path("out")));
        String[] listed = scene.file("link").list();
        scene.note("File lists", listed == null ? -1 : listed.length);
        scene.tell(
                "parent of a link",
                () -> DirectoryGroups.names(scene.path("a/up/.."))
                        .contains(scene.folder().getFileName().toString()));
    }

    @SuppressWarnings("StreamResourceLeak") // The scene closes what an operation opens.
    private static void loops(Scene scene) throws Exception {
        Files.createSymbolicLink(scene.path("self"), Path.of("self"));
        Files.createSymbolicLink(scene.path("one"), Path.of("two"));
        Files.createSymbolicLink(scene.path("two"), Path.of("one"));
        for (String name : new String[] {"self", "one", "one/x"}) {
            Path path = scene.path(name);
            File file = scene.file(name);
            scene.tell("read " + name, () -> Files.readString(path));
            scene.tell("stream " + name, () -> new FileInputStream(file));
            scene.tell("write " + name, () -> new FileOutputStream(file));
            scene.note("exists " + name, Files.exists(path));
            scene.note("File exists " + name, file.exists());
            scene.note("does not exist " + name, Files.notExists(path));
            scene.tell("list " + name, () -> Files.list(path));
            scene.tell("size " + name, () -> Files.size(path));
            scene.tell("folder " + name, () -> Files.createDirectories(path.resolve("deep")));
            scene.tell("new " + name, () -> Files.createFile(path));
            scene.tell("delete " + name, () -> Files.deleteIfExists(path));
        }
    }

    private static void chains(Scene scene) throws Exception {
        scene.text("0", "end");
        for (int i = 1; i <= 45; i++) {
            Files.createSymbolicLink(scene.path("" + i), Path.of("" + (i - 1)));
        }
        for (int length : new int[] {1, 39, 40, 41, 45}) {
            scene.tell("of " + length, () -> Files.readString(scene.path("" + length)));
            scene.note("File of " + length, scene.file("" + length).exists());
            scene.tell("real of " + length, () -> scene.path("" + length).toRealPath());
            scene.tell("canonical of " + length, () -> scene.file("" + length).getCanonicalPath());
        }
    }

    private static void hard(Scene scene) throws Exception {
        Path file = scene.text("file", "text");
        Files.createDirectory(scene.path("folder"));
        Files.createSymbolicLink(scene.path("soft"), Path.of("file"));
        scene.tell("create", () -> Files.createLink(scene.path("hard"), file));
        scene.tell("links", () -> Files.getAttribute(file, "unix:nlink"));
        Files.writeString(scene.path("hard"), "changed");
        scene.tell("content", () -> Files.readString(file));
        scene.tell("where a file is", () -> Files.createLink(scene.path("hard"), file));
        scene.tell("to a missing file", () -> Files.createLink(scene.path("x"), scene.path("missing")));
        scene.tell("to a folder", () -> Files.createLink(scene.path("x"), scene.path("folder")));
        scene.tell("to a link", () -> Files.createLink(scene.path("link"), scene.path("soft")));
        scene.note("is a link", Files.isSymbolicLink(scene.path("link")));
        scene.tell("in a missing folder", () -> Files.createLink(scene.path("missing/x"), file));
        Files.delete(file);
        scene.tell("left", () -> Files.readString(scene.path("hard")));
        scene.tell("links left", () -> Files.getAttribute(scene.path("hard"), "unix:nlink"));
        scene.tell("to nothing", () -> Files.createLink(scene.path("y"), Absent.value()));
    }

    private static void delete(Scene scene) throws Exception {
        Path file = scene.text("file", "text");
        Files.createDirectory(scene.path("folder"));
        scene.text("folder/inside", "x");
        Files.createSymbolicLink(scene.path("link"), file);
        Files.createSymbolicLink(scene.path("to-folder"), scene.path("folder"));
        Files.createSymbolicLink(scene.path("dangling"), Path.of("nowhere"));
        scene.act("a link", () -> Files.delete(scene.path("link")));
        scene.act("a link to a folder", () -> Files.delete(scene.path("to-folder")));
        scene.act("a dangling link", () -> Files.delete(scene.path("dangling")));
        scene.note("left", DirectoryGroups.tree(scene.folder()));
        Files.createSymbolicLink(scene.path("slash"), scene.path("folder"));
        scene.note("File with a slash", new File(scene.folder() + "/slash/").delete());
        scene.note("left then", DirectoryGroups.tree(scene.folder()));
    }

    /** A link may lead to another place, which another machine may serve, and back. */
    private static void out(Scene scene) throws Exception {
        Path outside = Files.createTempDirectory("battery");
        Path there = Files.writeString(outside.resolve("there"), "outside");
        Files.createSymbolicLink(outside.resolve("back"), scene.text("file", "inside"));
        Files.createSymbolicLink(scene.path("out"), outside);
        scene.tell("read outside", () -> Files.readString(scene.path("out/there")));
        scene.tell("stream outside", () -> new FileInputStream(scene.file("out/there")).readAllBytes());
        scene.tell("read back", () -> Files.readString(outside.resolve("back")));
        scene.tell(
                "File reads back",
                () -> new FileInputStream(outside.resolve("back").toFile()).readAllBytes());
        scene.tell("out and back", () -> Files.readString(scene.path("out/back")));
        scene.tell("write outside", () -> Files.writeString(scene.path("out/new"), "x"));
        scene.note("list outside", DirectoryGroups.names(scene.path("out")));
        scene.note("same", Files.isSameFile(there, scene.path("out/there")));
        scene.note("real", scene.path("out").toRealPath().equals(outside.toRealPath()));
        Files.delete(scene.path("out"));
        Files.delete(outside.resolve("new"));
        Files.delete(outside.resolve("back"));
        Files.delete(there);
        Files.delete(outside);
    }
}
