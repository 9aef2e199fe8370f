package cc.fs.battery;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Whole contents by java.nio.file.Files. */
final class ContentGroups {
    private ContentGroups() {}

    static void addTo(Groups groups) {
        groups.add("content.text", ContentGroups::text);
        groups.add("content.lines", ContentGroups::lines);
        groups.add("content.bytes", ContentGroups::bytes);
        groups.add("content.charsets", ContentGroups::charsets);
        groups.add("content.streams", ContentGroups::streams);
        groups.add("content.mismatch", ContentGroups::mismatch);
        groups.add("content.type", ContentGroups::type);
        groups.add("content.questions", ContentGroups::questions);
    }

    private static void text(Scene scene) throws Exception {
        Path path = scene.path("text");
        scene.tell("write", () -> Files.writeString(path, "gr\u00fc\u00df\nline"));
        scene.tell("read", () -> Files.readString(path));
        scene.tell("size", () -> Files.size(path));
        scene.tell("append", () -> Files.writeString(path, "+", StandardOpenOption.APPEND));
        scene.tell("shorter", () -> Files.writeString(path, "short"));
        scene.tell("read again", () -> Files.readString(path));
        scene.tell("without truncating", () -> Files.writeString(path, "SH", StandardOpenOption.WRITE));
        scene.tell("read at last", () -> Files.readString(path));
        scene.tell("missing", () -> Files.readString(scene.path("missing")));
        scene.tell("a folder", () -> Files.readString(scene.folder()));
        scene.tell("write a folder", () -> Files.writeString(scene.folder(), "x"));
        scene.tell("write into a missing folder", () -> Files.writeString(scene.path("missing/x"), "x"));
        scene.tell("write under a file", () -> Files.writeString(scene.path("text/x"), "x"));
        scene.tell("nothing", () -> Files.writeString(path, Absent.value()));
    }

    @SuppressWarnings("StreamResourceLeak") // The scene closes what an operation opens.
    private static void lines(Scene scene) throws Exception {
        Path path = scene.path("lines");
        scene.tell("write", () -> Files.write(path, List.of("one", "two", "", "three")));
        scene.tell("read", () -> Files.readAllLines(path));
        try (Stream<String> lines = Files.lines(path)) {
            scene.note("stream", lines.map(String::length).toList());
        }
        try (Stream<String> lines = Files.lines(path)) {
            scene.note(
                    "parallel stream", lines.parallel().mapToInt(String::length).sum());
        }
        try (Stream<String> lines = Files.lines(path)) {
            scene.note("first only", lines.findFirst());
        }
        scene.tell("append", () -> Files.write(path, List.of("four"), StandardOpenOption.APPEND));
        try (BufferedReader reader = Files.newBufferedReader(path)) {
            scene.note("reader", reader.lines().toList());
        }
        try (BufferedWriter writer = Files.newBufferedWriter(path, StandardCharsets.UTF_16BE)) {
            writer.write("wide");
            writer.newLine();
        }
        scene.tell("written wide", () -> Files.readAllBytes(path));
        scene.tell("missing", () -> Files.lines(scene.path("missing")));
        scene.tell("a folder", () -> Files.readAllLines(scene.folder()));
    }

    private static void bytes(Scene scene) throws Exception {
        Path path = scene.path("bytes");
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        scene.tell("write", () -> Files.write(path, all));
        scene.tell("read", () -> Files.readAllBytes(path));
        scene.tell("size", () -> Files.size(path));
        byte[] large = new byte[5_000_000];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 7 >> 5);
        }
        scene.tell("write much", () -> Files.write(path, large));
        scene.tell("read much", () -> Files.readAllBytes(path));
        scene.tell("write nothing", () -> Files.write(path, new byte[0]));
        scene.tell("read nothing", () -> Files.readAllBytes(path));
        scene.tell("missing", () -> Files.readAllBytes(scene.path("missing")));
        scene.tell("of no size known", () -> Files.readAllBytes(Path.of("/proc/self/stat")).length > 0);
    }

    private static void charsets(Scene scene) throws Exception {
        Path path = scene.path("latin");
        scene.tell("write", () -> Files.writeString(path, "gr\u00fcn", StandardCharsets.ISO_8859_1));
        scene.tell("read", () -> Files.readString(path, StandardCharsets.ISO_8859_1));
        scene.tell("malformed", () -> Files.readString(path));
        scene.tell("malformed lines", () -> Files.readAllLines(path));
        scene.tell("not writable", () -> Files.writeString(path, "\u20ac", StandardCharsets.ISO_8859_1));
        scene.tell("content", () -> Files.readAllBytes(path));
    }

    private static void streams(Scene scene) throws Exception {
        Path path = scene.path("stream");
        try (OutputStream out = Files.newOutputStream(path)) {
            out.write("0123456789".getBytes(StandardCharsets.US_ASCII));
            out.write('!');
        }
        try (InputStream in = Files.newInputStream(path)) {
            scene.tell("available", in::available);
            scene.tell("read", in::read);
            scene.tell("skip", () -> in.skip(3));
            scene.tell("skip back", () -> in.skip(-2));
            scene.tell("some", () -> in.readNBytes(4));
            scene.tell("skip past the end", () -> in.skip(50));
            scene.tell("end", in::read);
            scene.tell("available at the end", in::available);
        }
        InputStream closed = Files.newInputStream(path);
        closed.close();
        scene.tell("closed", closed::read);
        try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.APPEND)) {
            out.write('?');
        }
        scene.tell("appended", () -> Files.readString(path));
        scene.tell("input to write", () -> Files.newInputStream(path, StandardOpenOption.WRITE));
        scene.tell("output to read", () -> Files.newOutputStream(path, StandardOpenOption.READ));
        scene.tell("missing", () -> Files.newInputStream(scene.path("missing")));
        scene.tell("open a folder", () -> Files.newInputStream(scene.folder()));
        scene.tell("read a folder", () -> Files.newInputStream(scene.folder()).read());
        scene.tell("write a folder", () -> Files.newOutputStream(scene.folder()));
    }

    private static void mismatch(Scene scene) throws Exception {
        Path one = scene.text("one", "0123456789");
        Files.createLink(scene.path("hard"), one);
        scene.text("same", "0123456789");
        scene.text("other", "01234x6789");
        scene.text("longer", "0123456789+");
        scene.text("empty", "");
        for (String name : new String[] {"one", "hard", "same", "other", "longer", "empty", "missing", "."}) {
            scene.tell(name, () -> Files.mismatch(one, scene.path(name)));
        }
        byte[] large = new byte[100_000];
        Files.write(scene.path("large"), large);
        large[77_777] = 1;
        Files.write(scene.path("large2"), large);
        scene.tell("far behind", () -> Files.mismatch(scene.path("large"), scene.path("large2")));
    }

    private static void type(Scene scene) throws Exception {
        for (String name : new String[] {
            "a.txt", "a.html", "a.png", "a.jar", "a.json", "a.java", "a.unknown", "none", "A.PDF", "a.tar.gz"
        }) {
            scene.tell(name, () -> Files.probeContentType(scene.text(name, "text")));
        }
        scene.tell("a missing file", () -> Files.probeContentType(scene.path("missing.gif")));
        scene.tell("a folder", () -> Files.probeContentType(scene.folder()));
    }

    private static void questions(Scene scene) throws Exception {
        scene.text("file", "text");
        Files.createSymbolicLink(scene.path("link"), Path.of("file"));
        Files.createSymbolicLink(scene.path("dangling"), Path.of("nowhere"));
        Files.createSymbolicLink(scene.path("up"), Path.of(".."));
        for (String name : new String[] {"file", "link", "dangling", "up", "missing", "file/child", ".", ".."}) {
            Path path = scene.path(name);
            scene.note(name + " exists", Files.exists(path));
            scene.note(name + " exists itself", Files.exists(path, java.nio.file.LinkOption.NOFOLLOW_LINKS));
            scene.note(name + " does not exist", Files.notExists(path));
            scene.note(name + " is a directory", Files.isDirectory(path));
            scene.note(name + " is a file", Files.isRegularFile(path));
            scene.note(name + " is a link", Files.isSymbolicLink(path));
            scene.note(name + " can be read", Files.isReadable(path));
            scene.note(name + " can be written", Files.isWritable(path));
            scene.note(name + " can be executed", Files.isExecutable(path));
            scene.tell(name + " is hidden", () -> Files.isHidden(path));
        }
        scene.tell("size of a missing file", () -> Files.size(scene.path("missing")));
        scene.tell("size of nothing", () -> Files.size(Absent.value()));
    }
}
