package cc.fs.battery;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.Paths;

/** Names of files: absolute, relative, canonical, real, odd and too long. */
final class FileNameGroups {
    private FileNameGroups() {}

    static void addTo(Groups groups) {
        groups.add("name.canonical", FileNameGroups::canonical);
        groups.add("name.real", FileNameGroups::real);
        groups.add("name.same-file", FileNameGroups::sameFile);
        groups.add("name.relative", FileNameGroups::relative);
        groups.add("name.dots", FileNameGroups::dots);
        groups.add("name.odd", FileNameGroups::odd);
        groups.add("name.uri", FileNameGroups::uri);
        groups.add("name.long", FileNameGroups::tooLong);
        groups.add("name.nul", FileNameGroups::nul);
    }

    private static void canonical(Scene scene) throws Exception {
        Files.createDirectories(scene.path("a/b"));
        scene.text("a/b/file", "text");
        Files.createSymbolicLink(scene.path("link"), Path.of("a/b"));
        Files.createSymbolicLink(scene.path("loop"), Path.of("loop"));
        for (String name : new String[] {
            "a/b/file",
            "a/./b/../b/file",
            "link/file",
            "link/../file",
            "link/missing/x",
            "missing/../a",
            "loop",
            "loop/x",
            "a//b///file",
            "a/b/file/",
            "a/b/file/..",
            "..",
            "bad\0name"
        }) {
            scene.tell(name, () -> scene.file(name).getCanonicalPath());
        }
        scene.tell("as a file", () -> scene.file("link").getCanonicalFile());
    }

    private static void real(Scene scene) throws Exception {
        Files.createDirectories(scene.path("a/b"));
        scene.text("a/b/file", "text");
        Files.createSymbolicLink(scene.path("link"), Path.of("a/b"));
        Files.createSymbolicLink(scene.path("absolute"), scene.path("link"));
        Files.createSymbolicLink(scene.path("loop"), Path.of("loop"));
        for (String name : new String[] {
            "a/b/file",
            "a/./b/../b/file",
            "link/file",
            "link/../b",
            "absolute/file",
            "missing",
            "loop",
            "a/b/file/..",
            ".."
        }) {
            scene.tell(name, () -> scene.path(name).toRealPath());
            scene.tell(name + " without following links", () -> scene.path(name).toRealPath(LinkOption.NOFOLLOW_LINKS));
        }
    }

    private static void sameFile(Scene scene) throws Exception {
        Path file = scene.text("file", "text");
        scene.text("other", "text");
        Files.createLink(scene.path("hard"), file);
        Files.createSymbolicLink(scene.path("soft"), file);
        Files.createSymbolicLink(scene.path("dangling"), scene.path("nowhere"));
        for (String name : new String[] {"file", "other", "hard", "soft", "x/../file", "missing", "dangling", "."}) {
            scene.tell(name, () -> Files.isSameFile(file, scene.path(name)));
        }
        scene.tell("two missing names that are equal", () -> Files.isSameFile(scene.path("no"), scene.path("no")));
        scene.tell("two missing names", () -> Files.isSameFile(scene.path("no"), scene.path("none")));
        scene.note("equal names", new File("a//b").equals(new File("a/b/")));
        scene.note("order", new File("a").compareTo(new File("b")));
    }

    private static void relative(Scene scene) throws Exception {
        Path start = scene.folder().getParent();
        if (start == null || !start.toString().equals(System.getProperty("user.dir"))) {
            scene.skip("the program was not started in the folder");
            return;
        }
        String inside = scene.folder().getFileName() + "/";
        scene.tell("write", () -> Files.writeString(Path.of(inside + "file"), "relative"));
        scene.tell("read", () -> new java.io.FileInputStream(inside + "file").readAllBytes());
        scene.tell("exists", () -> new File(inside + "file").exists());
        scene.tell("absolute", () -> new File(inside + "file").getAbsolutePath());
        scene.tell("canonical", () -> new File(inside + "../" + inside + "file").getCanonicalPath());
        scene.tell("absolute path", () -> Path.of(inside + "file").toAbsolutePath());
        scene.tell("real", () -> Path.of(inside + "file").toRealPath());
        scene.tell("here", () -> Path.of("").toRealPath());
        scene.tell("here as a file", () -> new File("").getAbsolutePath());
        scene.tell("dot", () -> new File(".").getCanonicalPath());
        scene.tell("missing", () -> Files.size(Path.of("missing")));
        scene.tell("missing stream", () -> new java.io.FileInputStream("missing"));
        scene.tell("list", () -> DirectoryGroups.names(Paths.get(inside)));
        scene.tell("list by File", () -> new File(inside).list());
        scene.tell("same", () -> Files.isSameFile(Path.of(inside + "file"), scene.path("file")));
        // The JDK reads the working directory once.
        String before = System.getProperty("user.dir");
        System.setProperty("user.dir", "/tmp");
        try {
            scene.tell("after user.dir was changed", () -> Files.exists(Path.of(inside + "file")));
        } finally {
            System.setProperty("user.dir", before);
        }
    }

    private static void dots(Scene scene) throws Exception {
        Files.createDirectories(scene.path("a/b"));
        Path file = scene.text("file", "text");
        Files.createSymbolicLink(scene.path("link"), Path.of("a/b"));
        for (String name : new String[] {
            "a/../file",
            "a/b/../../file",
            "./file",
            "missing/../file",
            "link/../../file",
            "link/../file",
            "file/../file",
            "a/./../file"
        }) {
            scene.tell("Files " + name, () -> Files.readString(scene.path(name)));
            scene.note("File " + name, scene.file(name).exists());
            scene.tell("stream " + name, () -> new java.io.FileInputStream(scene.file(name)).readAllBytes());
        }
        String up = "../".repeat(60);
        scene.tell("far above the root", () -> Files.readString(scene.path(up + file)));
        scene.tell("far above the root by File", () -> new File(scene.folder() + "/" + up + file).length());
        scene.tell("write through dots", () -> Files.writeString(scene.path("a/b/../new"), "x"));
        scene.note("written", Files.exists(scene.path("a/new")));
    }

    private static void odd(Scene scene) throws Exception {
        String[] names = {
            " ",
            "two words",
            "tab\there",
            "line\nend",
            "*?[]{}",
            "back\\slash",
            "quote'\"",
            "-rf",
            "~",
            "#%&+;=@",
            "gr\u00fcn",
            "\u65e5\u672c",
            "\ud83d\ude00",
            "..dots",
            "trailing.",
            "a:b",
            "$HOME"
        };
        for (String name : names) {
            // What a locale cannot encode is refused, by File and by Path in ways of their own.
            scene.tell("write " + name, () -> Files.writeString(scene.path(name), "of " + name));
            scene.tell("read " + name, () -> new java.io.FileInputStream(scene.file(name)).readAllBytes());
            scene.note("exists " + name, scene.file(name).exists());
        }
        scene.tell("names by Files", () -> DirectoryGroups.names(scene.folder()));
        String[] listed = scene.folder().toFile().list();
        if (listed != null) {
            java.util.Arrays.sort(listed);
        }
        scene.note("names by File", listed);
    }

    private static void uri(Scene scene) throws Exception {
        Path path = scene.text("two words #1%", "text");
        scene.note("file's", path.toFile().toURI());
        scene.note("path's", path.toUri());
        scene.note("folder's has a slash", scene.folder().toUri().toString().endsWith("/"));
        scene.note(
                "missing folder's has a slash",
                scene.file("missing").toURI().toString().endsWith("/"));
        scene.tell("back", () -> Files.readString(Path.of(path.toUri())));
        scene.tell("back by File", () -> new File(path.toFile().toURI()).length());
        scene.tell("as a URL", () -> path.toUri().toURL().openStream().readAllBytes());
        scene.tell(
                "a folder as a URL",
                () -> scene.folder().toUri().toURL().openStream().readAllBytes());
        scene.tell(
                "a missing file as a URL",
                () -> scene.file("missing").toURI().toURL().openStream());
        scene.tell("length by URL", () -> path.toUri().toURL().openConnection().getContentLengthLong());
        scene.tell(
                "type by URL",
                () -> scene.text("page.html", "<p>")
                        .toUri()
                        .toURL()
                        .openConnection()
                        .getContentType());
    }

    private static void tooLong(Scene scene) throws Exception {
        String component = "n".repeat(255);
        scene.tell("255 characters", () -> Files.writeString(scene.path(component), "x"));
        scene.tell("256 characters", () -> Files.writeString(scene.path(component + "n"), "x"));
        scene.tell("256 characters by stream", () -> new java.io.FileOutputStream(scene.file(component + "n")));
        scene.note("256 characters exist", scene.file(component + "n").exists());
        scene.tell("256 characters new", () -> scene.file(component + "n").createNewFile());
        scene.tell("256 characters as a folder", () -> Files.createDirectory(scene.path(component + "n")));
        String deep = "d/".repeat(2100) + "file";
        scene.tell("4200 characters", () -> Files.readString(scene.path(deep)));
        scene.tell("4200 characters by stream", () -> new java.io.FileInputStream(scene.file(deep)));
        scene.tell(
                "4200 characters canonical",
                () -> scene.file("./" + deep).getCanonicalPath().length() > 4200);
        scene.note("4200 characters exist", scene.file(deep).exists());
        scene.tell("a link that long", () -> Files.createSymbolicLink(scene.path("link"), Path.of(deep)));
    }

    private static void nul(Scene scene) {
        String name = "bad\0name";
        scene.tell("path", () -> scene.path(name));
        scene.tell("file to path", () -> scene.file(name).toPath());
        scene.tell("input", () -> new java.io.FileInputStream(scene.file(name)));
        scene.tell("output", () -> new java.io.FileOutputStream(scene.file(name)));
        scene.tell("random access", () -> new java.io.RandomAccessFile(scene.file(name), "rw"));
        scene.note("folder", scene.file(name).mkdir());
        scene.note("rename", scene.file(name).renameTo(scene.file("good")));
        scene.note("absolute", scene.file(name).getAbsolutePath());
        scene.note("time", scene.file(name).lastModified());
        scene.note("rights", scene.file(name).setReadOnly());
    }
}
