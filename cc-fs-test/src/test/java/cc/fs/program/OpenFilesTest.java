package cc.fs.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What {@code cc files} says of a program that runs. */
class OpenFilesTest {
    private static final int PATIENCE_SECONDS = 60;

    @Test
    void itTellsWhatIsOpenWhereItLivesAndWhatWasReadAndWritten() throws Exception {
        Path folder = WorkFolder.empty("open-files");
        Path held = Files.writeString(folder.resolve("held"), "line\n");
        Files.writeString(folder.resolve("read"), "123456789");
        Path go = folder.resolve("go");
        Path output = Files.createTempFile("program", ".out");
        Path errors = Files.createTempFile("program", ".err");
        try (TestNode node = new TestNode(TestUser.SELF)) {
            Process process = ChildProgram.served(folder, node)
                    .start(output, errors, Probe.class, "read:" + folder.resolve("read"), "hold:" + held + ":" + go);
            try {
                String pid = Long.toString(process.pid());
                String said = awaitBytes(node, pid, held);
                assertThat(said.lines().findFirst().orElse("")).matches("FILE +MODE +READ +WRITTEN +WHERE");
                assertThat(said).containsPattern(held + " +rw +5 B +1.0 kB +here\n");
                assertThat(said).containsPattern("closed since its start: \\d+, [0-9.]+ k?B read, 0 B written");
                assertThat(node.cc("files", pid, "--json"))
                        .contains("\"path\":\"" + held + "\"", "\"bytesRead\":5", "\"bytesWritten\":1000");

                node.crash();
                assertThat(awaitBytes(node, pid, held)).contains("1.0 kB");

                Files.createFile(go);
                assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
                assertThat(Files.readString(errors)).isEmpty();
                assertThat(node.cc("files", pid)).contains("No program is called '" + pid + "'");
            } finally {
                process.destroyForcibly().waitFor();
            }
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }

    /** The program takes its time to start, and to find another node. */
    private static String awaitBytes(TestNode node, String pid, Path held) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        String said = node.cc("files", pid);
        while (!said.contains(held.toString()) || !said.contains("1.0 kB")) {
            assertThat(System.nanoTime()).as(said).isLessThan(deadline);
            said = node.cc("files", pid);
        }
        return said;
    }
}
