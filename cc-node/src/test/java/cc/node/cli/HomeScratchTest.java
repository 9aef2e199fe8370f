package cc.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cc.fs.mount.Rule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HomeScratchTest {
    @Test
    void whatAProgramIsGivenOfTemporaryFilesStaysAtHome() throws Exception {
        Path file = Files.createTempFile(Path.of("/tmp"), "cc-home-scratch", "");
        try {
            JavaCommandLine program =
                    JavaCommandLine.parse(List.of("app.jar", file.toString(), "/etc/hosts", "/tmp/not there", "-x"));
            assertThat(HomeScratch.rules(program, Path.of("/home/ann")))
                    .extracting(Rule::toString)
                    .containsExactly(file + " home");
            assertThat(HomeScratch.rules(program, Path.of("/tmp/work")))
                    .extracting(Rule::toString)
                    .containsExactly("/tmp/work home", file + " home");
            JavaCommandLine far = FarFiles.of(
                    JavaCommandLine.parse(
                            List.of("-cp", "/tmp/one.jar:/tmp/lib/two.jar:/srv/three.jar", "Main", file.toString())),
                    Path.of("/home/ann"));
            assertThat(HomeScratch.rules(far, Path.of("/home/ann")))
                    .extracting(Rule::toString)
                    .containsExactly("/tmp/one.jar home", "/tmp/lib home", file + " home");
        } finally {
            Files.delete(file);
        }
    }
}
