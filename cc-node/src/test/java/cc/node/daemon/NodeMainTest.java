package cc.node.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that meet in one folder; each is a process of its own. */
final class NodeMainTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path temporary;

    private Path folder = Path.of("");
    private final List<Process> nodes = new ArrayList<>();

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(
                temporary.resolve("run"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    @AfterEach
    void end() throws InterruptedException {
        for (Process node : nodes) {
            node.destroyForcibly().waitFor();
        }
    }

    @Test
    void takesTheTurnOfOneThatNobodyReachesAnyMoreAndThatHasNotEndedYet() throws Exception {
        Process node;
        try (FileChannel channel = FileChannel.open(lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock ending = channel.lock()) {
            assertThat(ending.isValid()).isTrue();
            node = start();
            await().atMost(PATIENCE).until(() -> hasOpen(node, lock()));
        }
        await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("node.sock")) || !node.isAlive());
        assertThat(node.isAlive()).isTrue();
    }

    @Test
    void leavesTheFolderToOneThatListens() throws Exception {
        Process first = start();
        await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("node.sock")));
        Process second = start();
        assertThat(second.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isZero();
        assertThat(first.isAlive()).isTrue();
    }

    private Path lock() {
        return folder.resolve("node.lock");
    }

    private Process start() throws IOException {
        ProcessBuilder node = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                NodeMain.class.getName());
        node.environment().put("CC_RUNTIME_DIR", folder.toString());
        node.environment().put("CC_STATE_DIR", temporary.resolve("state").toString());
        node.environment().remove("DISPLAY");
        Process process = node.redirectErrorStream(true)
                .redirectOutput(temporary.resolve(nodes.size() + ".log").toFile())
                .start();
        nodes.add(process);
        return process;
    }

    private static boolean hasOpen(Process process, Path file) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc", String.valueOf(process.pid()), "fd"))) {
            return open.anyMatch(descriptor -> leadsTo(descriptor, file));
        }
    }

    private static boolean leadsTo(Path descriptor, Path file) {
        try {
            return Files.readSymbolicLink(descriptor).equals(file);
        } catch (IOException e) {
            // It was closed since.
            return false;
        }
    }
}
