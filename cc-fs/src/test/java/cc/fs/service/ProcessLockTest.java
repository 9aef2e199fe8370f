package cc.fs.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Locks and another process of this machine exclude each other. */
class ProcessLockTest {
    private static final int READ_WRITE = OpenFlags.READ | OpenFlags.WRITE;

    @TempDir
    Path folder;

    private final NioFileService files = new NioFileService(FileSystems.getDefault());
    private String name;
    private Other other;

    @BeforeEach
    void begin() throws IOException {
        Path file = Files.write(folder.toRealPath().resolve("a"), new byte[100]);
        name = file.toString();
        other = new Other(file);
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        files.close();
        other.close();
    }

    @Test
    void whatIsLockedHereIsLockedThere() throws IOException {
        try (OpenFile one = files.open(name, READ_WRITE, 0);
                OpenFile two = files.open(name, READ_WRITE, 0)) {
            assertThat(one.lock(0, 20, true, false)).isTrue();
            assertThat(two.lock(10, 20, true, false)).isTrue();
            assertThat(other.tryLock(5, 1)).isFalse();
            assertThat(other.tryLock(25, 1)).isFalse();
            assertThat(other.tryLock(30, 1)).isTrue();
            one.unlock(0, 20);
            assertThat(other.tryLock(25, 1)).isFalse();
            two.unlock(10, 20);
            assertThat(other.tryLock(5, 1)).isTrue();
        }
    }

    @Test
    void whatIsLockedThereIsLockedHere() throws Exception {
        try (OpenFile file = files.open(name, READ_WRITE, 0)) {
            assertThat(other.tryLock(0, 10)).isTrue();
            assertThat(file.lock(5, 1, true, false)).isFalse();
            assertThat(file.lock(10, 1, false, false)).isTrue();
            CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return file.lock(0, 5, false, true);
                } catch (FileFault e) {
                    throw new AssertionError(e);
                }
            });
            assertThat(file.size()).isEqualTo(100);
            other.close();
            assertThat(waiting.get()).isTrue();
        }
    }

    @Test
    void locksOutliveWhatElseIsDoneWithTheFile() throws IOException {
        try (OpenFile file = files.open(name, READ_WRITE, 0)) {
            assertThat(file.lock(0, 10, false, false)).isTrue();
            // The system forgets all locks of a process that closes any descriptor of the file.
            files.open(name, OpenFlags.READ, 0).close();
            files.open(name, READ_WRITE, 0).close();
            assertThat(other.tryLock(0, 10)).isFalse();
            files.change(name, true, new AttributeChange(1L, 1L, 0644, null, null));
            assertThat(other.tryLock(0, 10)).isFalse();
            try {
                files.userAttributes(name, true);
            } catch (FileFault e) {
                assertThat(e.errno()).isEqualTo(Errno.ENOTSUP);
            }
            assertThat(other.tryLock(0, 10)).isFalse();
        }
        assertThat(other.tryLock(0, 10)).isTrue();
    }

    /** Another process with the file open. */
    private static final class Other {
        private final Process process;
        private final OutputStream to;
        private final BufferedReader from;

        Other(Path file) throws IOException {
            process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Locker.class.getName(),
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            to = process.getOutputStream();
            from = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        boolean tryLock(long position, long size) throws IOException {
            to.write((position + " " + size + "\n").getBytes(StandardCharsets.UTF_8));
            to.flush();
            return Boolean.parseBoolean(from.readLine());
        }

        void close() throws IOException, InterruptedException {
            to.close();
            process.waitFor();
        }
    }

    /** Tries to lock what it reads on its standard input. */
    static final class Locker {
        public static void main(String[] args) throws IOException {
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            try (FileChannel channel =
                    FileChannel.open(Path.of(args[0]), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    String[] range = line.split(" ");
                    FileLock lock = channel.tryLock(Long.parseLong(range[0]), Long.parseLong(range[1]), false);
                    System.out.println(lock != null);
                }
            }
        }
    }
}
