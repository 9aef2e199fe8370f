package cc.fs.program;

import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** A plain program that does one thing after the other with files, and says a line about each. */
final class Probe {
    private Probe() {}

    /** @param arguments each {@code WHAT:PATH}, or {@code WHAT:PATH:TEXT} */
    public static void main(String[] arguments) {
        for (String argument : arguments) {
            String[] words = argument.split(":", 3);
            String said;
            try {
                said = run(words[0], words[1], words.length > 2 ? words[2] : "");
            } catch (Exception e) {
                said = e.getClass().getSimpleName() + " " + e.getMessage();
            }
            System.out.println(words[0] + " " + words[1] + ": " + said);
        }
    }

    private static String run(String what, String name, String text) throws Exception {
        Path path = Path.of(name);
        File file = new File(name);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return switch (what) {
            case "read" -> Files.readString(path);
            case "stream" -> {
                try (FileInputStream in = new FileInputStream(file)) {
                    yield new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
            case "write" -> {
                Files.write(path, bytes);
                yield "done";
            }
            case "output" -> {
                try (FileOutputStream out = new FileOutputStream(file)) {
                    out.write(bytes);
                }
                yield "done";
            }
            case "random" -> {
                try (RandomAccessFile random = new RandomAccessFile(file, text)) {
                    yield random.readLine();
                }
            }
            case "exists" -> Files.exists(path) + " " + file.exists();
            case "may" -> (file.canRead() ? "r" : "-") + (file.canWrite() ? "w" : "-");
            case "list" -> sorted(path);
            case "names" -> {
                String[] names = file.list();
                if (names != null) {
                    Arrays.sort(names);
                }
                yield Arrays.toString(names);
            }
            case "delete" -> {
                Files.delete(path);
                yield "done";
            }
            case "folder" -> {
                Files.createDirectory(path);
                yield "done";
            }
            case "folders" -> {
                Files.createDirectories(path);
                yield "done";
            }
            case "link" -> {
                Files.createSymbolicLink(path, Path.of(text));
                yield "done";
            }
            case "move" -> {
                Files.move(path, Path.of(text));
                yield "done";
            }
            case "copy" -> {
                Files.copy(path, Path.of(text));
                yield "done";
            }
            case "real" -> path.toRealPath() + " " + file.getCanonicalPath();
            case "temp" -> {
                File made = File.createTempFile("probe", ".tmp");
                Files.writeString(made.toPath(), text);
                yield made.getParent() + " " + Files.readString(made.toPath());
            }
            case "random-number" -> String.valueOf(new java.security.SecureRandom().nextLong() != 0);
            case "zone" -> java.time.ZoneId.systemDefault().toString();
            case "class" -> Class.forName(name).getSimpleName();
            case "hold" -> {
                try (RandomAccessFile random = new RandomAccessFile(file, "rw")) {
                    String line = random.readLine();
                    random.write(new byte[1000]);
                    awaitFile(Path.of(text));
                    yield line;
                }
            }
            default -> throw new IOException("what is " + what + "?");
        };
    }

    /** Whoever started this says when it may go on. */
    private static void awaitFile(Path path) throws InterruptedException {
        while (!Files.exists(path)) {
            Thread.sleep(20);
        }
    }

    private static String sorted(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString())
                    .sorted()
                    .toList()
                    .toString();
        }
    }
}
