package cc.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfSystemProperty(named = "cc.test.desktop", matches = "true")
class ProgramEndDesktopTest {
    private static final int PATIENCE_SECONDS = 60;

    /** A program that ends by itself, or never. */
    public static final class Program {
        private Program() {}

        /** Shows a window and disposes of it. */
        public static void main(String[] arguments) throws Exception {
            TestDesk desk = TestDesk.get();
            SwingUtilities.invokeAndWait(() -> {
                JFrame frame = new JFrame("Last window");
                frame.setBounds(0, 0, 100, 100);
                frame.setVisible(true);
            });
            TestDesk.until(
                    () -> desk.heard().stream().anyMatch(m -> m.getWindow().getVisible()));
            SwingUtilities.invokeLater(() -> JFrame.getFrames()[0].dispose());
        }
    }

    @Test
    void aProgramEndsWhenItsLastWindowIsDisposed(@TempDir Path folder) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String argument : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (!argument.startsWith("-agentlib") && !argument.startsWith("-javaagent")) {
                command.add(argument);
            }
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Program.class.getName()));
        File output = folder.resolve("output").toFile();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("the program has ended by itself")
                    .isTrue();
            assertThat(output).content().doesNotContain("cc: error");
            assertThat(process.exitValue()).isZero();
        } finally {
            process.destroyForcibly();
        }
    }
}
