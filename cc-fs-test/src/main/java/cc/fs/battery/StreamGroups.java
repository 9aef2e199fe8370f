package cc.fs.battery;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** FileInputStream and FileOutputStream. */
final class StreamGroups {
    private static final String DIGITS = "0123456789";

    private StreamGroups() {}

    static void addTo(Groups groups) {
        groups.add("streams.read", StreamGroups::read);
        groups.add("streams.read-all", StreamGroups::readAll);
        groups.add("streams.write", StreamGroups::write);
        groups.add("streams.append", StreamGroups::append);
        groups.add("streams.closed", StreamGroups::closed);
        groups.add("streams.errors", StreamGroups::errors);
        groups.add("streams.bounds", StreamGroups::bounds);
        groups.add("streams.wrong-way", StreamGroups::wrongWay);
        groups.add("streams.mark", StreamGroups::mark);
        groups.add("streams.large", StreamGroups::large);
    }

    private static void read(Scene scene) throws Exception {
        byte[] buffer = new byte[4];
        try (InputStream in = new FileInputStream(scene.text("digits", DIGITS).toFile())) {
            scene.tell("available", in::available);
            scene.tell("byte", in::read);
            scene.tell("array", () -> in.read(buffer));
            scene.note("content", buffer.clone());
            scene.tell("part", () -> in.read(buffer, 1, 2));
            scene.note("content", buffer.clone());
            scene.tell("nothing", () -> in.read(buffer, 0, 0));
            scene.tell("skip", () -> in.skip(2));
            scene.tell("skip back", () -> in.skip(-3));
            scene.tell("skip before the beginning", () -> in.skip(-100));
            scene.tell("byte after skipping back", in::read);
            scene.tell("skip past the end", () -> in.skip(100));
            scene.tell("available past the end", in::available);
            scene.tell("byte past the end", in::read);
            scene.tell("array past the end", () -> in.read(buffer));
            scene.tell("nothing past the end", () -> in.read(buffer, 0, 0));
        }
        try (InputStream in = new FileInputStream(scene.text("empty", "").toFile())) {
            scene.tell("available in an empty file", in::available);
            scene.tell("byte of an empty file", in::read);
        }
    }

    private static void readAll(Scene scene) throws Exception {
        File file = scene.text("digits", DIGITS).toFile();
        try (InputStream in = new FileInputStream(file)) {
            scene.tell("all", in::readAllBytes);
            scene.tell("all again", in::readAllBytes);
        }
        try (InputStream in = new FileInputStream(file)) {
            scene.tell("three", () -> in.readNBytes(3));
            byte[] buffer = new byte[6];
            scene.tell("four into the middle", () -> in.readNBytes(buffer, 1, 4));
            scene.note("content", buffer);
            ByteArrayOutputStream rest = new ByteArrayOutputStream();
            scene.tell("transfer", () -> in.transferTo(rest));
            scene.note("transferred", rest.toByteArray());
            scene.tell("more than there is", () -> in.readNBytes(5));
            scene.tell("a negative number", () -> in.readNBytes(-1));
        }
        try (InputStream in = new FileInputStream(file)) {
            scene.act("skip exactly", () -> in.skipNBytes(4));
            scene.tell("next", in::read);
            scene.act("skip too many", () -> in.skipNBytes(100));
        }
    }

    private static void write(Scene scene) throws Exception {
        Path path = scene.path("written");
        try (OutputStream out = new FileOutputStream(path.toFile())) {
            out.write('a');
            scene.tell("after a byte", () -> Files.readString(path));
            out.write(new byte[] {'b', 'c'});
            out.write(new byte[] {'x', 'd', 'e', 'x'}, 1, 2);
            out.write(new byte[0]);
            out.write(256 + 'f');
            scene.tell("before it is closed", () -> Files.readString(path));
            out.flush();
        }
        scene.tell("after it is closed", () -> Files.readString(path));
        try (OutputStream out = new FileOutputStream(path.toFile())) {
            scene.tell("opened again", () -> Files.size(path));
            out.write('g');
        }
        scene.tell("written again", () -> Files.readString(path));
        try (OutputStream out = new FileOutputStream(path.toString())) {
            out.write(DIGITS.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        }
        scene.tell("by its name", () -> Files.readString(path));
    }

    private static void append(Scene scene) throws Exception {
        File file = scene.text("appended", "first ").toFile();
        try (OutputStream one = new FileOutputStream(file, true);
                OutputStream other = new FileOutputStream(file, true)) {
            one.write('1');
            other.write('2');
            one.write('3');
            other.write('4');
        }
        scene.tell("in turns", () -> Files.readString(file.toPath()));
        try (FileOutputStream out = new FileOutputStream(file, true)) {
            scene.tell("position at first", () -> out.getChannel().position());
            out.getChannel().position(0);
            out.write('5');
            scene.tell("position", () -> out.getChannel().position());
        }
        scene.tell("after going back", () -> Files.readString(file.toPath()));
        scene.tell("of a new file", () -> new FileOutputStream(scene.file("new"), true));
        scene.tell("new file's size", () -> Files.size(scene.path("new")));
    }

    private static void closed(Scene scene) throws Exception {
        FileInputStream in = new FileInputStream(scene.text("digits", DIGITS).toFile());
        scene.note("valid", in.getFD().valid());
        in.close();
        in.close();
        scene.note("valid when closed", in.getFD().valid());
        scene.tell("read", in::read);
        scene.tell("read an array", () -> in.read(new byte[2]));
        scene.tell("read nothing", () -> in.read(new byte[2], 0, 0));
        scene.tell("read all", in::readAllBytes);
        scene.tell("skip", () -> in.skip(1));
        scene.tell("available", in::available);
        scene.tell("channel is open", () -> in.getChannel().isOpen());
        scene.tell("channel's size", () -> in.getChannel().size());
        FileOutputStream out = new FileOutputStream(scene.file("out"));
        out.close();
        scene.act("write", () -> out.write(1));
        scene.act("write an array", () -> out.write(new byte[2]));
        scene.act("write nothing", () -> out.write(new byte[0]));
        scene.act("flush", out::flush);
        scene.act("sync", () -> out.getFD().sync());
        scene.act("close again", out::close);
    }

    private static void errors(Scene scene) throws Exception {
        scene.text("file", "text");
        Files.createDirectory(scene.path("directory"));
        for (String name : new String[] {"missing", "directory", "missing/child", "file/child", "file/", "."}) {
            scene.tell("read " + name, () -> new FileInputStream(scene.folder() + "/" + name));
            scene.tell("write " + name, () -> new FileOutputStream(scene.folder() + "/" + name));
            scene.tell("append to " + name, () -> new FileOutputStream(scene.folder() + "/" + name, true));
        }
        scene.tell("read no name", () -> new FileInputStream(""));
        scene.tell("write no name", () -> new FileOutputStream(""));
        scene.tell("read null", () -> new FileInputStream(Absent.<File>value()));
        scene.tell("write null", () -> new FileOutputStream(Absent.<String>value()));
        scene.note("there now", DirectoryGroups.names(scene.folder()));
    }

    private static void bounds(Scene scene) throws Exception {
        byte[] four = new byte[4];
        try (InputStream in = new FileInputStream(scene.text("digits", DIGITS).toFile())) {
            scene.tell("read before the array", () -> in.read(four, -1, 2));
            scene.tell("read past the array", () -> in.read(four, 3, 2));
            scene.tell("read a negative length", () -> in.read(four, 1, -1));
            scene.tell("read into null", () -> in.read(Absent.<byte[]>value()));
            scene.tell("read into part of null", () -> in.read(Absent.<byte[]>value(), 0, 1));
            scene.tell(
                    "position afterwards",
                    () -> ((FileInputStream) in).getChannel().position());
        }
        try (OutputStream out = new FileOutputStream(scene.file("out"))) {
            scene.act("write before the array", () -> out.write(four, -1, 2));
            scene.act("write past the array", () -> out.write(four, 3, 2));
            scene.act("write a negative length", () -> out.write(four, 1, -1));
            scene.act("write null", () -> out.write(Absent.<byte[]>value()));
        }
        scene.tell("written", () -> Files.size(scene.path("out")));
    }

    private static void wrongWay(Scene scene) throws Exception {
        try (FileInputStream in =
                        new FileInputStream(scene.text("digits", DIGITS).toFile());
                FileOutputStream out = new FileOutputStream(scene.file("out"))) {
            ByteBuffer buffer = ByteBuffer.allocate(4);
            scene.tell("write to an input's channel", () -> in.getChannel().write(buffer));
            scene.tell("truncate an input's channel", () -> in.getChannel().truncate(1));
            scene.tell("read from an output's channel", () -> out.getChannel().read(buffer));
            FileOutputStream into = new FileOutputStream(in.getFD());
            scene.act("write to an input's descriptor", () -> into.write(1));
            FileInputStream from = new FileInputStream(out.getFD());
            scene.tell("read from an output's descriptor", from::read);
        }
        scene.tell("unharmed", () -> Files.readString(scene.path("digits")));
    }

    private static void mark(Scene scene) throws Exception {
        File file = scene.text("digits", DIGITS).toFile();
        try (InputStream in = new FileInputStream(file)) {
            scene.note("supported", in.markSupported());
            scene.act("reset", in::reset);
        }
        try (InputStream in = new BufferedInputStream(new FileInputStream(file), 3)) {
            in.mark(8);
            scene.tell("read", () -> in.readNBytes(7));
            scene.act("back", in::reset);
            scene.tell("again", in::readAllBytes);
        }
    }

    private static void large(Scene scene) throws Exception {
        byte[] block = new byte[3_000_001];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) (i * 31 >> 3);
        }
        File file = scene.file("large");
        try (OutputStream out = new FileOutputStream(file)) {
            out.write(block);
            out.write(block, 1_000_000, 1_500_000);
        }
        try (InputStream in = new FileInputStream(file)) {
            byte[] read = new byte[block.length];
            scene.tell("one large read", () -> in.read(read));
            scene.note("content", read);
            scene.tell("rest", in::readAllBytes);
        }
        scene.note("length", file.length());
    }
}
