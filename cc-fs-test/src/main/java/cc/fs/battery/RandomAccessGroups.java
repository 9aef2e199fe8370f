package cc.fs.battery;

import java.io.File;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** RandomAccessFile. */
final class RandomAccessGroups {
    private static final long GIGABYTE = 1L << 30;

    private RandomAccessGroups() {}

    static void addTo(Groups groups) {
        groups.add("random.modes", RandomAccessGroups::modes);
        groups.add("random.seek", RandomAccessGroups::seek);
        groups.add("random.length", RandomAccessGroups::length);
        groups.add("random.primitives", RandomAccessGroups::primitives);
        groups.add("random.lines", RandomAccessGroups::lines);
        groups.add("random.write-text", RandomAccessGroups::writeText);
        groups.add("random.end", RandomAccessGroups::end);
        groups.add("random.read-only", RandomAccessGroups::readOnly);
        groups.add("random.closed", RandomAccessGroups::closed);
        groups.add("random.beyond-4-gb", RandomAccessGroups::beyondFourGigabytes);
    }

    private static void modes(Scene scene) throws Exception {
        for (String mode : new String[] {"r", "rw", "rws", "rwd", "w", "", "rx"}) {
            scene.tell("'" + mode + "' of a missing file", () -> new RandomAccessFile(scene.file("new" + mode), mode));
        }
        scene.tell("no mode", () -> new RandomAccessFile(scene.file("new"), Absent.value()));
        scene.tell("no file", () -> new RandomAccessFile(Absent.<File>value(), "r"));
        scene.note("made", DirectoryGroups.names(scene.folder()));
        scene.tell(
                "a directory to read", () -> new RandomAccessFile(scene.folder().toFile(), "r"));
        scene.tell(
                "a directory to write",
                () -> new RandomAccessFile(scene.folder().toFile(), "rw"));
        for (String mode : new String[] {"rws", "rwd"}) {
            Path path = scene.path("written-" + mode);
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), mode)) {
                file.writeBytes("text");
                scene.tell("written with " + mode, () -> Files.readString(path));
            }
        }
    }

    private static void seek(Scene scene) throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(scene.text("digits", "0123456789").toFile(), "rw")) {
            scene.tell("at first", file::getFilePointer);
            file.seek(4);
            scene.tell("read", file::read);
            scene.tell("position", file::getFilePointer);
            scene.tell("skip", () -> file.skipBytes(2));
            scene.tell("skip past the end", () -> file.skipBytes(100));
            scene.tell("skip back", () -> file.skipBytes(-5));
            scene.tell("position at the end", file::getFilePointer);
            scene.act("before the beginning", () -> file.seek(-1));
            file.seek(20);
            scene.tell("length after seeking past the end", file::length);
            scene.tell("read past the end", file::read);
            file.write('x');
            scene.tell("length after writing there", file::length);
            file.seek(9);
            byte[] bytes = new byte[20];
            scene.tell("read over the gap", () -> file.read(bytes));
            scene.note("content", bytes);
        }
    }

    private static void length(Scene scene) throws Exception {
        Path path = scene.text("digits", "0123456789");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(8);
            file.setLength(5);
            scene.tell("position after shortening", file::getFilePointer);
            scene.tell("length", file::length);
            scene.tell("read", file::read);
            file.setLength(7);
            scene.tell("position after lengthening", file::getFilePointer);
            scene.tell("content", () -> Files.readAllBytes(path));
            scene.act("negative", () -> file.setLength(-1));
            scene.tell("size by name", () -> Files.size(path));
            file.setLength(0);
            scene.tell("emptied", () -> Files.size(path));
            file.writeByte(7);
            scene.tell("written after that", () -> Files.readAllBytes(path));
        }
    }

    private static void primitives(Scene scene) throws Exception {
        Path path = scene.path("primitives");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.writeBoolean(true);
            file.writeByte(-2);
            file.writeShort(-30_000);
            file.writeChar('\u20ac');
            file.writeInt(0x12345678);
            file.writeLong(-1234567890123456789L);
            file.writeFloat(1.5f);
            file.writeDouble(-Math.PI);
            file.writeUTF("gr\u00fc\u00df \u20ac \0");
            scene.tell("position", file::getFilePointer);
            file.seek(0);
            scene.tell("boolean", file::readBoolean);
            scene.tell("byte", file::readUnsignedByte);
            scene.tell("short", file::readUnsignedShort);
            scene.tell("char", file::readChar);
            scene.tell("int", file::readInt);
            scene.tell("long", file::readLong);
            scene.tell("float", file::readFloat);
            scene.tell("double", file::readDouble);
            scene.tell("text", file::readUTF);
            scene.tell("past the end", file::readByte);
            file.seek(file.length() - 2);
            scene.tell("half an int", file::readInt);
            scene.tell("position after that", file::getFilePointer);
        }
        scene.tell("bytes", () -> Files.readAllBytes(path));
    }

    private static void lines(Scene scene) throws Exception {
        try (RandomAccessFile file = new RandomAccessFile(
                scene.text("lines", "one\ntwo\r\nthree\rfour\n\nsix").toFile(), "r")) {
            for (int i = 1; i <= 7; i++) {
                scene.tell("line " + i, file::readLine);
                scene.tell("position", file::getFilePointer);
            }
        }
    }

    private static void writeText(Scene scene) throws Exception {
        Path path = scene.path("text");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.writeBytes("low \u20ac");
            scene.tell("position", file::getFilePointer);
            file.writeChars("wide \u20ac");
            scene.tell("position after characters", file::getFilePointer);
            file.write(new byte[] {1, 2, 3, 4}, 1, 2);
            file.write(new byte[] {5, 6});
            scene.act("part of nothing", () -> file.write(new byte[1], 1, 1));
        }
        scene.tell("content", () -> Files.readAllBytes(path));
    }

    private static void end(Scene scene) throws Exception {
        try (RandomAccessFile file =
                new RandomAccessFile(scene.text("digits", "0123456789").toFile(), "r")) {
            byte[] bytes = new byte[8];
            scene.act("fully", () -> file.readFully(bytes));
            scene.act("fully past the end", () -> file.readFully(bytes));
            scene.tell("position", file::getFilePointer);
            scene.act("part", () -> file.readFully(bytes, 2, 3));
            file.seek(8);
            scene.tell("what is left", () -> file.read(bytes));
            scene.note("content", bytes);
            scene.tell("nothing left", () -> file.read(bytes));
            scene.tell("into nothing", () -> file.read(bytes, 8, 0));
            scene.tell("outside the array", () -> file.read(bytes, 7, 2));
        }
    }

    private static void readOnly(Scene scene) throws Exception {
        Path path = scene.text("digits", "0123456789");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            scene.act("write", () -> file.write('x'));
            scene.act("write an array", () -> file.write(new byte[3]));
            scene.act("write text", () -> file.writeBytes("x"));
            scene.act("write an int", () -> file.writeInt(1));
            scene.act("shorten", () -> file.setLength(3));
            scene.tell("write by the channel", () -> file.getChannel().write(java.nio.ByteBuffer.allocate(1)));
            scene.tell("position", file::getFilePointer);
        }
        scene.tell("unharmed", () -> Files.readString(path));
    }

    private static void closed(Scene scene) throws Exception {
        RandomAccessFile file =
                new RandomAccessFile(scene.text("digits", "0123456789").toFile(), "rw");
        file.close();
        file.close();
        scene.tell("read", file::read);
        scene.act("write", () -> file.write(1));
        scene.act("write text", () -> file.writeBytes("x"));
        scene.act("seek", () -> file.seek(1));
        scene.tell("position", file::getFilePointer);
        scene.tell("length", file::length);
        scene.act("set length", () -> file.setLength(1));
        scene.tell("line", file::readLine);
        scene.tell("channel", () -> file.getChannel().size());
    }

    private static void beyondFourGigabytes(Scene scene) throws Exception {
        Path path = scene.path("sparse");
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.setLength(5 * GIGABYTE);
            file.seek(4 * GIGABYTE + 17);
            file.writeBytes("far away");
            scene.tell("position", file::getFilePointer);
            scene.tell("length", file::length);
            file.seek(4 * GIGABYTE + 15);
            byte[] bytes = new byte[12];
            file.readFully(bytes);
            scene.note("content", bytes);
            file.seek(17);
            scene.tell("not at the lower half of the offset", file::read);
            scene.tell("size by name", () -> Files.size(path));
            file.seek(5 * GIGABYTE);
            scene.tell("end", file::read);
            file.setLength(4 * GIGABYTE + 20);
            file.seek(4 * GIGABYTE + 17);
            scene.tell("line", file::readLine);
            scene.tell("length by File", () -> path.toFile().length());
        }
        // Nobody should have to copy it afterwards.
        Files.delete(path);
    }
}
