package cc.gui.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cc.gui.program.OtherProcess;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is typed while a program's event thread is stuck goes where it goes with the JDK's toolkit for X11. */
class TypeAheadTest {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));

    @Test
    void pressesAndKeysThatWaitedEndInTheFieldsInWhichTheyEndOnX11() throws Exception {
        String here = OtherProcess.likeThisOne(List.of(), StuckTyping.class, List.of());
        // AWT merges requests for the focus that it has not answered yet: what follows the second press is not lost,
        // but goes to the field of the newest request.
        assertThat(here.lines()).containsExactly("Swing: z|abcde|f", "AWT: z|abcde|f");
        assertThat(onX11()).isEqualTo(here);
    }

    private static String onX11() throws Exception {
        assumeTrue(Files.exists(JAVA_HOME.resolve("lib/libawt_xawt.so")), "this JDK has no toolkit for X11");
        Process server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "800x600x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.US_ASCII))) {
            String display = out.readLine();
            assertThat(display).as("Xvfb started").isNotNull();
            return OtherProcess.run(
                    List.of(
                            JAVA_HOME.resolve("bin/java").toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            StuckTyping.class.getName()),
                    Map.of("DISPLAY", ":" + display),
                    0);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }
}
