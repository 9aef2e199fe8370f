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
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs that others wrote, each in a virtual machine of its own as this one: their first frame equals, bit for bit,
 * what the same components paint into a plain image, and they print no exception.
 */
class ProgramsTest {
    private static final Path DEMOS = Path.of("/usr/share/doc/openjdk-17-jre-headless/demo/jfc");
    private static final long PATIENCE_SECONDS = 60;
    private static final long PATIENCE_PER_PROGRAM_SECONDS = 10;

    @ParameterizedTest
    @ValueSource(strings = {"SwingSet2", "Notepad", "Metalworks", "Stylepad", "SampleTree"})
    void showWhatTheyPaint(String name) throws Exception {
        showWhatTheyPaint(demo(name), List.of(name));
    }

    /** It lays out its characters by its size when it paints, and notices a new size only after that paint. */
    @Test
    void font2dTestShowsWhatItPaintsOnceItKnowsItsSize() throws Exception {
        showWhatTheyPaint(demo("Font2DTest"), List.of(PaintedTwice.REPAINT + "Font2DTest"));
    }

    /** J2Ddemo as a whole shows many animations; here each of its demos is a program, and animations take single steps. */
    @Test
    void demosOfJava2dShowWhatTheyPaintAtEachStep() throws Exception {
        // Two are missing: each paint of DukeAnim moves the clouds, and each of Stars3D throws dice.
        String demos = """
                Arcs_Curves: Arcs BezierAnim Curves Ellipses
                Clipping: Areas ClipAnim Intersection Text
                Colors: BullsEye ColorConvert Rotator3D
                Composite: ACimages ACrules FadeAnim
                Fonts: AllFonts AttributedStr Highlighting Outline Tree
                Images: ImageOps JPEGFlip WarpImage
                Lines: Caps Dash Joins LineAnim
                Mix: Balls BezierScroller
                Paint: GradAnim Gradient Texture TextureAnim
                Paths: Append CurveQuadTo FillStroke WindingRule
                Transforms: Rotate SelectTx TransformAnim
                """;
        List<String> mains = new ArrayList<>();
        for (String line : demos.lines().toList()) {
            String[] words = line.split("[: ]+");
            for (String demo : List.of(words).subList(1, words.length)) {
                mains.add("java2d.demos." + words[0] + "." + demo);
            }
        }
        showWhatTheyPaint(demo("J2Ddemo"), mains);
    }

    @Test
    void flatLafShowsWhatItPaints() throws Exception {
        showWhatTheyPaint(List.of(), List.of("cc.gui.program.FlatForm$Light"));
        showWhatTheyPaint(List.of(), List.of("cc.gui.program.FlatForm$Dark"));
    }

    private static List<Path> demo(String name) {
        Path jar = DEMOS.resolve(name).resolve(name + ".jar");
        assumeTrue(Files.exists(jar), jar + " is missing: apt-get install openjdk-17-demo");
        return List.of(jar);
    }

    private static void showWhatTheyPaint(List<Path> jars, List<String> mains) throws Exception {
        String said = run(jars, mains);
        // A window without a picture has few colours.
        assertThat(said.lines())
                .hasSameSizeAs(mains)
                .allSatisfy(line -> assertThat(line).matches(PaintedTwice.EQUAL + "\\d+x\\d+, \\d{2,} colours, .*"));
    }

    /** Runs the comparison in a virtual machine with this one's options; returns all it printed. */
    private static String run(List<Path> jars, List<String> mains) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
        jars.forEach(jar -> path.append(File.pathSeparatorChar).append(jar));
        command.addAll(List.of("-cp", path.toString(), PaintedTwice.class.getName()));
        command.add(Path.of("target", "painted-twice").toString());
        command.addAll(mains);
        Path output = Files.createTempFile("program", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended =
                    process.waitFor(PATIENCE_SECONDS + mains.size() * PATIENCE_PER_PROGRAM_SECONDS, TimeUnit.SECONDS);
            String said = Files.readString(output, StandardCharsets.UTF_8);
            assertThat(ended).as("ended; it printed: %s", said).isTrue();
            return said;
        } finally {
            process.destroyForcibly().waitFor();
            Files.delete(output);
        }
    }
}
