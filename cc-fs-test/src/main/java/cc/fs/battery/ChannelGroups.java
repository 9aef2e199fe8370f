package cc.fs.battery;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** FileChannel by one thread. */
final class ChannelGroups {
    private static final long GIGABYTE = 1L << 30;

    private ChannelGroups() {}

    static void addTo(Groups groups) {
        groups.add("channel.read-write", ChannelGroups::readWrite);
        groups.add("channel.positioned", ChannelGroups::positioned);
        groups.add("channel.scatter-gather", ChannelGroups::scatterGather);
        groups.add("channel.truncate", ChannelGroups::truncate);
        groups.add("channel.append", ChannelGroups::append);
        groups.add("channel.buffers", ChannelGroups::buffers);
        groups.add("channel.force", ChannelGroups::force);
        groups.add("channel.closed", ChannelGroups::closed);
        groups.add("channel.rights", ChannelGroups::rights);
        groups.add("channel.of-streams", ChannelGroups::ofStreams);
        groups.add("channel.beyond-4-gb", ChannelGroups::beyondFourGigabytes);
    }

    static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static FileChannel open(Path path) throws java.io.IOException {
        return FileChannel.open(path, READ, WRITE, CREATE);
    }

    private static void readWrite(Scene scene) throws Exception {
        Path path = scene.path("file");
        try (FileChannel channel = open(path)) {
            scene.tell("write", () -> channel.write(bytes("0123456789")));
            scene.tell("position", channel::position);
            scene.tell("size", channel::size);
            scene.tell("read at the end", () -> channel.read(ByteBuffer.allocate(1)));
            channel.position(3);
            ByteBuffer four = ByteBuffer.allocate(4);
            scene.tell("read", () -> channel.read(four));
            scene.note("content", four.flip());
            scene.tell("read into a full buffer", () -> channel.read(ByteBuffer.allocate(0)));
            scene.tell("write an empty buffer", () -> channel.write(ByteBuffer.allocate(0)));
            scene.tell("overwrite", () -> channel.write(bytes("ab")));
            scene.tell("negative position", () -> channel.position(-1));
            channel.position(15);
            scene.tell("size after moving past the end", channel::size);
            scene.tell("read past the end", () -> channel.read(ByteBuffer.allocate(1)));
            scene.tell("write past the end", () -> channel.write(bytes("z")));
            scene.tell("size then", channel::size);
        }
        scene.tell("content", () -> Files.readAllBytes(path));
    }

    private static void positioned(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (FileChannel channel = open(path)) {
            ByteBuffer three = ByteBuffer.allocate(3);
            scene.tell("read", () -> channel.read(three, 5));
            scene.note("content", three.flip());
            scene.tell("position afterwards", channel::position);
            scene.tell("write", () -> channel.write(bytes("xy"), 2));
            scene.tell("position after writing", channel::position);
            scene.tell("read at the end", () -> channel.read(ByteBuffer.allocate(3), 10));
            scene.tell("read over the end", () -> channel.read(ByteBuffer.allocate(30), 8));
            scene.tell("read far past the end", () -> channel.read(ByteBuffer.allocate(3), 1L << 40));
            scene.tell("write past the end", () -> channel.write(bytes("far"), 20));
            scene.tell("read at a negative place", () -> channel.read(ByteBuffer.allocate(3), -1));
            scene.tell("write at a negative place", () -> channel.write(bytes("x"), -1));
            scene.tell("read into nothing", () -> channel.read(Absent.<ByteBuffer>value(), 0));
        }
        scene.tell("content", () -> Files.readAllBytes(path));
    }

    private static void scatterGather(Scene scene) throws Exception {
        Path path = scene.path("file");
        try (FileChannel channel = open(path)) {
            ByteBuffer direct =
                    ByteBuffer.allocateDirect(3).put(new byte[] {'d', 'e', 'f'}).flip();
            scene.tell(
                    "gather", () -> channel.write(new ByteBuffer[] {bytes("abc"), bytes(""), direct, bytes("ghij")}));
            scene.tell(
                    "gather some",
                    () -> channel.write(new ByteBuffer[] {bytes("no"), bytes("klm"), bytes("no")}, 1, 1));
            channel.position(1);
            ByteBuffer[] parts = {ByteBuffer.allocate(2), ByteBuffer.allocateDirect(4), ByteBuffer.allocate(30)};
            scene.tell("scatter", () -> channel.read(parts));
            for (ByteBuffer part : parts) {
                scene.note("part", part.flip());
            }
            scene.tell("scatter at the end", () -> channel.read(new ByteBuffer[] {ByteBuffer.allocate(2)}));
            scene.tell("scatter into none", () -> channel.read(new ByteBuffer[0]));
            scene.tell("scatter outside", () -> channel.read(parts, 2, 2));
            scene.tell("gather outside", () -> channel.write(parts, -1, 1));
            ByteBuffer[] many = new ByteBuffer[2000];
            for (int i = 0; i < many.length; i++) {
                many[i] = ByteBuffer.wrap(new byte[] {(byte) i});
            }
            scene.tell("gather many", () -> {
                long written = 0;
                while (many[many.length - 1].hasRemaining()) {
                    written += channel.write(many);
                }
                return written;
            });
        }
        scene.tell("content", () -> Files.readAllBytes(path));
    }

    private static void truncate(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (FileChannel channel = open(path)) {
            channel.position(9);
            scene.tell("to more than there is", () -> channel.truncate(100).size());
            scene.tell("to less", () -> channel.truncate(4).size());
            scene.tell("position", channel::position);
            scene.tell("size by name", () -> Files.size(path));
            scene.tell("to a negative size", () -> channel.truncate(-1));
            channel.position(6);
            scene.tell(
                    "to the same with the position behind",
                    () -> channel.truncate(4).position());
            scene.tell("to nothing", () -> channel.truncate(0).size());
            scene.tell("written then", () -> channel.write(bytes("x")));
        }
        scene.tell("content", () -> Files.readAllBytes(path));
    }

    private static void append(Scene scene) throws Exception {
        Path path = scene.text("file", "0123");
        try (FileChannel channel = FileChannel.open(path, APPEND);
                FileChannel other = open(path)) {
            scene.tell("position at first", channel::position);
            scene.tell("write", () -> channel.write(bytes("45")));
            other.write(bytes("67"), 6);
            scene.tell("size", channel::size);
            channel.position(1);
            scene.tell("write after going back", () -> channel.write(bytes("89")));
            scene.tell("position", channel::position);
            scene.tell("positioned write", () -> channel.write(bytes("!"), 0));
            scene.tell("read", () -> channel.read(ByteBuffer.allocate(2)));
            scene.tell("truncate", () -> channel.truncate(8).size());
            scene.tell("write after truncating", () -> channel.write(bytes("?")));
        }
        scene.tell("content", () -> Files.readAllBytes(path));
    }

    private static void buffers(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (FileChannel channel = open(path)) {
            ByteBuffer[] kinds = {
                ByteBuffer.allocate(5),
                ByteBuffer.allocateDirect(5),
                ByteBuffer.allocate(9).position(4).slice(),
                ByteBuffer.allocateDirect(9).position(4).slice(),
                ByteBuffer.allocate(20).position(3).limit(6)
            };
            for (ByteBuffer buffer : kinds) {
                int begin = buffer.position();
                scene.tell("read", () -> channel.position(2).read(buffer));
                scene.note("state", buffer.position() + " of " + buffer.limit());
                scene.note("content", buffer.flip().position(begin));
                scene.tell("write", () -> channel.write(buffer, 10));
                scene.note("all written", !buffer.hasRemaining());
            }
            scene.tell(
                    "read into a read-only buffer",
                    () -> channel.read(ByteBuffer.allocate(4).asReadOnlyBuffer()));
            scene.tell(
                    "write from a read-only buffer",
                    () -> channel.write(bytes("ro").asReadOnlyBuffer()));
            ByteBuffer large = ByteBuffer.allocate(3_000_000);
            scene.tell("write a large one", () -> channel.write(large));
            scene.tell("read a large one", () -> channel.position(0).read(large.clear()));
        }
        scene.tell("content", () -> Files.readAllBytes(path));
    }

    private static void force(Scene scene) throws Exception {
        Path path = scene.path("file");
        try (FileChannel channel = open(path)) {
            channel.write(bytes("forced"));
            scene.act("data", () -> channel.force(false));
            scene.act("all", () -> channel.force(true));
        }
        try (FileChannel channel = FileChannel.open(path, READ)) {
            scene.act("by a reader", () -> channel.force(true));
        }
        try (FileChannel channel = FileChannel.open(scene.folder(), READ)) {
            scene.act("a folder", () -> channel.force(true));
            scene.tell("read a folder", () -> channel.read(ByteBuffer.allocate(10)));
        }
        scene.tell("content", () -> Files.readString(path));
    }

    private static void closed(Scene scene) throws Exception {
        FileChannel channel = open(scene.text("file", "0123456789"));
        scene.note("open", channel.isOpen());
        channel.close();
        channel.close();
        scene.note("open when closed", channel.isOpen());
        scene.tell("read", () -> channel.read(ByteBuffer.allocate(1)));
        scene.tell("write", () -> channel.write(bytes("x")));
        scene.tell("positioned read", () -> channel.read(ByteBuffer.allocate(1), 0));
        scene.tell("scatter", () -> channel.read(new ByteBuffer[] {ByteBuffer.allocate(1)}));
        scene.tell("size", channel::size);
        scene.tell("position", channel::position);
        scene.tell("move", () -> channel.position(1));
        scene.tell("truncate", () -> channel.truncate(1));
        scene.act("force", () -> channel.force(true));
        scene.tell("map", () -> channel.map(FileChannel.MapMode.READ_ONLY, 0, 1));
        scene.tell("lock", channel::tryLock);
        scene.tell("transfer", () -> channel.transferTo(0, 1, channel));
    }

    private static void rights(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (FileChannel reader = FileChannel.open(path, READ);
                FileChannel writer = FileChannel.open(path, WRITE)) {
            scene.tell("write to a reader", () -> reader.write(bytes("x")));
            scene.tell("positioned write to a reader", () -> reader.write(bytes("x"), 0));
            scene.tell("gather to a reader", () -> reader.write(new ByteBuffer[] {bytes("x")}));
            scene.tell("truncate a reader", () -> reader.truncate(1));
            scene.tell("read a writer", () -> writer.read(ByteBuffer.allocate(1)));
            scene.tell("positioned read of a writer", () -> writer.read(ByteBuffer.allocate(1), 0));
            scene.tell("map a reader to write", () -> reader.map(FileChannel.MapMode.READ_WRITE, 0, 4));
            scene.tell("map a writer", () -> writer.map(FileChannel.MapMode.READ_ONLY, 0, 4));
            scene.tell("transfer from a writer", () -> writer.transferTo(0, 1, writer));
            scene.tell("transfer to a reader", () -> reader.transferFrom(reader, 0, 1));
        }
        scene.tell("unharmed", () -> Files.readString(path));
    }

    private static void ofStreams(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        FileChannel kept;
        try (FileInputStream in = new FileInputStream(path.toFile())) {
            kept = in.getChannel();
            scene.tell("size", kept::size);
        }
        scene.note("open after the stream", kept.isOpen());
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            scene.tell("write by a reader's", () -> file.getChannel().write(bytes("x")));
            scene.tell("read by a reader's", () -> file.getChannel().read(ByteBuffer.allocate(3)));
            scene.tell("position of the file", file::getFilePointer);
        }
        try (FileOutputStream out = new FileOutputStream(path.toFile(), true)) {
            scene.tell("appender's position", () -> out.getChannel().position());
            scene.tell("write", () -> out.getChannel().position(0).write(bytes("+")));
        }
        scene.tell("content", () -> Files.readString(path));
    }

    private static void beyondFourGigabytes(Scene scene) throws Exception {
        Path path = scene.path("sparse");
        try (FileChannel channel = open(path)) {
            scene.tell("write", () -> channel.write(bytes("far away"), 6 * GIGABYTE + 5));
            scene.tell("size", channel::size);
            ByteBuffer read = ByteBuffer.allocate(10);
            scene.tell("read", () -> channel.read(read, 6 * GIGABYTE + 3));
            scene.note("content", read.flip());
            scene.tell("hole", () -> channel.read(ByteBuffer.allocate(4), 5 * GIGABYTE));
            scene.tell("position", () -> channel.position(7 * GIGABYTE).position());
            scene.tell("gather", () -> channel.write(new ByteBuffer[] {bytes("a"), bytes("b")}));
            scene.tell("truncate", () -> channel.truncate(6 * GIGABYTE + 7).size());
            scene.tell("what is left", () -> channel.read(read.clear(), 6 * GIGABYTE + 5));
            scene.tell("map there", () -> {
                ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, 6 * GIGABYTE + 4, 3);
                byte[] bytes = new byte[3];
                mapped.get(bytes);
                return bytes;
            });
            try (FileChannel into = open(scene.path("small"))) {
                scene.tell("transfer", () -> channel.transferTo(6 * GIGABYTE + 5, 100, into));
            }
        }
        Files.delete(path);
        scene.tell("transferred", () -> Files.readString(scene.path("small")));
    }
}
