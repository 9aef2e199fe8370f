package cc.fs.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.fs.mount.CachePolicy;
import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.NioFileService;
import cc.fs.service.OpenFile;
import cc.fs.service.OpenFlags;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.FilesHello;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of open files when a connection breaks, or a proxy is started anew. */
class BrokenLinkTest {
    private static final int READ_WRITE = OpenFlags.READ | OpenFlags.WRITE;

    @TempDir
    Path folder;

    private TestMachine machine;

    @BeforeEach
    void begin() throws IOException {
        folder = folder.toRealPath();
        machine = new TestMachine();
    }

    @AfterEach
    void end() throws IOException {
        machine.close();
    }

    @Test
    void callsWaitForAMachineThatComesBack() throws Exception {
        FileService files = machine.files(CachePolicy.CLOSE_TO_OPEN);
        OpenFile file = files.open(name("a"), READ_WRITE | OpenFlags.CREATE_NEW, 0666);
        machine.setReachable(false);
        CompletableFuture<Long> size = CompletableFuture.supplyAsync(() -> {
            try {
                file.write(0, "hello".getBytes(UTF_8), 0, 5);
                file.force(false);
                return file.size();
            } catch (FileFault e) {
                throw new AssertionError(e);
            }
        });
        machine.setReachable(true);
        assertThat(size.get()).isEqualTo(5);
        file.close();
    }

    @Test
    void impatientCallsFailAndNameTheMachine() throws IOException {
        FileService files = machine.link(Duration.ofMillis(50)).files(CachePolicy.CLOSE_TO_OPEN);
        OpenFile file = openAtLast(files);
        machine.setReachable(false);
        assertThatThrownBy(() -> file.setSize(1))
                .isInstanceOf(FileFault.class)
                .hasMessageContaining("testbox")
                .hasMessageContaining("no way there");
        assertThatThrownBy(() -> file.force(true)).hasMessageContaining("testbox");
        assertThatThrownBy(() -> files.attributes(name("a"), true)).hasMessageContaining("testbox");
        machine.setReachable(true);
        // What was open stays lost; what is asked anew is answered.
        openAtLast(files).close();
        assertThatThrownBy(file::size).hasMessageContaining("testbox");
        file.close();
        Awaitility.await()
                .until(() -> machine.proxy().figures().stream()
                        .allMatch(session -> session.open().isEmpty()));
    }

    @Test
    void lateWritesThatNeverArriveAreReportedOnce() throws IOException {
        FileService files = machine.link(Duration.ofMillis(50)).files(CachePolicy.CLOSE_TO_OPEN);
        OpenFile file = openAtLast(files);
        machine.setReachable(false);
        file.write(0, new byte[1000], 0, 1000);
        assertThatThrownBy(file::close).hasMessageContaining("testbox");
        file.close();
    }

    @Test
    void aNewProxyGetsTheLocksBack() throws IOException {
        OpenFile mine =
                machine.files(CachePolicy.CLOSE_TO_OPEN).open(name("a"), READ_WRITE | OpenFlags.CREATE_NEW, 0666);
        OpenFile other = machine.files(CachePolicy.CLOSE_TO_OPEN).open(name("a"), READ_WRITE, 0);
        assertThat(mine.lock(0, 10, false, false)).isTrue();
        machine.restartProxy();
        // The new proxy knows of it when it has answered its owner.
        mine.write(0, new byte[3], 0, 3);
        mine.force(false);
        assertThat(other.lock(0, 10, false, false)).isFalse();
        mine.unlock(0, 10);
        assertThat(other.lock(0, 10, false, false)).isTrue();
        mine.close();
        other.close();
    }

    @Test
    void aLostLockIsTold() throws IOException {
        OpenFile mine =
                machine.files(CachePolicy.CLOSE_TO_OPEN).open(name("a"), READ_WRITE | OpenFlags.CREATE_NEW, 0666);
        assertThat(mine.lock(0, 10, false, false)).isTrue();
        machine.setReachable(false);
        machine.restartProxy();
        try (NioFileService local = new NioFileService(FileSystems.getDefault());
                OpenFile thief = local.open(name("a"), READ_WRITE, 0)) {
            assertThat(thief.lock(0, 10, false, false)).isTrue();
            machine.setReachable(true);
            assertThatThrownBy(() -> mine.force(false)).hasMessageContaining("lock");
        }
        mine.close();
    }

    @Test
    void anotherFileOfTheSameNameIsNotTakenForIt() throws IOException {
        OpenFile file =
                machine.files(CachePolicy.CLOSE_TO_OPEN).open(name("a"), READ_WRITE | OpenFlags.CREATE_NEW, 0666);
        machine.setReachable(false);
        machine.restartProxy();
        Files.move(
                Files.writeString(folder.resolve("b"), "other"),
                folder.resolve("a"),
                StandardCopyOption.REPLACE_EXISTING);
        machine.setReachable(true);
        assertThatThrownBy(() -> file.read(0, new byte[1], 0, 1))
                .isInstanceOfSatisfying(
                        FileFault.class, fault -> assertThat(fault.errno()).isEqualTo(Errno.ESTALE));
        file.close();
    }

    @Test
    void whatMayBeDoneOnlyOnceIsDoneOnce() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random fate = new Random(seed);
        machine.budgets = () -> 200 + fate.nextInt(3000);
        machine.restarts = () -> fate.nextInt(3) == 0;
        FileService files = machine.files(CachePolicy.CLOSE_TO_OPEN);
        StringBuilder expected = new StringBuilder();
        OpenFile log = files.open(name("log"), OpenFlags.APPEND | OpenFlags.CREATE_NEW, 0666);
        for (int i = 0; i < 200; i++) {
            String dir = name("d" + i);
            files.createDirectory(dir, 0777);
            files.open(dir + "/f", OpenFlags.WRITE | OpenFlags.CREATE_NEW, 0666).close();
            files.createLink(dir + "/h", dir + "/f");
            files.createSymbolicLink(dir + "/s", "f");
            files.rename(dir + "/f", dir + "/g");
            files.delete(dir + "/h");
            String line = "line " + i + " of " + seed + "\n";
            expected.append(line);
            assertThat(log.append(line.getBytes(UTF_8), 0, line.length())).isEqualTo(expected.length());
            files.delete(dir + "/g");
            files.delete(dir + "/s");
            files.delete(dir);
        }
        log.close();
        assertThat(folder.resolve("log")).hasContent(expected.toString());
        assertThat(folder).isDirectoryNotContaining(path -> Files.isDirectory(path));
    }

    @Test
    void listingsGoOnWithoutTellingTwice() throws IOException {
        for (int i = 0; i < 3000; i++) {
            Files.createFile(folder.resolve("file " + i));
        }
        FileService files = machine.files(CachePolicy.CLOSE_TO_OPEN);
        List<String> told = new ArrayList<>();
        try (FileService.Listing listing = files.list(folder.toString())) {
            while (listing.hasNext()) {
                told.add(listing.next().name());
                if (told.size() == 1500) {
                    machine.restartProxy();
                }
            }
        }
        assertThat(told).hasSize(3000).doesNotHaveDuplicates();
    }

    @Test
    void sessionsThatDoNotComeBackEnd() throws Exception {
        machine.close();
        machine = new TestMachine(() -> new NioFileService(FileSystems.getDefault()), Duration.ofMillis(20));
        FilesLink link = machine.link();
        OpenFile file = link.files(CachePolicy.CLOSE_TO_OPEN).open(name("a"), READ_WRITE | OpenFlags.CREATE_NEW, 0666);
        assertThat(file.lock(0, 1, false, false)).isTrue();
        link.close();
        Awaitility.await().until(() -> machine.proxy().figures().isEmpty());
        try (OpenFile other = machine.files(CachePolicy.NONE).open(name("a"), READ_WRITE, 0)) {
            assertThat(other.lock(0, 1, false, false)).isTrue();
        }
    }

    @Test
    void anApplicationThatHasEndedKeepsNothing() throws Exception {
        FilesHello hello = TestMachine.hello();
        FilesLink link = new FilesLink("testbox", hello, machine::dial, TestMachine.PATIENCE);
        OpenFile file = link.files(CachePolicy.CLOSE_TO_OPEN).open(name("a"), READ_WRITE | OpenFlags.CREATE_NEW, 0666);
        file.write(0, "last words".getBytes(UTF_8), 0, 10);
        link.close();
        FrameChannel last = machine.dial(hello.toBuilder().setOver(true).build());
        assertThat(last.read(1)).isNull();
        assertThat(machine.proxy().figures()).isEmpty();
    }

    @Test
    void waitingForALockGoesOnAtANewProxy() throws IOException, InterruptedException, ExecutionException {
        try (NioFileService local = new NioFileService(FileSystems.getDefault())) {
            OpenFile holder = local.open(name("a"), READ_WRITE | OpenFlags.CREATE_NEW, 0666);
            assertThat(holder.lock(0, 1, false, false)).isTrue();
            OpenFile waiting = machine.files(CachePolicy.CLOSE_TO_OPEN).open(name("a"), READ_WRITE, 0);
            CompletableFuture<Boolean> locked = CompletableFuture.supplyAsync(() -> {
                try {
                    return waiting.lock(0, 1, false, true);
                } catch (FileFault e) {
                    throw new AssertionError(e);
                }
            });
            waiting.size();
            machine.restartProxy();
            waiting.force(false);
            assertThat(locked).isNotDone();
            holder.close();
            assertThat(locked.get()).isTrue();
            waiting.close();
        }
    }

    /** By a link that may be too impatient for a machine that is busy. */
    private OpenFile openAtLast(FileService files) {
        return Awaitility.await()
                .ignoreExceptions()
                .until(() -> files.open(name("a"), READ_WRITE | OpenFlags.CREATE, 0666), file -> true);
    }

    private String name(String relative) {
        return folder + "/" + relative;
    }
}
