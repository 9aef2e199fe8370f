package cc.fs.battery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.DosFileAttributeView;
import java.nio.file.attribute.DosFileAttributes;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Attributes by view and by name. */
final class AttributeViewGroups {
    private AttributeViewGroups() {}

    static void addTo(Groups groups) {
        groups.add("views.offered", AttributeViewGroups::offered);
        groups.add("views.by-name", AttributeViewGroups::byName);
        groups.add("views.unix", AttributeViewGroups::unix);
        groups.add("views.posix", AttributeViewGroups::posix);
        groups.add("views.user", AttributeViewGroups::user);
        groups.add("views.user-copied", AttributeViewGroups::userCopied);
        groups.add("views.dos", AttributeViewGroups::dos);
    }

    private static void offered(Scene scene) throws Exception {
        Path path = scene.text("file", "text");
        scene.note("by the file system", new TreeSet<>(path.getFileSystem().supportedFileAttributeViews()));
        view(scene, path, BasicFileAttributeView.class);
        view(scene, path, PosixFileAttributeView.class);
        view(scene, path, FileOwnerAttributeView.class);
        view(scene, path, DosFileAttributeView.class);
        view(scene, path, UserDefinedFileAttributeView.class);
        view(scene, path, AclFileAttributeView.class);
        view(scene, scene.path("missing"), BasicFileAttributeView.class);
        scene.tell("no view", () -> Files.getFileAttributeView(path, Absent.<Class<FileAttributeView>>value()));
    }

    private static void view(Scene scene, Path path, Class<? extends FileAttributeView> kind) {
        FileAttributeView view = Files.getFileAttributeView(path, kind);
        scene.note(kind.getSimpleName(), view == null ? "none" : view.name());
    }

    private static void byName(Scene scene) throws Exception {
        Path path = scene.text("file", "text");
        for (String names : new String[] {"*", "basic:*", "posix:*", "unix:*", "owner:*", "dos:*"}) {
            scene.tell(
                    names, () -> new TreeSet<>(Files.readAttributes(path, names).keySet()));
        }
        for (String names : new String[] {
            "size",
            "size,isDirectory",
            "posix:size,permissions",
            "size,*",
            "",
            "size,",
            "nothing",
            "basic:nothing",
            "posix:nothing",
            "unix:nothing",
            "none:size",
            ":size",
            "basic:",
            "user:*",
            "isSymbolicLink,isOther"
        }) {
            scene.tell("'" + names + "'", () -> plain(Files.readAttributes(path, names)));
        }
        scene.tell("one", () -> Files.getAttribute(path, "size"));
        scene.tell("two as one", () -> Files.getAttribute(path, "size,isDirectory"));
        scene.tell("all as one", () -> Files.getAttribute(path, "*"));
        scene.tell("set the size", () -> Files.setAttribute(path, "size", 3L));
        scene.tell("set a wrong value", () -> Files.setAttribute(path, "lastModifiedTime", 3L));
        scene.tell(
                "set a time",
                () -> Files.setAttribute(path, "basic:lastModifiedTime", FileTime.fromMillis(1_000_000_000_000L))
                        .getFileName());
        scene.tell("of a missing file", () -> Files.readAttributes(scene.path("missing"), "*"));
        scene.tell("none", () -> Files.readAttributes(path, Absent.<String>value()));
    }

    /** Sets in one order. */
    /** In order, and without what is never the same twice. */
    private static Map<String, Object> plain(Map<String, Object> attributes) {
        Map<String, Object> plain = new TreeMap<>(attributes);
        plain.replaceAll((name, value) -> switch (name) {
            case "creationTime", "lastAccessTime", "lastModifiedTime" -> "some time";
            case "fileKey" -> "some key";
            case "permissions" -> new TreeSet<>((Set<?>) value);
            default -> value;
        });
        return plain;
    }

    private static void unix(Scene scene) throws Exception {
        Path path = scene.text("file", "text");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(scene.path("link"), path);
        scene.tell("mode", () -> Files.getAttribute(path, "unix:mode"));
        scene.tell("links", () -> Files.getAttribute(path, "unix:nlink"));
        scene.tell("device of a file", () -> Files.getAttribute(path, "unix:rdev"));
        scene.tell(
                "owner",
                () -> Files.getAttribute(path, "unix:uid").equals(Files.getAttribute(scene.folder(), "unix:uid")));
        scene.tell(
                "same device",
                () -> Files.getAttribute(path, "unix:dev").equals(Files.getAttribute(scene.folder(), "unix:dev")));
        scene.tell("has a number", () -> ((Number) Files.getAttribute(path, "unix:ino")).longValue() != 0);
        scene.tell("has changed", () -> Files.getAttribute(path, "unix:ctime") instanceof FileTime);
        scene.tell("link's mode", () -> Files.getAttribute(link, "unix:mode", LinkOption.NOFOLLOW_LINKS));
        scene.tell("folder's mode", () -> Files.getAttribute(scene.folder(), "unix:mode"));
        scene.tell("set mode", () -> Files.setAttribute(path, "unix:mode", 0640).getFileName());
        scene.tell(
                "set special bits",
                () -> Files.setAttribute(path, "unix:mode", 01777).getFileName());
        scene.tell("mode then", () -> Files.getAttribute(path, "unix:mode"));
        scene.tell(
                "set owner",
                () -> Files.setAttribute(path, "unix:uid", Files.getAttribute(path, "unix:uid"))
                        .getFileName());
        scene.tell("set number", () -> Files.setAttribute(path, "unix:ino", 7L));
        Files.createLink(scene.path("hard"), path);
        scene.tell("links then", () -> Files.getAttribute(path, "unix:nlink"));
    }

    private static void posix(Scene scene) throws Exception {
        Path path = scene.text("file", "text");
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        scene.act("rights", () -> view.setPermissions(PosixFilePermissions.fromString("rwxr-x---")));
        scene.note("are", PosixFilePermissions.toString(view.readAttributes().permissions()));
        scene.act("owner", () -> view.setOwner(view.getOwner()));
        scene.act("group", () -> view.setGroup(view.readAttributes().group()));
        scene.act("time", () -> view.setTimes(FileTime.fromMillis(1_000_000_000_000L), null, null));
        scene.note("changed", view.readAttributes().lastModifiedTime());
        scene.act("no rights", () -> view.setPermissions(Absent.value()));
        Files.delete(path);
        scene.tell("of a deleted file", view::readAttributes);
        scene.act("set a deleted file's", () -> view.setPermissions(PosixFilePermissions.fromString("rwx------")));
        FileOwnerAttributeView owner = Files.getFileAttributeView(path, FileOwnerAttributeView.class);
        scene.tell("owner of a deleted file", owner::getOwner);
    }

    private static void user(Scene scene) throws Exception {
        Path path = scene.text("file", "text");
        UserDefinedFileAttributeView view = Files.getFileAttributeView(path, UserDefinedFileAttributeView.class);
        try {
            view.list();
        } catch (java.io.IOException e) {
            scene.skip("this file system has none");
            return;
        }
        scene.tell("none at first", view::list);
        scene.tell("write", () -> view.write("colour", ChannelGroups.bytes("green")));
        scene.tell("write directly", () -> view.write("b", ByteBuffer.allocateDirect(3)));
        scene.tell("write nothing", () -> view.write("empty", ByteBuffer.allocate(0)));
        scene.tell("names", () -> new TreeSet<>(view.list()));
        scene.tell("size", () -> view.size("colour"));
        ByteBuffer read = ByteBuffer.allocate(20);
        scene.tell("read", () -> view.read("colour", read));
        scene.note("content", read.flip());
        scene.tell("read into too little", () -> view.read("colour", ByteBuffer.allocate(2)));
        scene.tell("replace", () -> view.write("colour", ChannelGroups.bytes("red")));
        scene.tell("size then", () -> view.size("colour"));
        scene.tell(
                "by attribute",
                () -> new String((byte[]) Files.getAttribute(path, "user:colour"), StandardCharsets.UTF_8));
        scene.tell(
                "set by attribute",
                () -> Files.setAttribute(path, "user:set", "x".getBytes(StandardCharsets.UTF_8))
                        .getFileName());
        scene.tell(
                "all by attribute",
                () -> new TreeSet<>(Files.readAttributes(path, "user:*").keySet()));
        scene.act("delete", () -> view.delete("colour"));
        scene.act("delete again", () -> view.delete("colour"));
        scene.tell("size of a missing one", () -> view.size("colour"));
        scene.tell("read a missing one", () -> view.read("colour", ByteBuffer.allocate(2)));
        scene.tell(
                "read into a read-only buffer",
                () -> view.read("b", ByteBuffer.allocate(9).asReadOnlyBuffer()));
        scene.tell("long name", () -> view.write("n".repeat(300), ByteBuffer.allocate(1)));
        scene.tell("no name", () -> view.size(Absent.value()));
        scene.tell("left", () -> new TreeSet<>(view.list()));
        scene.tell(
                "of a missing file",
                () -> Files.getFileAttributeView(scene.path("missing"), UserDefinedFileAttributeView.class)
                        .list());
    }

    private static void userCopied(Scene scene) throws Exception {
        Path path = scene.text("file", "text");
        UserDefinedFileAttributeView view = Files.getFileAttributeView(path, UserDefinedFileAttributeView.class);
        try {
            view.write("colour", ChannelGroups.bytes("green"));
        } catch (java.io.IOException e) {
            scene.skip("this file system has none");
            return;
        }
        Files.copy(path, scene.path("plain"));
        Files.copy(path, scene.path("exact"), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        Files.move(path, scene.path("moved"));
        for (String name : new String[] {"plain", "exact", "moved"}) {
            scene.tell(
                    name,
                    () -> Files.getFileAttributeView(scene.path(name), UserDefinedFileAttributeView.class)
                            .list());
        }
    }

    private static void dos(Scene scene) throws Exception {
        Path path = scene.text("file", "text");
        scene.tell(
                "hidden",
                () -> Files.readAttributes(path, DosFileAttributes.class).isHidden());
        scene.tell(
                "set hidden", () -> Files.setAttribute(path, "dos:hidden", true).getFileName());
        scene.tell(
                "set archive",
                () -> Files.setAttribute(path, "dos:archive", true).getFileName());
        scene.tell("hidden then", () -> Files.getAttribute(path, "dos:hidden"));
        scene.tell("archive then", () -> Files.getAttribute(path, "dos:archive"));
        scene.tell("system", () -> Files.getAttribute(path, "dos:system"));
        scene.tell("hidden for Files", () -> Files.isHidden(path));
        DosFileAttributeView view = Files.getFileAttributeView(path, DosFileAttributeView.class);
        scene.act("unset hidden", () -> view.setHidden(false));
        scene.tell("hidden at last", () -> view.readAttributes().isHidden());
        scene.tell("read only", () -> view.readAttributes().isReadOnly());
        scene.tell("of a missing file", () -> Files.readAttributes(scene.path("missing"), DosFileAttributes.class));
    }
}
