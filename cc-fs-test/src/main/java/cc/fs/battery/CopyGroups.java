package cc.fs.battery;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;

/** Files.copy and Files.move. */
final class CopyGroups {
    private CopyGroups() {}

    static void addTo(Groups groups) {
        groups.add("copy.files", CopyGroups::files);
        groups.add("copy.attributes", CopyGroups::attributes);
        groups.add("copy.links", CopyGroups::links);
        groups.add("copy.streams", CopyGroups::streams);
        groups.add("copy.out-and-in", CopyGroups::outAndIn);
        groups.add("move.files", CopyGroups::moveFiles);
        groups.add("move.directories", CopyGroups::moveDirectories);
        groups.add("move.out-and-in", CopyGroups::moveOutAndIn);
    }

    private static void files(Scene scene) throws Exception {
        Path one = scene.text("one", "content of one");
        Path two = scene.text("two", "2");
        Files.createDirectories(scene.path("full/inside"));
        Files.createDirectory(scene.path("empty"));
        scene.tell("to a new name", () -> Files.copy(one, scene.path("three")));
        scene.tell("copied", () -> Files.readString(scene.path("three")));
        scene.tell("onto a file", () -> Files.copy(one, two));
        scene.tell("instead of a file", () -> Files.copy(one, two, REPLACE_EXISTING));
        scene.tell("replaced", () -> Files.readString(two));
        scene.tell("onto itself", () -> Files.copy(one, one));
        scene.tell("instead of an empty folder", () -> Files.copy(one, scene.path("empty"), REPLACE_EXISTING));
        scene.tell("instead of a full folder", () -> Files.copy(one, scene.path("full"), REPLACE_EXISTING));
        scene.tell("a folder", () -> Files.copy(scene.path("full"), scene.path("full2")));
        scene.tell("a missing file", () -> Files.copy(scene.path("missing"), scene.path("x")));
        scene.tell("into a missing folder", () -> Files.copy(one, scene.path("missing/x")));
        scene.tell("atomically", () -> Files.copy(one, scene.path("x"), ATOMIC_MOVE));
        scene.tell("to nothing", () -> Files.copy(one, Absent.<Path>value()));
        byte[] large = new byte[2_000_003];
        java.util.Arrays.fill(large, (byte) 'x');
        Files.write(scene.path("large"), large);
        scene.tell("much", () -> Files.copy(scene.path("large"), scene.path("large2")));
        scene.tell("much was copied", () -> Files.mismatch(scene.path("large"), scene.path("large2")));
        scene.note("left", DirectoryGroups.tree(scene.folder()));
    }

    private static void attributes(Scene scene) throws Exception {
        Path file = scene.text("file", "text");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x--x"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_123L));
        Files.copy(file, scene.path("plain"));
        Files.copy(file, scene.path("exact"), COPY_ATTRIBUTES);
        scene.note("plain rights", AttributeGroups.rights(scene.path("plain")));
        scene.note("exact rights", AttributeGroups.rights(scene.path("exact")));
        scene.note("exact time", Files.getLastModifiedTime(scene.path("exact")));
        scene.note(
                "plain time is another",
                !Files.getLastModifiedTime(scene.path("plain")).equals(Files.getLastModifiedTime(file)));
        Path folder = Files.createDirectory(scene.path("folder"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
        Files.copy(folder, scene.path("folder2"), COPY_ATTRIBUTES);
        scene.note("folder's rights", AttributeGroups.rights(scene.path("folder2")));
    }

    private static void links(Scene scene) throws Exception {
        scene.text("target", "content");
        Path link = Files.createSymbolicLink(scene.path("link"), Path.of("target"));
        Path dangling = Files.createSymbolicLink(scene.path("dangling"), Path.of("nowhere"));
        scene.tell("the link itself", () -> Files.copy(link, scene.path("link2"), NOFOLLOW_LINKS));
        scene.tell("is", () -> Files.readSymbolicLink(scene.path("link2")));
        scene.tell("its target", () -> Files.copy(link, scene.path("file")));
        scene.note("is a link", Files.isSymbolicLink(scene.path("file")));
        scene.tell("a dangling link", () -> Files.copy(dangling, scene.path("x")));
        scene.tell("a dangling link itself", () -> Files.copy(dangling, scene.path("x"), NOFOLLOW_LINKS));
        scene.tell("onto a link", () -> Files.copy(scene.text("new", "new"), link));
        scene.tell("instead of a link", () -> Files.copy(scene.path("new"), link, REPLACE_EXISTING));
        scene.note("target is unharmed", Files.readString(scene.path("target")));
        scene.tell("move a link", () -> Files.move(scene.path("link2"), scene.path("link3")));
        scene.tell("moved", () -> Files.readSymbolicLink(scene.path("link3")));
    }

    private static void streams(Scene scene) throws Exception {
        Path path = scene.path("copied");
        scene.tell("in", () -> Files.copy(new ByteArrayInputStream(new byte[100_001]), path));
        scene.tell("in again", () -> Files.copy(new ByteArrayInputStream(new byte[3]), path));
        scene.tell("in instead", () -> Files.copy(new ByteArrayInputStream(new byte[3]), path, REPLACE_EXISTING));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        scene.tell("out", () -> Files.copy(path, out));
        scene.note("bytes", out.size());
        scene.tell("out of a missing file", () -> Files.copy(scene.path("missing"), out));
        scene.tell("out of a folder", () -> Files.copy(scene.folder(), out));
    }

    /** Another place may be served by another machine. */
    private static void outAndIn(Scene scene) throws Exception {
        Path outside = Files.createTempDirectory("battery");
        Path file = scene.text("file", "content");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000_000_123L));
        Path there = outside.resolve("there");
        scene.act("out", () -> Files.copy(file, there, COPY_ATTRIBUTES));
        scene.tell("content outside", () -> Files.readString(there));
        scene.note("rights outside", AttributeGroups.rights(there));
        scene.note("time outside", Files.getLastModifiedTime(there));
        scene.tell("back", () -> Files.copy(there, scene.path("back"), COPY_ATTRIBUTES));
        scene.note("rights of what came back", AttributeGroups.rights(scene.path("back")));
        scene.tell("back again", () -> Files.copy(there, scene.path("back")));
        scene.tell("equal", () -> Files.mismatch(there, scene.path("back")));
        scene.tell("same", () -> Files.isSameFile(there, scene.path("back")));
        Files.delete(there);
        scene.act("a folder out", () -> Files.copy(Files.createDirectory(scene.path("folder")), there));
        scene.note("is a folder", Files.isDirectory(there));
        Files.delete(there);
        Files.delete(outside);
    }

    private static void moveFiles(Scene scene) throws Exception {
        scene.text("one", "1");
        scene.text("two", "2");
        scene.text("three", "3");
        Files.createDirectories(scene.path("full/inside"));
        scene.tell("to a new name", () -> Files.move(scene.path("one"), scene.path("uno")));
        scene.tell("onto a file", () -> Files.move(scene.path("uno"), scene.path("two")));
        scene.tell("instead of a file", () -> Files.move(scene.path("uno"), scene.path("two"), REPLACE_EXISTING));
        scene.tell("replaced", () -> Files.readString(scene.path("two")));
        scene.tell("atomically", () -> Files.move(scene.path("two"), scene.path("three"), ATOMIC_MOVE));
        scene.tell("atomically replaced", () -> Files.readString(scene.path("three")));
        scene.tell("a missing file", () -> Files.move(scene.path("missing"), scene.path("x")));
        scene.tell("a missing file atomically", () -> Files.move(scene.path("missing"), scene.path("x"), ATOMIC_MOVE));
        scene.tell("onto itself", () -> Files.move(scene.path("three"), scene.path("three")));
        scene.tell("into a missing folder", () -> Files.move(scene.path("three"), scene.path("missing/x")));
        scene.tell(
                "instead of a full folder",
                () -> Files.move(scene.path("three"), scene.path("full"), REPLACE_EXISTING));
        scene.tell("atomically a full folder", () -> Files.move(scene.path("three"), scene.path("full"), ATOMIC_MOVE));
        scene.tell("copying attributes", () -> Files.move(scene.path("three"), scene.path("x"), COPY_ATTRIBUTES));
        scene.note("left", DirectoryGroups.tree(scene.folder()));
    }

    private static void moveDirectories(Scene scene) throws Exception {
        Files.createDirectories(scene.path("a/b/c"));
        scene.text("a/b/file", "text");
        Files.createDirectory(scene.path("empty"));
        scene.tell("with what it holds", () -> Files.move(scene.path("a"), scene.path("z")));
        scene.tell("onto an empty one", () -> Files.move(scene.path("z"), scene.path("empty")));
        scene.tell("instead of an empty one", () -> Files.move(scene.path("z"), scene.path("empty"), REPLACE_EXISTING));
        scene.tell("into itself", () -> Files.move(scene.path("empty"), scene.path("empty/b/itself")));
        scene.note("left", DirectoryGroups.tree(scene.folder()));
    }

    private static void moveOutAndIn(Scene scene) throws Exception {
        Path outside = Files.createTempDirectory("battery");
        Path there = outside.resolve("there");
        scene.act("out", () -> Files.move(scene.text("file", "content"), there));
        scene.note("content outside", Files.readString(there));
        scene.note("left", DirectoryGroups.names(scene.folder()));
        scene.tell("back", () -> Files.move(there, scene.path("back")));
        scene.note("content", Files.readString(scene.path("back")));
        scene.note("left outside", DirectoryGroups.names(outside));
        scene.note("by File", scene.file("back").renameTo(scene.file("again")));
        Files.delete(outside);
    }
}
