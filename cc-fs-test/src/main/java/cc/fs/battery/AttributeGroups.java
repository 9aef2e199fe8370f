package cc.fs.battery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Times, sizes, owners and rights. */
final class AttributeGroups {
    private AttributeGroups() {}

    static void addTo(Groups groups) {
        groups.add("attributes.basic", AttributeGroups::basic);
        groups.add("attributes.times", AttributeGroups::times);
        groups.add("attributes.change-with-use", AttributeGroups::changeWithUse);
        groups.add("attributes.posix", AttributeGroups::posix);
        groups.add("attributes.owner", AttributeGroups::owner);
        groups.add("attributes.file-key", AttributeGroups::fileKey);
        groups.add("attributes.of-links", AttributeGroups::ofLinks);
    }

    static String rights(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void basic(Scene scene) throws Exception {
        scene.text("file", "0123456789");
        Files.createDirectory(scene.path("folder"));
        Files.createSymbolicLink(scene.path("link"), Path.of("file"));
        for (String name : new String[] {"file", "folder", "link", "missing", "file/child"}) {
            scene.tell(name, () -> kind(Files.readAttributes(scene.path(name), BasicFileAttributes.class)));
            scene.tell(
                    name + " itself",
                    () -> kind(Files.readAttributes(
                            scene.path(name), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
        }
        BasicFileAttributes facts = Files.readAttributes(scene.path("file"), BasicFileAttributes.class);
        scene.note("size", facts.size());
        Files.writeString(scene.path("file"), "longer than that");
        scene.note("size is of that time", facts.size());
        scene.note("made before changed", facts.creationTime().compareTo(facts.lastModifiedTime()) <= 0);
        scene.tell("a device", () -> kind(Files.readAttributes(Path.of("/dev/null"), BasicFileAttributes.class)));
        scene.tell("nothing", () -> Files.readAttributes(Absent.<Path>value(), BasicFileAttributes.class));
        scene.tell("unknown kind", () -> Files.readAttributes(scene.path("file"), Odd.class));
    }

    /** Attributes that no file has. */
    private interface Odd extends BasicFileAttributes {}

    private static String kind(BasicFileAttributes facts) {
        return (facts.isRegularFile() ? "file " : "")
                + (facts.isDirectory() ? "folder " : "")
                + (facts.isSymbolicLink() ? "link " : "")
                + (facts.isOther() ? "other " : "")
                + (facts.isRegularFile() ? facts.size() : "");
    }

    private static void times(Scene scene) throws Exception {
        Path path = scene.text("file", "text");
        Instant exact = Instant.ofEpochSecond(1_234_567_890L, 123_456_789);
        Files.setLastModifiedTime(path, FileTime.from(exact));
        FileTime got = Files.getLastModifiedTime(path);
        scene.note("time", got);
        scene.note("by File", path.toFile().lastModified());
        Files.setLastModifiedTime(path, FileTime.from(Instant.ofEpochSecond(-1000, 5_000)));
        scene.note("before 1970", Files.getLastModifiedTime(path));
        Files.setLastModifiedTime(path, FileTime.from(10_000_000_000L, TimeUnit.SECONDS));
        scene.note("after 2038", Files.getLastModifiedTime(path));
        BasicFileAttributeView view = Files.getFileAttributeView(path, BasicFileAttributeView.class);
        FileTime one = FileTime.fromMillis(1_000_000_000_001L);
        FileTime two = FileTime.fromMillis(1_100_000_000_002L);
        view.setTimes(one, two, null);
        scene.note("changed", view.readAttributes().lastModifiedTime());
        scene.note("used", view.readAttributes().lastAccessTime());
        view.setTimes(null, one, null);
        scene.note("changed still", view.readAttributes().lastModifiedTime());
        scene.note("used then", view.readAttributes().lastAccessTime());
        scene.act("none", () -> view.setTimes(null, null, null));
        Files.setAttribute(path, "lastAccessTime", two);
        scene.note("used by attribute", Files.getAttribute(path, "lastAccessTime"));
        scene.tell("a missing file's", () -> Files.getLastModifiedTime(scene.path("missing")));
        scene.tell("set a missing file's", () -> Files.setLastModifiedTime(scene.path("missing"), one));
        scene.tell("no time", () -> Files.setLastModifiedTime(path, Absent.value()));
        scene.tell("a folder's", () -> Files.setLastModifiedTime(scene.folder(), one));
        scene.note("folder's", Files.getLastModifiedTime(scene.folder()));
    }

    private static void changeWithUse(Scene scene) throws Exception {
        Path path = scene.text("file", "text");
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(path, old);
        Files.readString(path);
        scene.note("reading", Files.getLastModifiedTime(path).equals(old));
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-rw-r--"));
        scene.note("setting rights", Files.getLastModifiedTime(path).equals(old));
        Files.move(path, scene.path("moved"));
        scene.note("moving", Files.getLastModifiedTime(scene.path("moved")).equals(old));
        Files.writeString(scene.path("moved"), "x");
        scene.note("writing", Files.getLastModifiedTime(scene.path("moved")).equals(old));
        Files.setLastModifiedTime(scene.folder(), old);
        Files.delete(scene.path("moved"));
        scene.note(
                "folder when a file goes",
                Files.getLastModifiedTime(scene.folder()).equals(old));
    }

    private static void posix(Scene scene) throws Exception {
        Path path = scene.text("file", "text");
        for (String rights : new String[] {"rwxrwxrwx", "r--r-----", "rw-r--r--", "---------", "rwx------"}) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(rights));
            scene.note("set " + rights, rights(path));
        }
        PosixFileAttributes facts = Files.readAttributes(path, PosixFileAttributes.class);
        scene.note("rights", PosixFilePermissions.toString(facts.permissions()));
        scene.note("by attribute", new java.util.TreeSet<>((Set<?>) Files.getAttribute(path, "posix:permissions")));
        scene.act(
                "set by attribute",
                () -> Files.setAttribute(path, "posix:permissions", PosixFilePermissions.fromString("rw-rw-rw-")));
        scene.note("then", rights(path));
        scene.act("set a wrong value", () -> Files.setAttribute(path, "posix:permissions", "rwxrwxrwx"));
        scene.tell("of a missing file", () -> Files.getPosixFilePermissions(scene.path("missing")));
        scene.tell("set a missing file's", () -> Files.setPosixFilePermissions(scene.path("missing"), Set.of()));
        scene.tell("set none", () -> Files.setPosixFilePermissions(path, Absent.value()));
        scene.note("a folder's", rights(scene.folder()));
    }

    private static void owner(Scene scene) throws Exception {
        Path path = scene.text("file", "text");
        scene.note("owner is who runs this", Files.getOwner(path).getName().equals(System.getProperty("user.name")));
        scene.note("owner of another file is equal", Files.getOwner(path).equals(Files.getOwner(scene.folder())));
        scene.tell(
                "set to the same",
                () -> Files.setOwner(path, Files.getOwner(path)).getFileName());
        var accounts = path.getFileSystem().getUserPrincipalLookupService();
        scene.tell("root", () -> accounts.lookupPrincipalByName("root"));
        scene.tell("by number", () -> accounts.lookupPrincipalByName("12345"));
        scene.tell("unknown", () -> accounts.lookupPrincipalByName("nobody-of-that-name"));
        scene.tell("unknown group", () -> accounts.lookupPrincipalByGroupName("nobody-of-that-name"));
        scene.tell("no owner", () -> Files.setOwner(path, Absent.value()));
        scene.tell("of a missing file", () -> Files.getOwner(scene.path("missing")));
        PosixFileAttributes facts = Files.readAttributes(path, PosixFileAttributes.class);
        scene.note("group by attribute is equal", facts.group().equals(Files.getAttribute(path, "posix:group")));
    }

    private static void fileKey(Scene scene) throws Exception {
        Path path = scene.text("file", "text");
        Files.createLink(scene.path("hard"), path);
        Files.createSymbolicLink(scene.path("soft"), path);
        scene.text("other", "text");
        Object key = key(path);
        scene.note("there is one", key != null);
        for (String name : new String[] {"file", "hard", "soft", "other"}) {
            scene.note(name, key(scene.path(name)).equals(key));
        }
        Files.writeString(path, "changed");
        scene.note("after a change", key(path).equals(key));
        Files.move(path, scene.path("moved"));
        scene.note("after moving", key(scene.path("moved")).equals(key));
        scene.note("two opens of a folder", key(scene.folder()).equals(key(scene.path("."))));
    }

    private static Object key(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    }

    private static void ofLinks(Scene scene) throws Exception {
        Path path = scene.text("file", "text");
        Path link = Files.createSymbolicLink(scene.path("link"), path.getFileName());
        FileTime time = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(link, time);
        scene.note("target's time", Files.getLastModifiedTime(path));
        scene.note(
                "link's time is its own",
                !Files.getLastModifiedTime(link, LinkOption.NOFOLLOW_LINKS).equals(time));
        BasicFileAttributeView view =
                Files.getFileAttributeView(link, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        scene.note("link's size", view.readAttributes().size());
        scene.act("set link's time", () -> view.setTimes(time, null, null));
        scene.note(
                "its target's rights", Files.getPosixFilePermissions(link).equals(Files.getPosixFilePermissions(path)));
        scene.tell(
                "own rights",
                () -> PosixFilePermissions.toString(Files.getPosixFilePermissions(link, LinkOption.NOFOLLOW_LINKS)));
        Path dangling = Files.createSymbolicLink(scene.path("dangling"), Path.of("nowhere"));
        scene.tell("dangling", () -> Files.getLastModifiedTime(dangling));
        scene.tell("set dangling", () -> Files.setLastModifiedTime(dangling, time));
    }
}
