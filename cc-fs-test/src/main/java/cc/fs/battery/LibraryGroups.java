package cc.fs.battery;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.LineNumberReader;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Formatter;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import javax.xml.parsers.DocumentBuilderFactory;

/** Parts of the JDK that read and write files for a program. */
final class LibraryGroups {
    private LibraryGroups() {}

    static void addTo(Groups groups) {
        groups.add("library.readers-writers", LibraryGroups::readersWriters);
        groups.add("library.scanner", LibraryGroups::scanner);
        groups.add("library.print", LibraryGroups::print);
        groups.add("library.objects", LibraryGroups::objects);
        groups.add("library.wrapped-streams", LibraryGroups::wrappedStreams);
        groups.add("library.properties", LibraryGroups::properties);
        groups.add("library.logging", LibraryGroups::logging);
        groups.add("library.xml", LibraryGroups::xml);
        groups.add("library.key-store", LibraryGroups::keyStore);
    }

    private static void readersWriters(Scene scene) throws Exception {
        File file = scene.file("text");
        try (FileWriter writer = new FileWriter(file, StandardCharsets.UTF_8)) {
            writer.write("gr\u00fc\u00df\nzwei\n");
            scene.note("encoding", writer.getEncoding());
            scene.note("size before flushing", file.length());
            writer.flush();
            scene.note("size after flushing", file.length());
        }
        try (FileWriter writer = new FileWriter(file, StandardCharsets.UTF_8, true)) {
            writer.append("drei");
        }
        try (FileReader reader = new FileReader(file, StandardCharsets.UTF_8)) {
            scene.note("ready", reader.ready());
            scene.tell("character", reader::read);
            scene.tell("skip", () -> reader.skip(2));
            scene.tell("next", () -> (char) reader.read());
        }
        try (BufferedWriter writer = new BufferedWriter(new FileWriter(file, StandardCharsets.ISO_8859_1))) {
            writer.write("\u00fc".repeat(9000));
        }
        scene.note("size", file.length());
        try (BufferedReader reader = new BufferedReader(new FileReader(file, StandardCharsets.ISO_8859_1))) {
            scene.tell("line", () -> reader.readLine().length());
            scene.tell("end", reader::readLine);
        }
    }

    private static void scanner(Scene scene) throws Exception {
        Path path = scene.text("text", "12 abc 3.5\nnext line\n" + "word ".repeat(3000));
        try (Scanner scanner = new Scanner(path.toFile(), StandardCharsets.UTF_8).useLocale(java.util.Locale.ROOT)) {
            scene.tell("int", scanner::nextInt);
            scene.tell("word", scanner::next);
            scene.tell("double", scanner::nextDouble);
            scene.tell("rest", scanner::nextLine);
            scene.tell("line", scanner::nextLine);
            scene.tell("words", () -> scanner.tokens().count());
            scene.note("failure", scanner.ioException());
        }
        try (Scanner scanner = new Scanner(path, StandardCharsets.UTF_8)) {
            scene.tell("found", () -> scanner.findWithinHorizon("n[a-z]+t", 0));
        }
    }

    private static void print(Scene scene) throws Exception {
        File file = scene.file("text");
        try (PrintWriter writer = new PrintWriter(file, StandardCharsets.UTF_8)) {
            writer.printf("%05d %s%n", 42, "\u20ac");
            writer.print(true);
            scene.note("error", writer.checkError());
        }
        scene.tell("by a writer", () -> Files.readString(file.toPath()));
        try (PrintStream stream = new PrintStream(file, StandardCharsets.UTF_8)) {
            stream.println(3.5);
            stream.write('x');
        }
        scene.tell("by a stream", () -> Files.readString(file.toPath()));
        try (Formatter formatter = new Formatter(file, StandardCharsets.UTF_8, java.util.Locale.ROOT)) {
            formatter.format("%.3f", Math.E);
            scene.note("failure", formatter.ioException());
        }
        scene.tell("by a formatter", () -> Files.readString(file.toPath()));
        PrintWriter full = new PrintWriter(new File("/dev/full"), StandardCharsets.UTF_8);
        full.print("x".repeat(20_000));
        scene.note("error of a full device", full.checkError());
    }

    private static void objects(Scene scene) throws Exception {
        File file = scene.file("objects");
        try (ObjectOutputStream out = new ObjectOutputStream(new FileOutputStream(file))) {
            out.writeObject(new ArrayList<>(List.of("one", 2, 3.0)));
            out.writeObject(new TreeMap<>(Map.of("key", new int[] {1, 2, 3})));
        }
        scene.note("size", file.length());
        try (ObjectInputStream in = new ObjectInputStream(new FileInputStream(file))) {
            scene.tell("first", in::readObject);
            scene.tell("second", () -> ((TreeMap<?, ?>) in.readObject()).keySet());
            scene.tell("end", in::readObject);
        }
        scene.tell(
                "no objects",
                () -> new ObjectInputStream(
                        new FileInputStream(scene.text("text", "none").toFile())));
    }

    private static void wrappedStreams(Scene scene) throws Exception {
        File file = scene.file("data");
        try (DataOutputStream out = new DataOutputStream(new FileOutputStream(file))) {
            out.writeInt(7);
            out.writeUTF("gr\u00fcn");
            out.writeDouble(0.5);
            scene.note("written", out.size());
        }
        try (DataInputStream in = new DataInputStream(new FileInputStream(file))) {
            scene.tell("int", in::readInt);
            scene.tell("text", in::readUTF);
            scene.tell("double", in::readDouble);
            scene.tell("end", in::readByte);
        }
        File one = scene.text("one", "a\nb\n").toFile();
        File two = scene.text("two", "c\nd").toFile();
        try (SequenceInputStream in = new SequenceInputStream(new FileInputStream(one), new FileInputStream(two))) {
            scene.tell("sequence", in::readAllBytes);
        }
        try (PushbackInputStream in = new PushbackInputStream(new FileInputStream(one))) {
            in.unread(in.read());
            scene.tell("pushed back", in::readAllBytes);
        }
        try (LineNumberReader reader = new LineNumberReader(new FileReader(one, StandardCharsets.UTF_8))) {
            reader.readLine();
            reader.readLine();
            scene.note("lines", reader.getLineNumber());
        }
    }

    private static void properties(Scene scene) throws Exception {
        Path path = scene.text("in.properties", "b = 2\na:1\n# comment\nlong = one \\\n  two\n");
        Properties properties = new Properties();
        try (FileInputStream in = new FileInputStream(path.toFile())) {
            properties.load(in);
        }
        scene.note("read", properties);
        try (FileOutputStream out = new FileOutputStream(scene.file("out.xml"))) {
            properties.storeToXML(out, "comment");
        }
        Properties again = new Properties();
        try (FileInputStream in = new FileInputStream(scene.file("out.xml"))) {
            again.loadFromXML(in);
        }
        scene.note("equal", again.equals(properties));
    }

    /** It keeps a lock file beside each log. */
    private static void logging(Scene scene) throws Exception {
        String pattern = scene.folder() + "/app%u.%g.log";
        FileHandler one = handler(pattern);
        FileHandler other = handler(pattern);
        scene.note("with locks", DirectoryGroups.names(scene.folder()));
        for (int i = 0; i < 5; i++) {
            one.publish(record("a message that takes some room " + i));
        }
        other.publish(record("of the other"));
        one.close();
        other.close();
        scene.note("files", DirectoryGroups.tree(scene.folder()));
        scene.tell("other's", () -> Files.readString(scene.path("app1.0.log")));
    }

    private static FileHandler handler(String pattern) throws Exception {
        FileHandler handler = new FileHandler(pattern, 100, 2, false);
        handler.setFormatter(new SimpleFormatter() {
            @Override
            public String format(LogRecord entry) {
                return entry.getMessage() + "\n";
            }
        });
        return handler;
    }

    private static LogRecord record(String message) {
        return new LogRecord(Level.INFO, message);
    }

    private static void xml(Scene scene) throws Exception {
        scene.text("part.ent", "from a part");
        Path path = scene.text("doc.xml", "<!DOCTYPE d [<!ENTITY part SYSTEM 'part.ent'>]><d><e a='1'>&part;</e></d>");
        var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        scene.tell(
                "content",
                () -> builder.parse(path.toFile()).getDocumentElement().getTextContent());
        scene.tell("missing", () -> builder.parse(scene.file("missing.xml")));
    }

    private static void keyStore(Scene scene) throws Exception {
        char[] password = "battery".toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        try (FileOutputStream out = new FileOutputStream(scene.file("keys.p12"))) {
            store.store(out, password);
        }
        scene.tell(
                "read",
                () -> KeyStore.getInstance(scene.file("keys.p12"), password).size());
        scene.tell(
                "wrong password",
                () -> KeyStore.getInstance(scene.file("keys.p12"), new char[] {'x'})
                        .size());
        // Its salt is random.
        Files.delete(scene.path("keys.p12"));
    }
}
