package cc.fs.battery;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.SPARSE;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/** The ways to open a channel. */
final class OpenOptionGroups {
    private OpenOptionGroups() {}

    static void addTo(Groups groups) {
        groups.add("options.combinations", OpenOptionGroups::combinations);
        groups.add("options.links", OpenOptionGroups::links);
        groups.add("options.attributes", OpenOptionGroups::attributes);
        groups.add("options.delete-on-close", OpenOptionGroups::deleteOnClose);
        groups.add("options.sync", OpenOptionGroups::sync);
    }

    private static void combinations(Scene scene) throws Exception {
        OpenOption[][] combinations = {
            {},
            {READ},
            {WRITE},
            {READ, WRITE},
            {APPEND},
            {CREATE},
            {WRITE, CREATE},
            {WRITE, CREATE_NEW},
            {WRITE, CREATE, CREATE_NEW},
            {READ, CREATE},
            {READ, CREATE_NEW},
            {READ, TRUNCATE_EXISTING},
            {WRITE, TRUNCATE_EXISTING},
            {WRITE, CREATE, TRUNCATE_EXISTING},
            {APPEND, CREATE},
            {APPEND, READ},
            {APPEND, TRUNCATE_EXISTING},
            {WRITE, CREATE_NEW, SPARSE},
            {APPEND, CREATE_NEW, READ}
        };
        for (OpenOption[] options : combinations) {
            String name = Arrays.toString(options);
            for (String file : new String[] {"there", "missing"}) {
                Files.deleteIfExists(scene.path("missing"));
                Path path = file.equals("there") ? scene.text(file, "0123") : scene.path(file);
                scene.act(file + " " + name, () -> {
                    try (SeekableByteChannel channel = Files.newByteChannel(path, options)) {
                        scene.note("at", channel.position() + " of " + channel.size());
                        scene.tell("write", () -> channel.write(ByteBuffer.wrap(new byte[] {'a', 'b'})));
                        scene.tell("back", () -> channel.position(0).position());
                        scene.tell("read", () -> channel.read(ByteBuffer.allocate(9)));
                    }
                });
                scene.note("left", Files.exists(path) ? Files.readString(path) : "nothing");
            }
        }
    }

    private static void links(Scene scene) throws Exception {
        Path target = scene.text("target", "0123");
        Path link = Files.createSymbolicLink(scene.path("link"), target.getFileName());
        Path dangling = Files.createSymbolicLink(scene.path("dangling"), Path.of("made"));
        scene.tell("not following", () -> Files.newByteChannel(link, READ, LinkOption.NOFOLLOW_LINKS));
        scene.tell("not following to write", () -> Files.newByteChannel(link, WRITE, LinkOption.NOFOLLOW_LINKS));
        scene.tell("not following a file", () -> Files.newByteChannel(target, READ, LinkOption.NOFOLLOW_LINKS));
        scene.tell("following", () -> Files.newByteChannel(link, READ));
        scene.tell("new through a dangling link", () -> Files.newByteChannel(dangling, WRITE, CREATE_NEW));
        scene.note("target made", Files.exists(scene.path("made")));
        scene.tell("made through a dangling link", () -> Files.newByteChannel(dangling, WRITE, CREATE));
        scene.note("target made then", Files.exists(scene.path("made")));
        scene.tell("new where a link is", () -> Files.newByteChannel(link, WRITE, CREATE_NEW));
    }

    private static void attributes(Scene scene) throws Exception {
        Path path = scene.path("private");
        Set<OpenOption> options = Set.of(CREATE_NEW, WRITE);
        scene.tell(
                "with rights",
                () -> Files.newByteChannel(
                        path,
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))));
        scene.note("rights", AttributeGroups.rights(path));
        scene.tell(
                "with all rights",
                () -> FileChannel.open(
                        scene.path("public"),
                        options,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxrwxrwx"))));
        scene.note("all rights, less what the system takes", AttributeGroups.rights(scene.path("public")));
        scene.tell(
                "with no rights",
                () -> FileChannel.open(
                                scene.path("none"),
                                options,
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("---------")))
                        .write(ByteBuffer.allocate(3)));
        scene.note("no rights", AttributeGroups.rights(scene.path("none")));
        scene.tell(
                "with a time",
                () -> Files.newByteChannel(scene.path("timed"), options, new Named("lastModifiedTime", "now")));
        scene.note("made", DirectoryGroups.names(scene.folder()));
    }

    /** An attribute of a file to be. */
    private record Named(String name, Object value) implements java.nio.file.attribute.FileAttribute<Object> {}

    private static void deleteOnClose(Scene scene) throws Exception {
        Path path = scene.path("temporary");
        try (SeekableByteChannel channel = Files.newByteChannel(path, CREATE, READ, WRITE, DELETE_ON_CLOSE)) {
            channel.write(ByteBuffer.wrap(new byte[] {'a', 'b', 'c'}));
            channel.position(1);
            ByteBuffer read = ByteBuffer.allocate(9);
            scene.tell("read", () -> channel.read(read));
            scene.note("content", read.flip());
            scene.tell("size", channel::size);
        }
        scene.note("left", Files.exists(path));
        Path link = Files.createSymbolicLink(scene.path("link"), scene.text("target", "x"));
        scene.tell("a link", () -> Files.newByteChannel(link, READ, DELETE_ON_CLOSE));
        scene.tell("written elsewhere", () -> Files.newOutputStream(scene.text("other", "x"), DELETE_ON_CLOSE));
        scene.note("files left", DirectoryGroups.names(scene.folder()));
    }

    private static void sync(Scene scene) throws Exception {
        for (OpenOption option : new OpenOption[] {SYNC, DSYNC}) {
            Path path = scene.path("written-" + option);
            try (FileChannel channel = FileChannel.open(path, CREATE, WRITE, option)) {
                scene.tell(option + " write", () -> channel.write(ByteBuffer.allocate(5000)));
                scene.tell(option + " size", () -> Files.size(path));
                scene.act(option + " force", () -> channel.force(true));
            }
        }
        scene.tell(
                "unknown option",
                () -> FileChannel.open(scene.path("x"), new OpenOption() {
                    @Override
                    public String toString() {
                        return "UNKNOWN";
                    }
                }));
        scene.tell("no option", () -> FileChannel.open(scene.path("x"), Absent.<OpenOption>value()));
    }
}
