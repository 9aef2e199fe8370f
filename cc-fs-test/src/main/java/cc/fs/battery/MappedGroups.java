package cc.fs.battery;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files mapped into memory. */
final class MappedGroups {
    private MappedGroups() {}

    static void addTo(Groups groups) {
        groups.add("mapped.read-only", MappedGroups::readOnly);
        groups.add("mapped.read-write", MappedGroups::readWrite);
        groups.add("mapped.private", MappedGroups::copyOnWrite);
        groups.add("mapped.coherent", MappedGroups::coherent);
        groups.add("mapped.extends", MappedGroups::extending);
        groups.add("mapped.after-close", MappedGroups::afterClose);
        groups.add("mapped.collected", MappedGroups::collected);
        groups.add("mapped.errors", MappedGroups::errors);
        groups.add("mapped.large", MappedGroups::large);
    }

    private static FileChannel open(Path path) throws java.io.IOException {
        return FileChannel.open(path, READ, WRITE, CREATE);
    }

    private static byte[] content(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.limit()];
        buffer.duplicate().position(0).get(bytes);
        return bytes;
    }

    private static void readOnly(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (FileChannel channel = FileChannel.open(path, READ)) {
            MappedByteBuffer all = channel.map(MapMode.READ_ONLY, 0, channel.size());
            scene.note("content", content(all));
            scene.note("read only", all.isReadOnly());
            scene.note("direct", all.isDirect());
            scene.tell("put", () -> all.put(0, (byte) 'x'));
            MappedByteBuffer part = channel.map(MapMode.READ_ONLY, 3, 4);
            scene.note("part", content(part));
            scene.note("loaded", content(part.load()));
            scene.act("force", part::force);
            scene.note("nothing", channel.map(MapMode.READ_ONLY, 5, 0).capacity());
            scene.tell("position", channel::position);
        }
    }

    private static void readWrite(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            MappedByteBuffer mapped = file.getChannel().map(MapMode.READ_WRITE, 2, 6);
            mapped.put(0, (byte) 'a').put(5, (byte) 'b');
            scene.act("force", mapped::force);
            scene.tell("content", () -> Files.readString(path));
            mapped.order(ByteOrder.LITTLE_ENDIAN).putShort(2, (short) 0x7879);
            scene.act("force a part", () -> mapped.force(2, 2));
            scene.tell("content then", () -> Files.readString(path));
            scene.act("force outside", () -> mapped.force(5, 10));
            scene.tell("length", file::length);
        }
    }

    private static void copyOnWrite(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (FileChannel channel = open(path)) {
            MappedByteBuffer mapped = channel.map(MapMode.PRIVATE, 0, 10);
            mapped.put(4, (byte) 'x');
            scene.note("changed", content(mapped));
            scene.act("force", mapped::force);
            scene.tell("file", () -> Files.readString(path));
            scene.note("another mapping", content(channel.map(MapMode.READ_ONLY, 0, 10)));
        }
    }

    /** Mappings, channels and names of one program show one file. */
    private static void coherent(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (FileChannel channel = open(path)) {
            MappedByteBuffer one = channel.map(MapMode.READ_WRITE, 0, 10);
            MappedByteBuffer other = channel.map(MapMode.READ_WRITE, 0, 10);
            one.put(1, (byte) 'a');
            scene.note("other mapping", content(other));
            ByteBuffer read = ByteBuffer.allocate(4);
            scene.tell("read by the channel", () -> channel.read(read, 0));
            scene.note("channel", read.flip());
            channel.write(ChannelGroups.bytes("bc"), 4);
            scene.note("mapping after a write", content(one));
            scene.tell("by name", () -> Files.readString(path));
        }
    }

    private static void extending(Scene scene) throws Exception {
        Path path = scene.text("file", "0123");
        try (FileChannel channel = open(path)) {
            MappedByteBuffer mapped = channel.map(MapMode.READ_WRITE, 2, 10);
            scene.tell("size", channel::size);
            scene.note("content", content(mapped));
            mapped.put(9, (byte) 'z');
            mapped.force();
        }
        scene.tell("content by name", () -> Files.readAllBytes(path));
        try (FileChannel channel = FileChannel.open(path, READ)) {
            scene.tell("by a reader", () -> channel.map(MapMode.READ_ONLY, 0, 100));
            scene.tell("by a private mapping", () -> channel.map(MapMode.PRIVATE, 0, 100));
        }
        scene.tell("size at last", () -> Files.size(path));
    }

    private static void afterClose(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        MappedByteBuffer mapped;
        try (FileChannel channel = open(path)) {
            mapped = channel.map(MapMode.READ_WRITE, 0, 10);
        }
        scene.note("content", content(mapped));
        mapped.put(0, (byte) 'x');
        scene.act("force", mapped::force);
        scene.tell("by name", () -> Files.readString(path));
        Files.delete(path);
        scene.note("after deleting", content(mapped));
    }

    /** What nobody forced is in the file at the latest when the mapping is gone. */
    private static void collected(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        mapAndForget(path);
        scene.note("written", Await.that(() -> {
            System.gc();
            return Files.readString(path).equals("012345678x");
        }));
    }

    private static void mapAndForget(Path path) throws Exception {
        try (FileChannel channel = open(path)) {
            channel.map(MapMode.READ_WRITE, 0, 10).put(9, (byte) 'x');
        }
    }

    private static void errors(Scene scene) throws Exception {
        try (FileChannel channel = open(scene.text("file", "0123456789"))) {
            scene.tell("negative place", () -> channel.map(MapMode.READ_ONLY, -1, 4));
            scene.tell("negative size", () -> channel.map(MapMode.READ_ONLY, 0, -4));
            scene.tell("too large", () -> channel.map(MapMode.READ_ONLY, 0, 1L << 31));
            scene.tell("overflow", () -> channel.map(MapMode.READ_ONLY, Long.MAX_VALUE, 10));
            scene.tell("no mode", () -> channel.map(Absent.value(), 0, 4));
        }
        try (FileChannel channel = FileChannel.open(scene.folder(), READ)) {
            scene.tell("a folder", () -> channel.map(MapMode.READ_ONLY, 0, 4));
        }
    }

    private static void large(Scene scene) throws Exception {
        Path path = scene.path("file");
        int size = 20_000_000;
        try (FileChannel channel = open(path)) {
            MappedByteBuffer mapped = channel.map(MapMode.READ_WRITE, 0, size);
            for (int i = 0; i < size; i += 4096) {
                mapped.putInt(i, i);
            }
            scene.act("force", mapped::force);
        }
        scene.tell("content", () -> Files.readAllBytes(path));
        try (FileChannel channel = open(path)) {
            MappedByteBuffer mapped = channel.map(MapMode.READ_ONLY, 4096L * 1000 + 1, 4100);
            scene.note("not at a page's begin", mapped.getInt(4095));
        }
    }
}
