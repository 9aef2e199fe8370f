package cc.fs.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every {@link FileService} over this machine's own file system has to do. */
public abstract class FileServiceContract {
    private static final int READ = OpenFlags.READ;
    private static final int WRITE = OpenFlags.WRITE;
    private static final int NEW = OpenFlags.READ | OpenFlags.WRITE | OpenFlags.CREATE_NEW;

    @TempDir
    protected Path folder;

    private FileService files;

    /** The one that is tested; whoever makes it ends it. */
    protected abstract FileService service() throws IOException;

    @BeforeEach
    void findService() throws IOException {
        folder = folder.toRealPath();
        files = service();
    }

    @Test
    void writesAndReads() throws IOException {
        try (OpenFile file = files.open(name("a"), NEW, 0666)) {
            byte[] text = "hello, world".getBytes(UTF_8);
            file.write(0, text, 0, text.length);
            file.write(7, text, 0, 5);
            assertThat(file.size()).isEqualTo(12);
            assertThat(text(file)).isEqualTo("hello, hello");
            assertThat(file.read(12, text, 0, 1)).isEqualTo(-1);
            assertThat(file.read(100, text, 0, 1)).isEqualTo(-1);
            assertThat(file.read(0, text, 0, 0)).isZero();
        }
        assertThat(folder.resolve("a")).hasContent("hello, hello");
    }

    @Test
    void writesMoreThanOneMessageTakes() throws IOException {
        byte[] bytes = new byte[(3 << 20) + 17];
        new java.util.Random(1).nextBytes(bytes);
        try (OpenFile file = files.open(name("big"), NEW, 0666)) {
            file.write(0, bytes, 0, bytes.length);
            byte[] back = new byte[bytes.length];
            for (int at = 0; at < back.length; ) {
                int got = file.read(at, back, at, back.length - at);
                assertThat(got).isPositive();
                at += got;
            }
            assertThat(Arrays.equals(bytes, back)).isTrue();
        }
        assertThat(Files.readAllBytes(folder.resolve("big"))).isEqualTo(bytes);
    }

    @Test
    void shortensAndExtends() throws IOException {
        try (OpenFile file = files.open(name("a"), NEW, 0666)) {
            file.write(0, "0123456789".getBytes(UTF_8), 0, 10);
            file.setSize(4);
            assertThat(text(file)).isEqualTo("0123");
            file.setSize(6);
            assertThat(text(file)).isEqualTo("0123\0\0");
            assertFault(Errno.EINVAL, () -> file.setSize(-1));
        }
    }

    @Test
    void appendsAndTellsWhereItEnded() throws IOException {
        Files.writeString(folder.resolve("log"), "one\n");
        try (OpenFile one = files.open(name("log"), OpenFlags.APPEND, 0666);
                OpenFile other = files.open(name("log"), OpenFlags.APPEND, 0666)) {
            assertThat(one.append("two\n".getBytes(UTF_8), 0, 4)).isEqualTo(8);
            assertThat(other.append("three\n".getBytes(UTF_8), 0, 6)).isEqualTo(14);
            assertThat(one.append("four\n".getBytes(UTF_8), 0, 5)).isEqualTo(19);
            assertThat(one.append(new byte[0], 0, 0)).isEqualTo(19);
        }
        assertThat(folder.resolve("log")).hasContent("one\ntwo\nthree\nfour\n");
    }

    @Test
    void seesItsOwnWritesByOtherOpenFilesAndByName() throws IOException {
        try (OpenFile writer = files.open(name("a"), NEW, 0666);
                OpenFile reader = files.open(name("a"), READ, 0)) {
            writer.write(0, "abc".getBytes(UTF_8), 0, 3);
            assertThat(text(reader)).isEqualTo("abc");
            writer.write(1, "x".getBytes(UTF_8), 0, 1);
            assertThat(text(reader)).isEqualTo("axc");
            writer.write(3, "def".getBytes(UTF_8), 0, 3);
            assertThat(files.attributes(name("a"), true).sizeBytes()).isEqualTo(6);
            writer.write(6, "g".getBytes(UTF_8), 0, 1);
            assertThat(reader.size()).isEqualTo(7);
            writer.write(7, "h".getBytes(UTF_8), 0, 1);
            try (FileService.Listing listing = files.list(folder.toString())) {
                assertThat(listing.next().attributes()).isNotNull().matches(attributes -> attributes.sizeBytes() == 8);
            }
        }
    }

    @Test
    void opensAsAsked() throws IOException {
        assertFault(Errno.ENOENT, () -> files.open(name("none"), READ, 0));
        files.open(name("a"), WRITE | OpenFlags.CREATE, 0640).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("a"))))
                .isEqualTo("rw-r-----");
        assertFault(Errno.EEXIST, () -> files.open(name("a"), NEW, 0666));
        Files.writeString(folder.resolve("a"), "content");
        files.open(name("a"), WRITE | OpenFlags.TRUNCATE, 0).close();
        assertThat(folder.resolve("a")).isEmptyFile();
        try (OpenFile file = files.open(name("a"), READ, 0)) {
            assertFault(Errno.EBADF, () -> {
                file.write(0, new byte[1], 0, 1);
                file.force(false);
            });
        }
        try (OpenFile file = files.open(name("a"), WRITE, 0)) {
            assertFault(Errno.EBADF, () -> file.read(0, new byte[1], 0, 1));
        }
        OpenFile gone = files.open(name("a"), READ | OpenFlags.DELETE_ON_CLOSE, 0);
        gone.close();
        assertThat(folder.resolve("a")).doesNotExist();
    }

    @Test
    void directoriesCanBeOpenedAndNotRead() throws IOException {
        try (OpenFile file = files.open(folder.toString(), READ, 0)) {
            assertThat(file.attributes().isDirectory()).isTrue();
            assertFault(Errno.EISDIR, () -> file.read(0, new byte[1], 0, 1));
        }
        assertFault(Errno.EISDIR, () -> files.open(folder.toString(), WRITE, 0));
    }

    @Test
    void specialFilesAreNotWaitedFor() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", name("pipe")).start().waitFor()).isZero();
        assertFault(Errno.ENXIO, () -> files.open(name("pipe"), READ, 0));
        assertFault(Errno.ENXIO, () -> files.open(name("pipe"), WRITE, 0));
    }

    @Test
    void tellsWhatStatTells() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "content");
        Files.setLastModifiedTime(file, FileTime.from(1_234_567_890_123_456_789L, TimeUnit.NANOSECONDS));
        Files.createLink(folder.resolve("b"), file);
        FileAttributes attributes = files.attributes(name("a"), true);
        assertThat(attributes.modifiedNanos()).isEqualTo(1_234_567_890_123_456_789L);
        assertThat(attributes.sizeBytes()).isEqualTo(7);
        assertThat(attributes.links()).isEqualTo(2);
        assertThat(attributes.isRegularFile()).isTrue();
        assertThat((Object) attributes.inode()).isEqualTo(Files.getAttribute(file, "unix:ino"));
        assertThat((Object) attributes.userId()).isEqualTo(Files.getAttribute(file, "unix:uid"));
        assertThat((Object) attributes.mode()).isEqualTo(Files.getAttribute(file, "unix:mode"));
        assertThat(attributes.user()).isEqualTo(Files.getOwner(file).getName());
        assertFault(Errno.ENOENT, () -> files.attributes(name("none"), true));
        assertFault(Errno.ENOTDIR, () -> files.attributes(name("a/b"), true));
        assertFault(Errno.ENOTDIR, () -> files.attributes(name("a/b/c"), true));
    }

    @Test
    void changesAttributes() throws IOException {
        Path file = Files.createFile(folder.resolve("a"));
        FileTime accessed =
                Files.readAttributes(file, BasicFileAttributes.class).lastAccessTime();
        files.change(name("a"), true, new AttributeChange(1_000_000_001L, null, 0751, null, null));
        FileAttributes changed = files.attributes(name("a"), true);
        assertThat(changed.modifiedNanos()).isEqualTo(1_000_000_001L);
        assertThat(changed.permissions()).isEqualTo(0751);
        assertThat(changed.accessedNanos()).isEqualTo(accessed.to(TimeUnit.NANOSECONDS));
        files.change(name("a"), true, new AttributeChange(null, 5L, null, changed.user(), "0"));
        assertThat(files.attributes(name("a"), true).accessedNanos()).isEqualTo(5);
        assertFault(
                Errno.EINVAL,
                () -> files.change(name("a"), true, new AttributeChange(null, null, null, "no such user", null)));
        try (OpenFile open = files.open(name("a"), WRITE, 0)) {
            open.change(new AttributeChange(7L, null, null, null, null));
            assertThat(open.attributes().modifiedNanos()).isEqualTo(7);
        }
    }

    @Test
    void namesComeAndGo() throws IOException {
        files.createDirectory(name("d"), 0700);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("d"))))
                .isEqualTo("rwx------");
        assertFault(Errno.EEXIST, () -> files.createDirectory(name("d"), 0700));
        Files.writeString(folder.resolve("d/a"), "a");
        assertFault(Errno.ENOTEMPTY, () -> files.delete(name("d")));
        files.createLink(name("d/b"), name("d/a"));
        files.rename(name("d/b"), name("c"));
        assertThat(folder.resolve("c")).hasContent("a");
        Files.writeString(folder.resolve("e"), "e");
        files.rename(name("e"), name("c"));
        assertThat(folder.resolve("c")).hasContent("e");
        assertFault(Errno.EISDIR, () -> files.rename(name("c"), name("d")));
        assertFault(Errno.ENOTDIR, () -> files.rename(name("d"), name("c")));
        files.delete(name("d/a"));
        files.delete(name("d"));
        assertFault(Errno.ENOENT, () -> files.delete(name("d")));
    }

    @Test
    void symbolicLinksAreToldAndNotFollowed() throws IOException {
        Path real = Files.createDirectories(folder.resolve("real/deep"));
        Files.writeString(real.resolve("f"), "f");
        files.createSymbolicLink(name("link"), "real/./deep");
        assertThat(files.readSymbolicLink(name("link"))).isEqualTo("real/./deep");
        assertThat(files.attributes(name("link"), false).isSymbolicLink()).isTrue();
        assertLeads(name("real/deep"), () -> files.attributes(name("link"), true));
        assertLeads(name("real/deep/f"), () -> files.attributes(name("link/f"), false));
        assertLeads(name("real/deep/f"), () -> files.open(name("link/f"), READ, 0));
        assertLeads(name("real/deep/x/y"), () -> files.delete(name("link/x/y")));
        assertLeads(name("real/deep"), () -> files.list(name("link")));
        assertLeads(name("real/deep/g"), () -> files.rename(name("real/deep/f"), name("link/g")));
        Files.createSymbolicLink(folder.resolve("file"), Path.of("real/deep/f"));
        assertLeads(name("real/deep/f"), () -> files.open(name("file"), READ, 0));
        assertFault(Errno.ELOOP, () -> files.open(name("file"), READ | OpenFlags.NOFOLLOW, 0));
        assertFault(Errno.EEXIST, () -> files.open(name("file"), NEW, 0666));
        Files.createSymbolicLink(folder.resolve("dangling"), Path.of("/nowhere/../else"));
        assertLeads("/else", () -> files.open(name("dangling"), WRITE | OpenFlags.CREATE, 0666));
        Files.createSymbolicLink(folder.resolve("real/up"), Path.of("../link/.."));
        assertLeads(name("real"), () -> files.attributes(name("real/up"), true));
        files.delete(name("link"));
        assertThat(folder.resolve("link")).doesNotExist();
        assertFault(Errno.EINVAL, () -> files.readSymbolicLink(name("real")));
    }

    @Test
    void listsWithAttributes() throws IOException {
        Set<String> expected = new HashSet<>();
        for (int i = 0; i < 2500; i++) {
            Files.createFile(folder.resolve("file " + i));
            expected.add("file " + i);
        }
        Set<String> told = new HashSet<>();
        try (FileService.Listing listing = files.list(folder.toString())) {
            while (listing.hasNext()) {
                DirectoryEntry entry = listing.next();
                assertThat(entry.attributes()).isNotNull().matches(FileAttributes::isRegularFile);
                assertThat(told.add(entry.name())).isTrue();
            }
        }
        assertThat(told).isEqualTo(expected);
        FileService.Listing half = files.list(folder.toString());
        half.next();
        half.close();
        assertFault(Errno.ENOTDIR, () -> files.list(name("file 1")));
    }

    @Test
    void knowsTheStoreAndUserAttributes() throws IOException {
        StoreFacts store = files.store(folder.toString());
        assertThat(store.type()).isEqualTo(Files.getFileStore(folder).type());
        assertThat(store.totalBytes()).isEqualTo(Files.getFileStore(folder).getTotalSpace());
        Files.createFile(folder.resolve("a"));
        if (Files.getFileStore(folder).supportsFileAttributeView("user")) {
            files.setUserAttribute(name("a"), true, "color", "blue".getBytes(UTF_8));
            assertThat(files.userAttributes(name("a"), true)).hasSize(1).containsKey("color");
            assertThat(files.userAttributes(name("a"), true))
                    .extracting(Map::values)
                    .satisfies(values -> assertThat(values).containsExactly("blue".getBytes(UTF_8)));
            files.setUserAttribute(name("a"), true, "color", null);
            assertThat(files.userAttributes(name("a"), true)).isEmpty();
        }
    }

    @Test
    void checksAccess() throws IOException {
        Files.createFile(folder.resolve("a"));
        files.checkAccess(name("a"), 0);
        files.checkAccess(name("a"), 4 | 2);
        assertFault(Errno.EACCES, () -> files.checkAccess(name("a"), 1));
        assertFault(Errno.ENOENT, () -> files.checkAccess(name("none"), 0));
    }

    @Test
    void impossibleNamesAreRefused() {
        assertFault(Errno.EINVAL, () -> files.attributes(name("nul\0inside"), true));
        assertFault(Errno.ENAMETOOLONG, () -> files.attributes(name("x".repeat(256)), true));
        assertFault(Errno.ENAMETOOLONG, () -> files.attributes(name("y/".repeat(2500) + "z"), true));
        assertFault(Errno.ENAMETOOLONG, () -> files.open(name("\u20ac".repeat(1500)), NEW, 0666));
    }

    @Test
    void locksExcludeOpenFilesOfThisMachine() throws Exception {
        try (OpenFile one = files.open(name("a"), NEW, 0666);
                OpenFile other = files.open(name("a"), READ | WRITE, 0)) {
            assertThat(one.lock(0, 10, true, false)).isTrue();
            assertThat(other.lock(5, 10, true, false)).isTrue();
            assertThat(other.lock(0, 1, false, false)).isFalse();
            one.unlock(0, 10);
            assertThat(one.lock(15, 5, false, false)).isTrue();
            assertThat(one.lock(5, 1, false, false)).isFalse();
            AtomicBoolean locked = new AtomicBoolean();
            Thread waiting = new Thread(() -> {
                try {
                    locked.set(one.lock(0, Long.MAX_VALUE, false, true));
                } catch (FileFault e) {
                    throw new AssertionError(e);
                }
            });
            one.unlock(15, 5);
            waiting.start();
            // Others are not kept from working on the same open file meanwhile.
            one.write(0, new byte[] {1}, 0, 1);
            assertThat(one.size()).isEqualTo(1);
            assertThat(locked).isFalse();
            other.unlock(5, 10);
            waiting.join();
            assertThat(locked).isTrue();
        }
    }

    @Test
    void closingLetsLocksGo() throws IOException {
        OpenFile one = files.open(name("a"), NEW, 0666);
        try (OpenFile other = files.open(name("a"), READ | WRITE, 0)) {
            assertThat(one.lock(0, 1, false, false)).isTrue();
            assertThat(other.lock(0, 1, false, false)).isFalse();
            one.close();
            assertThat(other.lock(0, 1, false, false)).isTrue();
        }
    }

    @Test
    void watchesDirectories() throws Exception {
        LinkedBlockingQueue<FileService.Change> heard = new LinkedBlockingQueue<>();
        Closeable watch = files.watch(folder.toString(), heard::addAll);
        Files.createFile(folder.resolve("new"));
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(heard).contains(new FileService.Change(FileService.Change.Kind.CREATED, "new")));
        Files.delete(folder.resolve("new"));
        Awaitility.await()
                .untilAsserted(() ->
                        assertThat(heard).contains(new FileService.Change(FileService.Change.Kind.DELETED, "new")));
        watch.close();
    }

    @Test
    void closedFilesAreOfNoUse() throws IOException {
        OpenFile file = files.open(name("a"), NEW, 0666);
        file.close();
        file.close();
        assertFault(Errno.EBADF, () -> file.read(0, new byte[1], 0, 1));
        assertFault(Errno.EBADF, file::size);
        assertFault(Errno.EBADF, () -> file.lock(0, 1, true, true));
    }

    protected String name(String relative) {
        return folder + "/" + relative;
    }

    protected static void assertFault(Errno errno, ThrowingCallable operation) {
        assertThatThrownBy(operation)
                .isInstanceOfSatisfying(
                        FileFault.class,
                        fault -> assertThat(fault.errno()).as(fault.toString()).isEqualTo(errno));
    }

    private static void assertLeads(String to, ThrowingCallable operation) {
        assertThatThrownBy(operation)
                .isInstanceOfSatisfying(
                        LinkFault.class,
                        fault -> assertThat(List.of(fault.leadsTo())).containsExactly(to));
    }

    /** All of a small file. */
    private static String text(OpenFile file) throws IOException {
        byte[] bytes = new byte[100];
        int got = file.read(0, bytes, 0, bytes.length);
        return new String(bytes, 0, Math.max(got, 0), UTF_8);
    }
}
