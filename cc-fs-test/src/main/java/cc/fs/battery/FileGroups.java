package cc.fs.battery;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What java.io.File does to files. */
final class FileGroups {
    private FileGroups() {}

    static void addTo(Groups groups) {
        groups.add("file.questions", FileGroups::questions);
        groups.add("file.create", FileGroups::create);
        groups.add("file.delete", FileGroups::delete);
        groups.add("file.directories", FileGroups::directories);
        groups.add("file.list", FileGroups::list);
        groups.add("file.rename", FileGroups::rename);
        groups.add("file.access", FileGroups::access);
        groups.add("file.times", FileGroups::times);
        groups.add("file.space", FileGroups::space);
        groups.add("file.temporary", FileGroups::temporary);
        groups.add("file.delete-on-exit", FileGroups::deleteOnExit);
    }

    private static void questions(Scene scene) throws Exception {
        scene.text("file", "twelve bytes");
        scene.text(".hidden", "");
        Files.createDirectory(scene.path("directory"));
        Files.createSymbolicLink(scene.path("link"), scene.path("file").getFileName());
        Files.createSymbolicLink(scene.path("dangling"), scene.path("nowhere").getFileName());
        for (String name :
                new String[] {"file", ".hidden", "directory", "link", "dangling", "missing", "file/child", "bad\0name"
                }) {
            File file = scene.file(name);
            scene.note(name + " exists", file.exists());
            scene.note(name + " is a file", file.isFile());
            scene.note(name + " is a directory", file.isDirectory());
            scene.note(name + " is hidden", file.isHidden());
            scene.note(name + " can be read", file.canRead());
            scene.note(name + " can be written", file.canWrite());
            scene.note(name + " can be executed", file.canExecute());
            if (!file.isDirectory()) {
                scene.note(name + " length", file.length());
            }
        }
        scene.note("no name exists", new File("").exists());
    }

    private static void create(Scene scene) throws Exception {
        File file = scene.file("new");
        scene.tell("new", file::createNewFile);
        scene.tell("again", file::createNewFile);
        scene.note("length", file.length());
        scene.tell("in a missing folder", () -> scene.file("missing/new").createNewFile());
        scene.tell("under a file", () -> scene.file("new/child").createNewFile());
        scene.tell("where a folder is", () -> scene.folder().toFile().createNewFile());
        scene.tell("a name with NUL", () -> scene.file("bad\0name").createNewFile());
        scene.tell("no name", () -> new File("").createNewFile());
        Files.createSymbolicLink(scene.path("dangling"), scene.path("nowhere"));
        scene.tell("at a dangling link", () -> scene.file("dangling").createNewFile());
        scene.note("target made", scene.file("nowhere").exists());
    }

    private static void delete(Scene scene) throws Exception {
        scene.text("file", "text");
        Files.createDirectories(scene.path("full/inside"));
        Files.createSymbolicLink(scene.path("link"), scene.path("full"));
        Files.createSymbolicLink(scene.path("dangling"), scene.path("nowhere"));
        scene.note("a file", scene.file("file").delete());
        scene.note("it again", scene.file("file").delete());
        scene.note("a full folder", scene.file("full").delete());
        scene.note("a link to it", scene.file("link").delete());
        scene.note("a dangling link", scene.file("dangling").delete());
        scene.note("an empty folder", scene.file("full/inside").delete());
        scene.note("now empty", scene.file("full").delete());
        scene.note("a name with NUL", scene.file("bad\0name").delete());
        scene.note("left", DirectoryGroups.names(scene.folder()));
    }

    private static void directories(Scene scene) throws Exception {
        scene.text("file", "text");
        scene.note("new", scene.file("one").mkdir());
        scene.note("again", scene.file("one").mkdir());
        scene.note("without its parents", scene.file("a/b/c").mkdir());
        scene.note("with its parents", scene.file("a/b/c").mkdirs());
        scene.note("with its parents again", scene.file("a/b/c").mkdirs());
        scene.note("with dots", scene.file("x/../y/./z").mkdirs());
        scene.note("where a file is", scene.file("file").mkdir());
        scene.note("under a file", scene.file("file/a/b").mkdirs());
        scene.note("left", DirectoryGroups.tree(scene.folder()));
    }

    private static void list(Scene scene) throws Exception {
        for (String name : new String[] {"b.txt", "a.txt", "c.md", ".dot"}) {
            scene.text(name, name);
        }
        Files.createDirectory(scene.path("d.txt"));
        File folder = scene.folder().toFile();
        scene.note("names", sorted(folder.list()));
        scene.note("names that end in .txt", sorted(folder.list((parent, name) -> name.endsWith(".txt"))));
        scene.note("files", sorted(folder.listFiles()));
        scene.note("plain files", sorted(folder.listFiles(File::isFile)));
        scene.note("files by name", sorted(folder.listFiles((parent, name) -> name.startsWith("a"))));
        scene.note("an empty folder", sorted(scene.file("d.txt").list()));
        scene.note("a file", sorted(scene.file("a.txt").list()));
        scene.note("a missing folder", sorted(scene.file("missing").listFiles()));
        scene.note("a name with NUL", sorted(scene.file("bad\0name").listFiles()));
        scene.note("roots", sorted(File.listRoots()));
    }

    private static Object @Nullable [] sorted(Object @Nullable [] listed) {
        if (listed != null) {
            Arrays.sort(listed);
        }
        return listed;
    }

    private static void rename(Scene scene) throws Exception {
        scene.text("one", "1");
        scene.text("two", "2");
        Files.createDirectories(scene.path("full/inside"));
        Files.createDirectory(scene.path("empty"));
        scene.note("to a new name", scene.file("one").renameTo(scene.file("uno")));
        scene.note("onto a file", scene.file("uno").renameTo(scene.file("two")));
        scene.tell("content", () -> Files.readString(scene.path("two")));
        scene.note("a missing file", scene.file("one").renameTo(scene.file("three")));
        scene.note("into a missing folder", scene.file("two").renameTo(scene.file("missing/two")));
        scene.note("a file onto a folder", scene.file("two").renameTo(scene.file("empty")));
        scene.note("a folder onto a file", scene.file("empty").renameTo(scene.file("two")));
        scene.note("a folder onto a full one", scene.file("empty").renameTo(scene.file("full")));
        scene.note("a folder onto an empty one", scene.file("full").renameTo(scene.file("empty")));
        scene.note("a folder into itself", scene.file("empty").renameTo(scene.file("empty/inside/itself")));
        scene.note("onto itself", scene.file("two").renameTo(scene.file("two")));
        scene.tell("to nothing", () -> scene.file("two").renameTo(Absent.value()));
        scene.note("left", DirectoryGroups.tree(scene.folder()));
    }

    private static void access(Scene scene) throws Exception {
        File file = scene.text("file", "text").toFile();
        scene.note("read only", file.setReadOnly());
        scene.note("rights", rights(file));
        scene.note("writable", file.setWritable(true));
        scene.note("rights when writable", rights(file));
        scene.note("writable by all", file.setWritable(true, false));
        scene.note("rights when writable by all", rights(file));
        scene.note("executable", file.setExecutable(true));
        scene.note("rights when executable", rights(file));
        scene.note("can be executed", file.canExecute());
        scene.note("not readable", file.setReadable(false, false));
        scene.note("rights when not readable", rights(file));
        File missing = scene.file("missing");
        scene.note(
                "of a missing file", missing.setReadOnly() || missing.setWritable(true) || missing.setReadable(true));
    }

    private static Object rights(File file) throws IOException {
        return AttributeGroups.rights(file.toPath());
    }

    private static void times(Scene scene) throws Exception {
        File file = scene.text("file", "text").toFile();
        scene.note("set", file.setLastModified(1_234_567_890_123L));
        scene.note("is", file.lastModified());
        scene.note("long ago", file.setLastModified(0));
        scene.note("was long ago", file.lastModified());
        scene.tell("before that", () -> file.setLastModified(-1));
        scene.note("after 2038", file.setLastModified(4_000_000_000_999L));
        scene.note("is after 2038", file.lastModified());
        scene.note("a folder's", scene.folder().toFile().setLastModified(1_000_000_000_000L));
        scene.note("folder's is", scene.folder().toFile().lastModified());
        scene.note("a missing file's", scene.file("missing").setLastModified(1000));
        scene.note("a missing file's is", scene.file("missing").lastModified());
    }

    private static void space(Scene scene) {
        File folder = scene.folder().toFile();
        scene.note("has room", folder.getTotalSpace() > 0);
        scene.note("free is within", folder.getFreeSpace() <= folder.getTotalSpace());
        scene.note("usable is within", folder.getUsableSpace() <= folder.getFreeSpace());
        scene.note("has usable room", folder.getUsableSpace() > 0);
        scene.note("of a missing file", scene.file("missing").getTotalSpace());
        scene.note("of a name with NUL", scene.file("bad\0name").getTotalSpace());
    }

    private static void temporary(Scene scene) throws Exception {
        File made = File.createTempFile("begin", ".end", scene.folder().toFile());
        scene.tellUnnumbered("name", made::getName);
        scene.note("length", made.length());
        scene.note("parent", made.getParentFile());
        scene.note("rights", rights(made));
        scene.tellUnnumbered(
                "without suffix",
                () -> File.createTempFile("begin", null, scene.folder().toFile())
                        .getName());
        scene.tell(
                "short prefix",
                () -> File.createTempFile("ab", "", scene.folder().toFile()));
        scene.tellUnnumbered(
                "missing folder",
                () -> File.createTempFile("abc", "", scene.file("missing")).getName());
        scene.tellUnnumbered(
                "suffix with slash",
                () -> File.createTempFile("abc", "/x", scene.folder().toFile()).getName());
        scene.note("made", DirectoryGroups.names(scene.folder()).size());
        for (File each : scene.folder().toFile().listFiles()) {
            Files.delete(each.toPath());
        }
    }

    /** Whoever started the program sees whether it has worked. */
    private static void deleteOnExit(Scene scene) throws Exception {
        Files.createDirectories(scene.path("gone/inside"));
        scene.text("gone/inside/file", "text");
        scene.text("kept", "text");
        scene.file("gone").deleteOnExit();
        scene.file("gone/inside").deleteOnExit();
        scene.file("gone/inside/file").deleteOnExit();
        scene.file("never-made").deleteOnExit();
        scene.note("still there", DirectoryGroups.tree(scene.folder()));
    }
}
