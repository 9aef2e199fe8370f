package cc.fs.battery;

import java.io.File;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Scanner;

/** What programs are told when things go wrong. */
final class ErrorGroups {
    private ErrorGroups() {}

    static void addTo(Groups groups) {
        groups.add("errors.missing", ErrorGroups::missing);
        groups.add("errors.not-a-directory", ErrorGroups::notDirectory);
        groups.add("errors.is-a-directory", ErrorGroups::isDirectory);
        groups.add("errors.exists", ErrorGroups::exists);
        groups.add("errors.devices", ErrorGroups::devices);
        groups.add("errors.null", ErrorGroups::nothing);
    }

    @SuppressWarnings("StreamResourceLeak") // The scene closes what an operation opens.
    private static void everything(Scene scene, String name) {
        Path path = scene.path(name);
        File file = scene.file(name);
        scene.tell("Files.readAllBytes", () -> Files.readAllBytes(path));
        scene.tell("Files.size", () -> Files.size(path));
        scene.tell("Files.newInputStream", () -> Files.newInputStream(path));
        scene.tell("Files.newOutputStream existing", () -> Files.newOutputStream(path, StandardOpenOption.WRITE));
        scene.tell("Files.list", () -> Files.list(path));
        scene.tell(
                "Files.getLastModifiedTime",
                () -> Files.getLastModifiedTime(path).toMillis() > 0);
        scene.tell("Files.getOwner", () -> Files.getOwner(path));
        scene.tell("Files.getFileStore", () -> Files.getFileStore(path).type());
        scene.tell("Files.readSymbolicLink", () -> Files.readSymbolicLink(path));
        scene.tell("Files.isHidden", () -> Files.isHidden(path));
        scene.tell("Files.isSameFile", () -> Files.isSameFile(path, scene.folder()));
        scene.tell("Files.copy", () -> Files.copy(path, scene.path("copy")));
        scene.tell("Files.deleteIfExists copy", () -> Files.deleteIfExists(scene.path("copy")));
        scene.tell("toRealPath", path::toRealPath);
        scene.tell("FileChannel", () -> FileChannel.open(path, StandardOpenOption.READ));
        scene.act("checkAccess", () -> path.getFileSystem().provider().checkAccess(path));
        scene.tell("FileReader", () -> new FileReader(file, java.nio.charset.StandardCharsets.UTF_8));
        scene.tell("Scanner", () -> new Scanner(file, java.nio.charset.StandardCharsets.UTF_8).hasNext());
        scene.tell("Scanner of a path", () -> new Scanner(path, java.nio.charset.StandardCharsets.UTF_8).hasNext());
        scene.tell("zip file", () -> new java.util.zip.ZipFile(file));
        scene.note("lastModified", file.lastModified() > 0);
        scene.note("setLastModified", file.setLastModified(1_000_000_000_000L));
        scene.note("canWrite", file.canWrite());
    }

    private static void missing(Scene scene) {
        everything(scene, "missing");
        scene.act("delete", () -> Files.delete(scene.path("missing")));
        scene.tell(
                "write into a missing folder",
                () -> new FileWriter(scene.file("missing/file"), java.nio.charset.StandardCharsets.UTF_8));
        scene.tell(
                "print into a missing folder",
                () -> new PrintWriter(scene.file("missing/file"), java.nio.charset.StandardCharsets.UTF_8));
    }

    private static void notDirectory(Scene scene) throws Exception {
        scene.text("file", "text");
        everything(scene, "file/child");
        scene.tell("create", () -> Files.createFile(scene.path("file/child")));
        scene.tell("move", () -> Files.move(scene.path("file"), scene.path("file/child")));
    }

    private static void isDirectory(Scene scene) throws Exception {
        Files.createDirectory(scene.path("folder"));
        everything(scene, "folder");
        scene.tell("create", () -> Files.createFile(scene.path("folder")));
        scene.tell("write", () -> Files.write(scene.path("folder"), new byte[1]));
        scene.tell("append", () -> Files.newOutputStream(scene.path("folder"), StandardOpenOption.APPEND));
    }

    private static void exists(Scene scene) throws Exception {
        Path file = scene.text("file", "text");
        scene.tell("create", () -> Files.createFile(file));
        scene.tell("create a folder", () -> Files.createDirectory(file));
        scene.tell("create a link", () -> Files.createSymbolicLink(file, file));
        scene.tell("create a hard link", () -> Files.createLink(file, file));
        scene.tell(
                "open new", () -> Files.newByteChannel(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        scene.tell("copy", () -> Files.copy(file, file.resolveSibling(".").resolve("file")));
        scene.tell("copy onto", () -> Files.copy(scene.text("other", "x"), file));
        scene.tell("move onto", () -> Files.move(scene.path("other"), file));
        scene.tell("unharmed", () -> Files.readString(file));
    }

    private static void devices(Scene scene) {
        scene.tell("write to /dev/full", () -> Files.write(Path.of("/dev/full"), new byte[1]));
        scene.tell("read /dev/null", () -> Files.readAllBytes(Path.of("/dev/null")));
        scene.tell("read zeros", () -> {
            try (var in = new java.io.FileInputStream("/dev/zero")) {
                return in.readNBytes(5);
            }
        });
        scene.tell(
                "write to /dev/null", () -> Files.write(Path.of("/dev/null"), new byte[9], StandardOpenOption.WRITE));
        scene.note("exists", new File("/dev/null").exists());
        scene.note("is a file", new File("/dev/null").isFile());
        scene.tell(
                "has lines",
                () -> Files.readString(Path.of("/proc/self/status")).startsWith("Name:"));
    }

    @SuppressWarnings("StreamResourceLeak") // The scene closes what an operation opens.
    private static void nothing(Scene scene) {
        Path path = Absent.value();
        scene.tell("readString", () -> Files.readString(path));
        scene.tell("exists", () -> Files.exists(path));
        scene.tell("newByteChannel", () -> Files.newByteChannel(path));
        scene.tell(
                "newByteChannel's options",
                () -> Files.newByteChannel(scene.path("x"), Absent.<StandardOpenOption[]>value()));
        scene.tell("copy", () -> Files.copy(path, path));
        scene.tell("delete", () -> Files.deleteIfExists(path));
        scene.tell("walk", () -> Files.walk(path));
        scene.tell("isSameFile", () -> Files.isSameFile(scene.folder(), path));
        scene.tell("createLink", () -> Files.createLink(path, scene.folder()));
        scene.tell("readSymbolicLink", () -> Files.readSymbolicLink(path));
        scene.tell("File", () -> new File(Absent.<String>value()));
        scene.tell("renameTo", () -> scene.file("x").renameTo(Absent.value()));
        scene.tell("checkAccess", () -> {
            scene.folder().getFileSystem().provider().checkAccess(path);
            return "fine";
        });
        scene.tell("checkAccess's modes", () -> {
            scene.folder()
                    .getFileSystem()
                    .provider()
                    .checkAccess(scene.folder(), Absent.<java.nio.file.AccessMode>value());
            return "fine";
        });
    }
}
