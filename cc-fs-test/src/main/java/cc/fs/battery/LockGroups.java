package cc.fs.battery;

import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;

/** Locks on files and parts of them. */
final class LockGroups {
    private LockGroups() {}

    static void addTo(Groups groups) {
        groups.add("lock.whole", LockGroups::whole);
        groups.add("lock.ranges", LockGroups::ranges);
        groups.add("lock.overlap", LockGroups::overlap);
        groups.add("lock.rights", LockGroups::rights);
        groups.add("lock.release", LockGroups::release);
        groups.add("lock.names", LockGroups::names);
        groups.add("lock.errors", LockGroups::errors);
        groups.add("lock.closing-another", LockGroups::closingAnother);
    }

    private static FileChannel open(Path path) throws java.io.IOException {
        return FileChannel.open(path, READ, WRITE);
    }

    private static void whole(Scene scene) throws Exception {
        try (FileChannel channel = open(scene.text("file", "0123456789"))) {
            try (FileLock lock = channel.lock()) {
                scene.note("lock", lock);
                scene.note("its channel", lock.channel() == channel);
                scene.note("acquired by it", lock.acquiredBy() == channel);
                scene.note("overlaps", lock.overlaps(100, 1));
                scene.tell("write when locked", () -> channel.write(ChannelGroups.bytes("x")));
            }
            scene.tell("again", () -> channel.tryLock().isValid());
        }
        try (RandomAccessFile file = new RandomAccessFile(scene.file("file"), "rw");
                FileLock lock = file.getChannel().tryLock()) {
            scene.note("by a RandomAccessFile", lock);
        }
        try (FileOutputStream out = new FileOutputStream(scene.file("file"));
                FileLock lock = out.getChannel().lock()) {
            scene.note("by an output", lock);
        }
    }

    private static void ranges(Scene scene) throws Exception {
        try (FileChannel channel = open(scene.text("file", "0123456789"))) {
            FileLock one = channel.lock(0, 4, false);
            FileLock two = channel.tryLock(4, 4, true);
            FileLock far = channel.lock(1L << 40, 10, false);
            scene.note("first", one);
            scene.note("second", two);
            scene.note("past the end", far);
            scene.note("overlap", one.overlaps(3, 1) + " " + one.overlaps(4, 1));
            scene.tell("size", channel::size);
            one.release();
            scene.tell("released range again", () -> channel.tryLock(1, 2, false));
            scene.tell("still held", () -> channel.tryLock(5, 1, false));
        }
    }

    private static void overlap(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (FileChannel channel = open(path);
                FileChannel other = open(path)) {
            FileLock lock = channel.lock(2, 6, true);
            scene.tell("lock", () -> channel.lock(0, 3, true));
            scene.tell("try to lock", () -> channel.tryLock(7, 3, true));
            scene.tell("lock by another channel", () -> other.lock(0, 3, true));
            scene.tell("try to lock by another channel", () -> other.tryLock());
            scene.tell(
                    "beside it by another channel",
                    () -> other.tryLock(8, 2, false).isValid());
            lock.release();
            scene.tell(
                    "by another channel when released",
                    () -> other.tryLock(0, 8, false).isValid());
        }
    }

    private static void rights(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (FileChannel reader = FileChannel.open(path, READ);
                FileChannel writer = FileChannel.open(path, WRITE)) {
            scene.tell("exclusive by a reader", reader::lock);
            scene.tell("exclusive try by a reader", reader::tryLock);
            scene.tell("shared by a writer", () -> writer.lock(0, 5, true));
            scene.tell("shared by a reader", () -> reader.lock(0, 5, true).isShared());
            scene.tell("exclusive by a writer", () -> writer.lock(5, 5, false).isShared());
        }
        try (FileInputStream in = new FileInputStream(path.toFile())) {
            scene.tell("exclusive by an input", () -> in.getChannel().tryLock());
        }
    }

    private static void release(Scene scene) throws Exception {
        FileChannel channel = open(scene.text("file", "0123456789"));
        FileLock lock = channel.lock();
        lock.release();
        scene.note("released", lock.isValid());
        scene.act("release again", lock::release);
        FileLock held = channel.lock(0, 4, true);
        channel.close();
        scene.note("valid when its channel is closed", held.isValid());
        scene.act("release when its channel is closed", held::release);
        scene.note("closed lock", held);
        try (FileChannel next = open(scene.path("file"))) {
            scene.tell("by the next one", () -> next.tryLock().isValid());
        }
    }

    private static void names(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        Files.createLink(scene.path("hard"), path);
        Files.createSymbolicLink(scene.path("soft"), path);
        try (FileChannel channel = open(path);
                FileChannel hard = open(scene.path("hard"));
                FileChannel soft = open(scene.path("soft"));
                FileChannel other = open(scene.text("other", "x"))) {
            FileLock lock = channel.lock();
            scene.tell("by a hard link", hard::tryLock);
            scene.tell("by a soft link", soft::tryLock);
            scene.tell("another file", () -> other.tryLock().isValid());
            Files.move(path, scene.path("renamed"));
            try (FileChannel renamed = open(scene.path("renamed"))) {
                scene.tell("by its new name", renamed::tryLock);
            }
            scene.note("still valid", lock.isValid());
        }
    }

    private static void errors(Scene scene) throws Exception {
        try (FileChannel channel = open(scene.text("file", "0123456789"))) {
            scene.tell("negative place", () -> channel.lock(-1, 4, false));
            scene.tell("negative size", () -> channel.lock(0, -4, false));
            scene.tell("overflow", () -> channel.lock(Long.MAX_VALUE, 4, false));
            scene.tell("no size", () -> channel.lock(0, 0, false));
            scene.tell("negative try", () -> channel.tryLock(-1, 4, false));
        }
    }

    /** POSIX drops a process's locks on a file when it closes any descriptor of it; the JDK's table does not show it. */
    private static void closingAnother(Scene scene) throws Exception {
        Path path = scene.text("file", "0123456789");
        try (FileChannel channel = open(path)) {
            FileLock lock = channel.lock();
            open(path).close();
            scene.note("valid", lock.isValid());
            try (FileChannel other = open(path)) {
                scene.tell("by another channel", other::tryLock);
            }
        }
    }
}
