package cc.gui.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Programs that others wrote, each in a virtual machine of its own as this one: their first frame equals, bit for bit,
 * what the same components paint into a plain image, and they print no exception.
 */
class ProgramsTest {
    private static final Path DEMOS = Path.of("/usr/share/doc/openjdk-17-jre-headless/demo/jfc");
    private static final long PATIENCE_SECONDS = 60;

    @ParameterizedTest
    @CsvSource({
        "SwingSet2, SwingSet2",
        "Notepad, Notepad",
        "Font2DTest, Font2DTest",
        // As a whole it shows animations; these are those of its demos that stand still, by their own main methods.
        "J2Ddemo, java2d.demos.Lines.Caps",
        "J2Ddemo, java2d.demos.Paint.Gradient",
        "J2Ddemo, java2d.demos.Clipping.Areas",
        "J2Ddemo, java2d.demos.Images.JPEGFlip",
        "J2Ddemo, java2d.demos.Fonts.AttributedStr"
    })
    void showWhatTheyPaint(String name, String main) throws Exception {
        showsWhatItPaints(demo(name), main);
    }

    @Test
    void flatLafShowsWhatItPaints() throws Exception {
        showsWhatItPaints(List.of(), "cc.gui.program.FlatForm$Light");
        showsWhatItPaints(List.of(), "cc.gui.program.FlatForm$Dark");
    }

    private static List<Path> demo(String name) {
        Path jar = DEMOS.resolve(name).resolve(name + ".jar");
        assumeTrue(Files.exists(jar), jar + " is missing: apt-get install openjdk-17-demo");
        return List.of(jar);
    }

    private static void showsWhatItPaints(List<Path> jars, String main) throws Exception {
        String said = run(jars, main);
        // A window without a picture has few colours.
        assertThat(said.strip()).matches(PaintedTwice.EQUAL + "\\d+x\\d+, \\d{2,} colours");
    }

    /** Runs the comparison in a virtual machine with this one's options; returns all it printed. */
    private static String run(List<Path> jars, String main) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        jars.forEach(jar -> path.append(File.pathSeparatorChar).append(jar));
        command.addAll(List.of("-cp", path.toString(), PaintedTwice.class.getName()));
        command.add(Path.of("target", "painted-twice", main).toString());
        command.add(main);
        Path output = Files.createTempFile("program", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).as("ended; it printed: %s", said).isTrue();
            return said;
        } finally {
            process.destroyForcibly().waitFor();
            Files.delete(output);
        }
    }
}
