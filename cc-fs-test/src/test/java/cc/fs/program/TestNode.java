package cc.fs.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A node that serves its user's files to programs of a test. */
final class TestNode implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 60;
    private static final int POLLS_PER_SECOND = 20;

    private final TestUser user;
    private final Path folder;
    private Process process;

    /** Starts it. */
    TestNode(TestUser user) throws IOException, InterruptedException {
        this.user = user;
        folder = Files.createTempDirectory("cc-fs-test");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        user.own(folder);
        process = start();
    }

    /** What programs need in their environment to find it. */
    Map<String, String> environment() {
        return Map.of(
                "CC_RUNTIME_DIR", folder.toString(),
                "CC_STATE_DIR", folder.resolve("state").toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString());
    }

    /**
     * Runs a {@code cc} command.
     *
     * @return what it printed, with its error output
     */
    String cc(String... words) throws IOException, InterruptedException {
        Path output = folder.resolve("command.out");
        List<String> command = new ArrayList<>(List.of(ccCommand()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(user.command(command.toArray(String[]::new)))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment());
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("cc " + String.join(" ", words) + " does not end");
        }
        return Files.readString(output);
    }

    private static String ccCommand() {
        return Path.of(System.getProperty("cc.home"), "../../../bin/cc")
                .toAbsolutePath()
                .normalize()
                .toString();
    }

    private Process start() throws IOException, InterruptedException {
        Path log = folder.resolve("node.log");
        ProcessBuilder builder = new ProcessBuilder(user.command(ccCommand(), "node"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment());
        Process started = builder.start();
        Path socket = folder.resolve("node.sock");
        for (int polls = 0; !Files.exists(socket); polls++) {
            if (started.waitFor(1000 / POLLS_PER_SECOND, TimeUnit.MILLISECONDS)
                    || polls > PATIENCE_SECONDS * POLLS_PER_SECOND) {
                started.destroyForcibly();
                throw new AssertionError("The node does not start: " + Files.readString(log));
            }
        }
        return started;
    }

    /** Ends it as a crash would, and starts another in its place. */
    void crash() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        Files.deleteIfExists(folder.resolve("node.sock"));
        process = start();
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        WorkFolder.delete(folder);
    }
}
