package cc.gui.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs that others wrote, each in a virtual machine of its own as this one: their first frame equals, bit for bit,
 * what the same components paint into a plain image, and they print no exception.
 */
class ProgramsTest {
    private static final Path DEMOS = Path.of("/usr/share/doc/openjdk-17-jre-headless/demo/jfc");
    private static final String FOLDER = Path.of("target", "painted-twice").toString();

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
        List<String> words = new ArrayList<>(List.of(FOLDER));
        words.addAll(mains);
        String said = OtherProcess.likeThisOne(jars, PaintedTwice.class, words);
        // A window without a picture has few colours.
        assertThat(said.lines())
                .hasSameSizeAs(mains)
                .allSatisfy(line -> assertThat(line).matches(PaintedTwice.EQUAL + "\\d+x\\d+, \\d{2,} colours, .*"));
    }
}
