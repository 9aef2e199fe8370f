package cc.fs.battery;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** What is refused for want of rights. Root has all of them: for it these groups say that they are skipped. */
final class PermissionGroups {
    private static final String FOREIGN = "/proc/1/mem";

    private PermissionGroups() {}

    static void addTo(Groups groups) {
        groups.add("denied.files", PermissionGroups::files);
        groups.add("denied.directories", PermissionGroups::directories);
        groups.add("denied.attributes", PermissionGroups::attributes);
        groups.add("denied.foreign", PermissionGroups::foreign);
    }

    private static boolean mayAll(Scene scene) throws Exception {
        Path probe = scene.text("probe", "x");
        rights(probe, "---------");
        boolean all = Files.isReadable(probe);
        Files.delete(probe);
        if (all) {
            scene.skip("whoever runs this may do everything");
        }
        return all;
    }

    private static void rights(Path path, String rights) throws Exception {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
    }

    private static void files(Scene scene) throws Exception {
        if (mayAll(scene)) {
            return;
        }
        for (String rights : new String[] {"---------", "r--------", "-w-------"}) {
            Path path = scene.text("file" + rights, "text");
            File file = path.toFile();
            rights(path, rights);
            scene.tell(rights + " input", () -> new FileInputStream(file));
            scene.tell(rights + " output", () -> new FileOutputStream(file));
            scene.tell(rights + " append", () -> new FileOutputStream(file, true));
            scene.tell(rights + " random read", () -> new RandomAccessFile(file, "r"));
            scene.tell(rights + " random write", () -> new RandomAccessFile(file, "rw"));
            scene.tell(rights + " readString", () -> Files.readString(path));
            scene.tell(rights + " writeString", () -> Files.writeString(path, "x"));
            scene.tell(rights + " zip file", () -> new java.util.zip.ZipFile(file));
            scene.tell(rights + " copy", () -> Files.copy(path, scene.path("copy" + rights)));
            scene.note(rights + " can be read", file.canRead() + " " + Files.isReadable(path));
            scene.note(rights + " can be written", file.canWrite() + " " + Files.isWritable(path));
            scene.note(rights + " can be executed", file.canExecute() + " " + Files.isExecutable(path));
            scene.note(rights + " exists", file.exists());
            scene.note(rights + " length", file.length() == Files.size(path));
            rights(path, "rw-------");
        }
    }

    private static void directories(Scene scene) throws Exception {
        if (mayAll(scene)) {
            return;
        }
        for (String rights : new String[] {"---------", "r--------", "-wx------", "r-x------", "--x------"}) {
            Path folder = Files.createDirectory(scene.path("folder" + rights));
            Path inside = Files.writeString(folder.resolve("inside"), "x");
            rights(folder, rights);
            scene.tell(rights + " list", () -> DirectoryGroups.names(folder));
            String[] listed = folder.toFile().list();
            scene.note(rights + " File lists", listed);
            scene.tell(rights + " read", () -> Files.readString(inside));
            scene.note(rights + " exists", Files.exists(inside) + " " + Files.notExists(inside));
            scene.note(rights + " File exists", inside.toFile().exists());
            scene.tell(rights + " create", () -> Files.createFile(folder.resolve("new")));
            scene.tell(
                    rights + " create by File",
                    () -> folder.resolve("newer").toFile().createNewFile());
            scene.tell(rights + " create a folder", () -> Files.createDirectory(folder.resolve("folder")));
            scene.tell(rights + " move", () -> Files.move(inside, folder.resolve("moved")));
            scene.tell(rights + " real", inside::toRealPath);
            scene.tell(rights + " canonical", () -> inside.toFile().getCanonicalPath());
            scene.tell(rights + " delete", () -> Files.deleteIfExists(folder.resolve("moved")));
            scene.note(rights + " delete by File", inside.toFile().delete());
            scene.tell(rights + " walk", () -> DirectoryGroups.tree(folder));
            rights(folder, "rwx------");
        }
    }

    private static void attributes(Scene scene) throws Exception {
        if (mayAll(scene)) {
            return;
        }
        Path path = scene.text("file", "x");
        var accounts = path.getFileSystem().getUserPrincipalLookupService();
        scene.tell("give away", () -> Files.setOwner(path, accounts.lookupPrincipalByName("root")));
        scene.tell(
                "give to another group",
                () -> Files.setAttribute(path, "posix:group", accounts.lookupPrincipalByGroupName("root")));
        scene.tell(
                "rights of what is another's",
                () -> Files.setPosixFilePermissions(Path.of("/"), PosixFilePermissions.fromString("rwxr-xr-x")));
        scene.tell(
                "time of what is another's",
                () -> Files.setLastModifiedTime(Path.of("/"), java.nio.file.attribute.FileTime.fromMillis(0)));
    }

    private static void foreign(Scene scene) throws Exception {
        if (mayAll(scene)) {
            return;
        }
        scene.tell("input", () -> new FileInputStream(FOREIGN));
        scene.tell("output at the root", () -> new FileOutputStream("/battery-was-here"));
        scene.tell("folder at the root", () -> Files.createDirectory(Path.of("/battery-was-here")));
        scene.note("folder at the root by File", new File("/battery-was-here").mkdir());
        scene.tell("link at the root", () -> Files.createSymbolicLink(Path.of("/battery-was-here"), Path.of("x")));
        scene.tell("hard link of the system's", () -> Files.createLink(scene.path("passwd"), Path.of("/etc/passwd")));
    }
}
