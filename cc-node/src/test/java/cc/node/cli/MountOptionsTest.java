package cc.node.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.fs.mount.Rule;
import cc.node.community.NodeHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class MountOptionsTest {
    @TempDir
    Path folder;

    private final MountOptions options = new MountOptions();

    @BeforeEach
    void makeFolders() throws IOException {
        Files.createDirectories(folder.resolve("mounts/programs"));
    }

    private ProgramMounts of(String program, String... words) throws IOException {
        new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("mounts", spec(options))).parseArgs(words);
        return options.of(program, NodeHome.at(folder));
    }

    private static CommandLine.Model.CommandSpec spec(Object mixin) {
        return CommandLine.Model.CommandSpec.forAnnotatedObject(mixin);
    }

    @Test
    void withoutRulesNothingIsSaidToTheProgram() throws IOException {
        assertThat(of("app").wordsHere()).isEmpty();
        assertThat(of("app").filesAreThere()).isFalse();
    }

    @Test
    void standingRulesComeFirstAndTheCommandLineLast() throws IOException {
        Files.writeString(folder.resolve("mounts/community.rules"), "/data node=nas1\n");
        Files.writeString(folder.resolve("mounts/machine.rules"), "/data local\n# ours\n/big node=nas2\n");
        Files.writeString(folder.resolve("mounts/programs/app.rules"), "/big local\n");
        Path given = Files.writeString(folder.resolve("given"), "/x deny\n/y hide\n");

        assertThat(of("app", "--mount", "/y=read-only", "--mounts", given.toString())
                        .rules())
                .extracting(Rule::toString)
                .containsExactly(
                        "/data node=nas1",
                        "/data local",
                        "/big node=nas2",
                        "/big local",
                        "/x deny",
                        "/y hide",
                        "/y home read-only");
        assertThat(of("other", "--mounts", given.toString()).rules())
                .extracting(Rule::toString)
                .doesNotContain("/big local");
    }

    @Test
    void aMistakeIsToldWithFileLineAndReason() throws IOException {
        Path given = Files.writeString(folder.resolve("given"), "/x deny\n\n/y hidden\n");
        assertThatThrownBy(() -> of("app", "--mounts", given.toString()))
                .hasMessageStartingWith(given + ":3: 'hidden' is no mode");
        assertThatThrownBy(() -> of("app", "--mounts", folder.resolve("none").toString()))
                .hasMessageStartingWith("the rules in " + folder.resolve("none") + " cannot be read");
    }

    @Test
    void whatIsEachMachinesOwnCannotBeChanged() throws IOException {
        Path given = Files.writeString(folder.resolve("given"), "/proc/self deny\n");
        assertThatThrownBy(() -> of("app", "--mounts", given.toString()))
                .hasMessage(given + ":1: /proc is each machine's own, and no rule changes that");
    }

    @Test
    void aSandboxIsOneEvenWithoutRules() throws IOException {
        assertThat(of("app", "--sandbox").wordsHere()).containsExactly("-Dcc.files.sandbox=true", "-Dcc.files.rules=");
    }
}
