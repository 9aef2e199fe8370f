package cc.fs.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrivateFilesTest {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private static List<Path> folders(Path parent) throws Exception {
        try (Stream<Path> all = Files.list(parent)) {
            return all.filter(path -> path.getFileName().toString().startsWith("cc-private-"))
                    .toList();
        }
    }

    @Test
    void twoProgramsFilesAreApartAndGoWithTheirPrograms() throws Exception {
        Path folder = WorkFolder.empty("private");
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path go = folder.resolve("go");
        String rules = "/tmp private\n" + folder + "/own private";
        String option = "-Djava.io.tmpdir=" + temporary;
        Path output = Files.createTempFile("program", ".out");
        Path errors = Files.createTempFile("program", ".err");
        ChildProgram program = ChildProgram.ruled(folder, rules, option);
        try {
            Process first = program.start(
                    output, errors, Probe.class, "output:/tmp/cc-private-test:mine", "hold:/tmp/cc-private-test:" + go);
            try {
                long deadline = System.nanoTime() + PATIENCE_NANOS;
                while (folders(temporary).stream()
                        .noneMatch(own -> Files.exists(own.resolve("files/tmp/cc-private-test")))) {
                    assertThat(System.nanoTime()).as(Files.readString(errors)).isLessThan(deadline);
                }
                assertThat(Path.of("/tmp/cc-private-test")).doesNotExist();
                assertThat(program.run(
                                Probe.class,
                                "exists:/tmp/cc-private-test",
                                "output:/tmp/cc-private-test:other",
                                "link:/tmp/cc-private-link:cc-private-test",
                                "read:/tmp/cc-private-link",
                                "real:/tmp/cc-private-link",
                                "output:" + folder + "/own/file:x",
                                "names:" + folder + "/own",
                                "move:" + folder + "/own/file:/tmp/cc-private-moved",
                                "read:/tmp/cc-private-moved"))
                        .containsExactly(
                                "exists /tmp/cc-private-test: false false",
                                "output /tmp/cc-private-test: done",
                                "link /tmp/cc-private-link: done",
                                "read /tmp/cc-private-link: other",
                                "real /tmp/cc-private-link: /tmp/cc-private-test /tmp/cc-private-test",
                                "output " + folder + "/own/file: done",
                                "names " + folder + "/own: [file]",
                                "move " + folder + "/own/file: done",
                                "read /tmp/cc-private-moved: x");
                // The second's is gone, that of the one that runs is not.
                assertThat(folders(temporary)).hasSize(1);
            } finally {
                first.destroyForcibly().waitFor();
            }
            // Left by the one that was killed, until another one comes.
            assertThat(folders(temporary)).hasSize(1);
            assertThat(program.run(Probe.class, "output:/tmp/cc-private-test:x"))
                    .hasSize(1);
            assertThat(folders(temporary)).isEmpty();
        } finally {
            Files.delete(output);
            Files.delete(errors);
        }
    }
}
