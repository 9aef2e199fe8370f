package cc.node.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CcTest {
    private static final int SCREEN_LINES = 24;

    @Test
    void leavesWhatItDoesNotKnowToJavaAndTheProgram() {
        CommandLine.ParseResult run = Cc.commandLine()
                .parseArgs("run", "--screen", "native", "-Dx=y", "--scale", "-cp", "p", "Main", "--size")
                .subcommand();

        assertThat(run.matchedPositionalValue(0, List.<String>of()))
                .containsExactly("-Dx=y", "--scale", "-cp", "p", "Main", "--size");
    }

    @Test
    void aCommandThatIsNamedIsAllThatIsDescribed() {
        assertThat(Cc.commandLine("run", "app.jar").getSubcommands()).containsOnlyKeys("run");
        assertThat(Cc.commandLine("help", "run").getSubcommands()).containsKeys("run", "ps", "help");
        assertThat(Cc.commandLine("rnu").getSubcommands()).containsKeys("run", "ps", "help");
    }

    @Test
    void helpOfEachCommandFitsOneScreen() {
        assertThat(usage(Cc.commandLine()).lines().count()).isLessThanOrEqualTo(SCREEN_LINES);
        Cc.commandLine()
                .getSubcommands()
                .forEach((name, command) -> assertThat(usage(command).lines().count())
                        .as("help of " + name)
                        .isLessThanOrEqualTo(SCREEN_LINES));
    }

    @Test
    void saysWhatIsWrongInOneLine() {
        StringWriter errors = new StringWriter();
        int exitCode = Cc.commandLine().setErr(new PrintWriter(errors)).execute("run", "-cp");

        assertThat(exitCode).isEqualTo(Cc.EXIT_FAILED);
        assertThat(errors.toString().strip()).isEqualTo("cc: -cp needs a value");
    }

    private static String usage(CommandLine command) {
        return command.getUsageMessage();
    }
}
