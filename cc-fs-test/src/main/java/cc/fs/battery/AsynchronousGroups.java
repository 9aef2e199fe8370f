package cc.fs.battery;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** AsynchronousFileChannel. */
final class AsynchronousGroups {
    private AsynchronousGroups() {}

    static void addTo(Groups groups) {
        groups.add("async.read-write", AsynchronousGroups::readWrite);
        groups.add("async.handlers", AsynchronousGroups::handlers);
        groups.add("async.many", AsynchronousGroups::many);
        groups.add("async.size", AsynchronousGroups::size);
        groups.add("async.lock", AsynchronousGroups::lock);
        groups.add("async.errors", AsynchronousGroups::errors);
    }

    private static AsynchronousFileChannel open(Path path) throws java.io.IOException {
        return AsynchronousFileChannel.open(path, READ, WRITE, CREATE);
    }

    private static void readWrite(Scene scene) throws Exception {
        Path path = scene.path("file");
        try (AsynchronousFileChannel channel = open(path)) {
            scene.tell(
                    "write",
                    () -> channel.write(ChannelGroups.bytes("0123456789"), 2).get());
            ByteBuffer buffer = ByteBuffer.allocate(4);
            scene.tell("read", () -> channel.read(buffer, 1).get());
            scene.note("content", buffer.flip());
            ByteBuffer direct = ByteBuffer.allocateDirect(40);
            scene.tell("read over the end", () -> channel.read(direct, 8).get());
            scene.note("content at the end", direct.flip());
            scene.tell(
                    "read at the end",
                    () -> channel.read(ByteBuffer.allocate(4), 12).get());
            scene.tell(
                    "read into a full buffer",
                    () -> channel.read(ByteBuffer.allocate(0), 0).get());
            scene.tell("size", channel::size);
        }
        scene.tell("content by name", () -> Files.readAllBytes(path));
    }

    /** Puts what a handler is told into a future. */
    private static final class Telling<R> implements CompletionHandler<R, String> {
        private final CompletableFuture<String> told = new CompletableFuture<>();

        @Override
        public void completed(R result, String attachment) {
            told.complete(attachment + " " + (result instanceof FileLock ? "locked" : result));
        }

        @Override
        public void failed(Throwable failure, String attachment) {
            told.complete(attachment + " " + failure);
        }
    }

    private static void handlers(Scene scene) throws Exception {
        AsynchronousFileChannel channel = open(scene.text("file", "0123456789"));
        Telling<Integer> read = new Telling<>();
        channel.read(ByteBuffer.allocate(4), 3, "read", read);
        scene.tell("read", read.told::get);
        Telling<Integer> end = new Telling<>();
        channel.read(ByteBuffer.allocate(4), 30, "end", end);
        scene.tell("end", end.told::get);
        Telling<Integer> write = new Telling<>();
        channel.write(ChannelGroups.bytes("abc"), 10, "write", write);
        scene.tell("write", write.told::get);
        Telling<FileLock> lock = new Telling<>();
        channel.lock(0, 5, false, "lock", lock);
        scene.tell("lock", lock.told::get);
        Telling<FileLock> overlap = new Telling<>();
        scene.act("overlapping lock", () -> channel.lock(2, 5, false, "overlap", overlap));
        channel.close();
        Telling<Integer> closed = new Telling<>();
        channel.read(ByteBuffer.allocate(4), 3, "closed", closed);
        scene.tell("closed", closed.told::get);
    }

    private static void many(Scene scene) throws Exception {
        Path path = scene.path("file");
        int blocks = 64;
        int size = 10_000;
        try (AsynchronousFileChannel channel = open(path)) {
            List<Future<Integer>> writes = new ArrayList<>();
            for (int i = 0; i < blocks; i++) {
                byte[] block = new byte[size];
                java.util.Arrays.fill(block, (byte) i);
                writes.add(channel.write(ByteBuffer.wrap(block), (long) i * size));
            }
            long written = 0;
            for (Future<Integer> write : writes) {
                written += write.get();
            }
            scene.note("written", written);
            List<ByteBuffer> buffers = new ArrayList<>();
            List<Future<Integer>> reads = new ArrayList<>();
            for (int i = 0; i < blocks; i++) {
                buffers.add(ByteBuffer.allocate(size));
                reads.add(channel.read(buffers.get(i), (long) i * size));
            }
            long sum = 0;
            for (int i = 0; i < blocks; i++) {
                sum += reads.get(i).get() * (long) buffers.get(i).get(size - 1);
            }
            scene.note("sum", sum);
        }
        scene.tell("content", () -> Files.readAllBytes(path));
    }

    private static void size(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (AsynchronousFileChannel channel = open(path)) {
            scene.tell("truncate", () -> channel.truncate(4).size());
            scene.tell("truncate to more", () -> channel.truncate(40).size());
            scene.tell("truncate to a negative size", () -> channel.truncate(-4));
            scene.act("force", () -> channel.force(true));
            scene.tell("by name", () -> Files.size(path));
        }
        Path gone = scene.path("gone");
        try (AsynchronousFileChannel channel = AsynchronousFileChannel.open(gone, WRITE, CREATE, DELETE_ON_CLOSE)) {
            scene.tell(
                    "write", () -> channel.write(ChannelGroups.bytes("abc"), 0).get());
        }
        scene.note("deleted on close", Files.notExists(gone));
    }

    private static void lock(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (AsynchronousFileChannel channel = open(path);
                AsynchronousFileChannel other = open(path)) {
            FileLock lock = channel.lock(2, 4, false).get();
            scene.note("lock", lock.isValid() + " " + lock.position() + " " + lock.size() + " " + lock.isShared());
            scene.tell("overlapping", () -> channel.lock(3, 1, false).get());
            scene.tell("overlapping of another channel", () -> other.tryLock(0, 9, false));
            scene.tell("beside it", () -> other.tryLock(6, 4, true).isShared());
            lock.release();
            scene.note("released", lock.isValid());
            scene.tell("again", () -> other.tryLock(2, 4, false).isValid());
        }
        try (AsynchronousFileChannel reader = AsynchronousFileChannel.open(path, READ)) {
            scene.tell("exclusive by a reader", reader::tryLock);
            scene.tell("shared by a reader", () -> reader.tryLock(0, 5, true).isValid());
        }
    }

    private static void errors(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        scene.tell("append", () -> AsynchronousFileChannel.open(path, APPEND));
        scene.tell("missing", () -> AsynchronousFileChannel.open(scene.path("missing"), READ));
        scene.tell("a folder to write", () -> AsynchronousFileChannel.open(scene.folder(), WRITE));
        try (AsynchronousFileChannel reader = AsynchronousFileChannel.open(path, READ);
                AsynchronousFileChannel writer = AsynchronousFileChannel.open(path, WRITE)) {
            scene.tell(
                    "write to a reader",
                    () -> reader.write(ByteBuffer.allocate(1), 0).get());
            scene.tell(
                    "read from a writer",
                    () -> writer.read(ByteBuffer.allocate(1), 0).get());
            scene.tell("truncate a reader", () -> reader.truncate(1));
            scene.tell(
                    "read at a negative place",
                    () -> reader.read(ByteBuffer.allocate(1), -1).get());
            scene.tell(
                    "read into a read-only buffer",
                    () -> reader.read(ByteBuffer.allocate(1).asReadOnlyBuffer(), 0)
                            .get());
        }
        AsynchronousFileChannel closed = open(path);
        closed.close();
        scene.tell(
                "read when closed", () -> closed.read(ByteBuffer.allocate(1), 0).get());
        scene.tell(
                "write when closed",
                () -> closed.write(ByteBuffer.allocate(1), 0).get());
        scene.tell("size when closed", closed::size);
        scene.tell("lock when closed", () -> closed.lock().get());
        scene.tell("try to lock when closed", closed::tryLock);
    }
}
