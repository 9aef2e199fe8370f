package cc.protocol.raster;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.command.CommandEncoder;
import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.Rule;
import cc.protocol.command.Mask;
import cc.protocol.command.PixelFormat;
import cc.protocol.command.RandomCommands;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

class SceneTest {
    private static final int LINE = 15;

    private final Scene scene = new Scene();

    @Test
    void snapshotsOfRandomDrawingAreExact() {
        for (int round = 0; round < 40; round++) {
            long seed = System.nanoTime();
            Random random = new Random(seed);
            Scene drawn = new Scene();
            RandomCommands commands = new RandomCommands(random, round % 2 == 0 ? 40 : 220);
            for (int step = 0; step < 25; step++) {
                commands.next(1 + random.nextInt(60)).forEach(drawn::apply);
                for (int surface : drawn.replica().surfaces()) {
                    compareWhole(drawn, surface, "seed " + seed + " step " + step);
                    comparePart(drawn, surface, random, "seed " + seed + " step " + step);
                }
            }
        }
    }

    private static void compareWhole(Scene drawn, int surface, String what) {
        Replica replica = drawn.replica();
        Replica replayed = new Replica();
        replayed.apply(define(replica, surface));
        drawn.snapshot(surface).forEach(replayed::apply);
        assertThat(replayed.crc32(surface)).as("surface %d, %s", surface, what).isEqualTo(replica.crc32(surface));
    }

    private static void comparePart(Scene drawn, int surface, Random random, String what) {
        Replica replica = drawn.replica();
        int width = 1 + random.nextInt(replica.width(surface));
        int height = 1 + random.nextInt(replica.height(surface));
        int x = random.nextInt(replica.width(surface) - width + 1);
        int y = random.nextInt(replica.height(surface) - height + 1);
        Replica replayed = new Replica();
        replayed.apply(define(replica, surface));
        int[] noise = random.ints((long) replica.width(surface) * replica.height(surface))
                .toArray();
        replayed.apply(
                new DrawCommand.SetPixels(surface, 0, 0, replica.width(surface), replica.height(surface), noise));
        drawn.snapshot(surface, Rect.of(x, y, width, height)).forEach(replayed::apply);
        // What the part does not have is as before.
        replayed.apply(new DrawCommand.DefineSurface(
                99, replica.format(surface), replica.width(surface), replica.height(surface)));
        replayed.apply(new DrawCommand.SetPixels(99, 0, 0, replica.width(surface), replica.height(surface), noise));
        replayed.apply(
                new DrawCommand.SetPixels(99, x, y, width, height, replica.pixels(surface, x, y, width, height)));
        assertThat(replayed.crc32(surface))
                .as("%dx%d at %d,%d of surface %d, %s", width, height, x, y, surface, what)
                .isEqualTo(replayed.crc32(99));
    }

    private static DrawCommand.DefineSurface define(Replica replica, int surface) {
        return new DrawCommand.DefineSurface(
                surface, replica.format(surface), replica.width(surface), replica.height(surface));
    }

    @Test
    void aTextAreaStaysSmallHoweverLongItIsScrolledAndTypedIn() {
        Random random = new Random(3);
        Mask[] font = font(random);
        scene.apply(new DrawCommand.DefineSurface(1, PixelFormat.RGB, 800, 600));
        scene.apply(new DrawCommand.Fill(1, 0, 0, 800, 600, 0xffffffff));
        for (int line = 0; line < 40; line++) {
            scene.apply(line(font, random, line));
        }
        int before = scene.snapshot(1).size();
        for (int i = 0; i < 300; i++) {
            scene.apply(new DrawCommand.CopyArea(1, 0, LINE, 800, 600 - LINE, 0, -LINE));
            scene.apply(new DrawCommand.Fill(1, 0, 600 - LINE, 800, LINE, 0xffffffff));
            scene.apply(line(font, random, 39));
            // A key: the line is painted anew, as Swing does.
            scene.apply(new DrawCommand.Fill(1, 0, 20 * LINE, 800, LINE, 0xffffffff));
            scene.apply(line(font, random, 20));
        }
        List<DrawCommand> snapshot = scene.snapshot(1);
        assertThat(snapshot).noneMatch(command -> command instanceof DrawCommand.SetPixels);
        assertThat(snapshot.size()).isLessThan(3 * before + 20);
        assertThat(deflated(1)).isLessThan(6_000);
        compareWhole(scene, 1, "scrolled");
    }

    @Test
    void anAnimationThatCostsMoreThanItsPixelsBecomesPixels() {
        Random random = new Random(4);
        scene.apply(new DrawCommand.DefineSurface(1, PixelFormat.RGB, 800, 600));
        scene.apply(new DrawCommand.Fill(1, 0, 0, 800, 600, 0xffffffff));
        scene.apply(line(font(random), random, 20));
        for (int i = 0; i < 5_000; i++) {
            byte[] coverage = new byte[32 * 32];
            random.nextBytes(coverage);
            Mask mask = new Mask(Mask.Kind.GRAY, 32, 32, coverage);
            scene.apply(new DrawCommand.FillMask(
                    1,
                    random.nextInt(200),
                    random.nextInt(100),
                    32,
                    32,
                    mask,
                    0,
                    0,
                    random.nextInt() | 0xff000000,
                    Rule.SRC_OVER));
        }
        List<DrawCommand> snapshot = scene.snapshot(1);
        assertThat(snapshot).hasSizeLessThan(20);
        assertThat(snapshot).anyMatch(command -> command instanceof DrawCommand.GlyphRun);
        compareWhole(scene, 1, "animated");
        scene.apply(new DrawCommand.Fill(1, 0, 0, 800, 600, 0xff00ff00));
        assertThat(scene.snapshot(1)).hasSize(1);
    }

    @Test
    void aDoubleBufferBecomesItsCommands() {
        Random random = new Random(5);
        Mask[] font = font(random);
        scene.apply(new DrawCommand.DefineSurface(1, PixelFormat.RGB, 800, 600));
        scene.apply(new DrawCommand.DefineSurface(2, PixelFormat.RGB, 800, 600));
        for (int frame = 0; frame < 200; frame++) {
            scene.apply(new DrawCommand.Fill(2, 0, 0, 800, 600, 0xff000000 | frame));
            for (int line = 0; line < 10; line++) {
                DrawCommand.GlyphRun run = line(font, random, line);
                scene.apply(Objects.requireNonNull(Entry.of(run)).moved(2, 0, 0).command());
            }
            scene.apply(new DrawCommand.DrawSurface(1, 0, 0, 800, 600, 2, 0, 0, Rule.SRC_OVER, 255));
        }
        assertThat(scene.snapshot(1)).hasSize(11).noneMatch(command -> command instanceof DrawCommand.SetPixels);
        compareWhole(scene, 1, "double buffer");
    }

    private static Mask[] font(Random random) {
        Mask[] font = new Mask[60];
        for (int i = 0; i < font.length; i++) {
            byte[] coverage = new byte[6 * 9];
            for (int j = 0; j < coverage.length; j++) {
                coverage[j] = (byte) (random.nextInt(3) == 0 ? random.nextInt(8) * 36 : 0);
            }
            font[i] = new Mask(Mask.Kind.GRAY, 6, 9, coverage);
        }
        return font;
    }

    /** About 60 glyphs in words. */
    private static DrawCommand.GlyphRun line(Mask[] font, Random random, int line) {
        List<Integer> letters = new ArrayList<>();
        while (letters.size() < 60) {
            int word = random.nextInt(200);
            Random spelling = new Random(word);
            for (int i = 2 + word % 7; i > 0; i--) {
                letters.add(spelling.nextInt(60));
            }
            letters.add(-1);
        }
        int[] indices = IntStream.range(0, letters.size())
                .filter(i -> letters.get(i) >= 0)
                .toArray();
        return new DrawCommand.GlyphRun(
                1,
                0,
                0,
                800,
                600,
                0xff000000,
                null,
                Arrays.stream(indices).mapToObj(i -> font[letters.get(i)]).toArray(Mask[]::new),
                Arrays.stream(indices).map(i -> 3 + 7 * i).toArray(),
                Arrays.stream(indices).map(i -> line * LINE + 3).toArray());
    }

    private int deflated(int surface) {
        List<DrawCommand> commands = new ArrayList<>();
        commands.add(define(scene.replica(), surface));
        commands.addAll(scene.snapshot(surface));
        byte[] bytes = new CommandEncoder().encode(commands);
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        int size = deflater.deflate(new byte[bytes.length + 100]);
        deflater.end();
        return size;
    }
}
