package cc.fs.battery;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Several threads at one file, and threads that are interrupted. */
final class ConcurrencyGroups {
    private static final int THREADS = 6;
    private static final int RECORDS = 150;

    private ConcurrencyGroups() {}

    static void addTo(Groups groups) {
        groups.add("threads.append-streams", ConcurrencyGroups::appendStreams);
        groups.add("threads.append-channels", ConcurrencyGroups::appendChannels);
        groups.add("threads.one-channel", ConcurrencyGroups::oneChannel);
        groups.add("threads.create-new", ConcurrencyGroups::createNew);
        groups.add("threads.interrupted-read", ConcurrencyGroups::interruptedRead);
        groups.add("threads.interrupted-others", ConcurrencyGroups::interruptedOthers);
        groups.add("threads.interrupted-stream", ConcurrencyGroups::interruptedStream);
    }

    /** What a thread with a number does. */
    private interface Task {
        void run(int thread) throws Exception;
    }

    private static void together(Scene scene, Task task) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int number = i;
            threads.add(new Thread(() -> {
                try {
                    task.run(number);
                } catch (Exception e) {
                    scene.note("thread " + number, e);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private static byte[] record(int thread) {
        return (String.valueOf((char) ('a' + thread)).repeat(40 + thread) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void tellRecords(Scene scene, Path path) throws Exception {
        TreeMap<String, Integer> counts = new TreeMap<>();
        for (String line : Files.readAllLines(path)) {
            counts.merge(line, 1, Integer::sum);
        }
        scene.note("whole records", counts.values());
        scene.note("size", Files.size(path));
    }

    /** The order in which threads have written is another one each time. */
    private static void forget(Path path) throws IOException {
        Files.delete(path);
    }

    private static void appendStreams(Scene scene) throws Exception {
        Path path = scene.path("log");
        together(scene, thread -> {
            try (FileOutputStream out = new FileOutputStream(path.toFile(), true)) {
                for (int i = 0; i < RECORDS; i++) {
                    out.write(record(thread));
                }
            }
        });
        tellRecords(scene, path);
        forget(path);
    }

    private static void appendChannels(Scene scene) throws Exception {
        Path path = scene.path("log");
        together(scene, thread -> {
            for (int i = 0; i < RECORDS; i++) {
                try (FileChannel channel = FileChannel.open(path, CREATE, APPEND)) {
                    channel.write(ByteBuffer.wrap(record(thread)));
                }
            }
        });
        tellRecords(scene, path);
        forget(path);
    }

    private static void oneChannel(Scene scene) throws Exception {
        Path path = scene.path("shared");
        try (FileChannel channel = FileChannel.open(path, CREATE, READ, WRITE)) {
            together(scene, thread -> {
                for (int i = 0; i < RECORDS; i++) {
                    channel.write(ByteBuffer.wrap(record(thread)));
                }
            });
            tellRecords(scene, path);
            together(scene, thread -> {
                for (int i = thread; i < 1000; i += THREADS) {
                    channel.write(ByteBuffer.allocate(4).putInt(i).flip(), 4L * i);
                }
            });
            ByteBuffer all = ByteBuffer.allocate(4000);
            channel.read(all, 0);
            all.flip();
            boolean right = true;
            for (int i = 0; i < 1000; i++) {
                right &= all.getInt() == i;
            }
            scene.note("positioned writes are right", right);
        }
        forget(path);
    }

    private static void createNew(Scene scene) throws Exception {
        List<String> won = new ArrayList<>();
        together(scene, thread -> {
            for (int i = 0; i < 20; i++) {
                if (scene.file("file" + i).createNewFile()) {
                    synchronized (won) {
                        won.add("file" + i);
                    }
                }
            }
        });
        won.sort(null);
        scene.note("each was made once", won);
    }

    private static void interruptedRead(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        FileChannel channel = FileChannel.open(path, READ);
        FileChannel other = FileChannel.open(path, READ);
        Thread.currentThread().interrupt();
        scene.tell("read", () -> channel.read(ByteBuffer.allocate(4)));
        scene.note("still interrupted", Thread.interrupted());
        scene.note("open", channel.isOpen());
        scene.tell("read again", () -> channel.read(ByteBuffer.allocate(4)));
        scene.tell("another channel", () -> other.read(ByteBuffer.allocate(4)));
        other.close();
        scene.tell("by name", () -> Files.readString(path));
    }

    private static void interruptedOthers(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        interrupted(scene, path, "write", channel -> channel.write(ByteBuffer.allocate(4)));
        interrupted(scene, path, "positioned read", channel -> channel.read(ByteBuffer.allocate(4), 3));
        interrupted(scene, path, "positioned write", channel -> channel.write(ByteBuffer.allocate(1), 3));
        interrupted(scene, path, "scatter", channel -> channel.read(new ByteBuffer[] {ByteBuffer.allocate(4)}));
        interrupted(scene, path, "size", FileChannel::size);
        interrupted(scene, path, "position", channel -> channel.position(2).position());
        interrupted(scene, path, "truncate", channel -> channel.truncate(8).size());
        interrupted(scene, path, "force", channel -> {
            channel.force(true);
            return "";
        });
        interrupted(scene, path, "lock", channel -> channel.lock().isValid());
        interrupted(scene, path, "try to lock", channel -> channel.tryLock().isValid());
        interrupted(
                scene,
                path,
                "map",
                channel -> channel.map(FileChannel.MapMode.READ_ONLY, 0, 4).capacity());
        scene.tell("Files.readString", () -> {
            Thread.currentThread().interrupt();
            return Files.readString(path).length();
        });
        scene.note("interrupted after that", Thread.interrupted());
        scene.tell("Files.write", () -> {
            Thread.currentThread().interrupt();
            return Files.writeString(path, "x");
        });
        scene.note("interrupted after writing", Thread.interrupted());
    }

    /** What is done to a channel. */
    private interface Use {
        Object of(FileChannel channel) throws Exception;
    }

    private static void interrupted(Scene scene, Path path, String what, Use use) throws Exception {
        try (FileChannel channel = FileChannel.open(path, READ, WRITE)) {
            Thread.currentThread().interrupt();
            scene.tell(what, () -> use.of(channel));
            scene.note(what + " leaves the interrupt", Thread.interrupted());
            scene.note(what + " leaves it open", channel.isOpen());
        }
    }

    private static void interruptedStream(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (FileInputStream in = new FileInputStream(path.toFile())) {
            Thread.currentThread().interrupt();
            scene.tell("read", in::read);
            scene.note("still interrupted", Thread.interrupted());
            scene.tell("rest", in::readAllBytes);
        }
        Thread.currentThread().interrupt();
        scene.note("exists", path.toFile().exists());
        scene.tell("size", () -> Files.size(path));
        scene.tell("list", () -> DirectoryGroups.names(scene.folder()));
        scene.act("delete", () -> Files.delete(path));
        scene.note("interrupted at the end", Thread.interrupted());
    }
}
