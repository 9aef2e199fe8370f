package cc.toolkit.surface;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.command.DrawCommand;
import cc.protocol.raster.Rect;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is painted again is not looked at again, and yet every pixel that changes is told. */
class RepeatedPaintTest {
    private static final int SEQUENCES = Integer.getInteger("cc.repeatSequences", 300);
    private static final long FIRST_SEED = Long.getLong("cc.seed", 1);
    private static final int WIDTH = 120;
    private static final int HEIGHT = 90;
    private static final int PAINTS = 12;

    @Test
    void whateverIsPaintedAgainAndAgainTheReplicaEqualsTheShadow() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEQUENCES; seed++) {
            try {
                new Sequence(seed).run();
            } catch (Throwable t) {
                throw new AssertionError(
                        "seed " + seed + " (run with -Dcc.seed=" + seed + " -Dcc.repeatSequences=1)", t);
            }
        }
    }

    /** The same paint, with something else before, within, after or instead of it at times. */
    private static final class Sequence {
        private final Random random;
        private final TestScreen screen = new TestScreen(TestScreen.manualRecorder());
        private final WindowSurface window;
        private final Image image;
        private long paint;

        Sequence(long seed) {
            random = new Random(seed * 0x9E3779B97F4A7C15L);
            window = screen.window(WIDTH, HEIGHT, random.nextBoolean() ? 1 : 1.25, random.nextInt(3) == 0);
            image = screen.recorder.createImage(null, 1 + random.nextInt(60), 1 + random.nextInt(60));
            paint = random.nextLong();
        }

        void run() {
            for (int i = 0; i < PAINTS; i++) {
                switch (random.nextInt(12)) {
                    case 0 -> paint = random.nextLong();
                    case 1 -> draw(graphics(), random);
                    case 2 -> {
                        draw(graphics(), random);
                        check();
                    }
                    case 3 -> draw((Graphics2D) image.getGraphics(), random);
                    case 4 -> graphics().copyArea(10, 10, 50, 40, random.nextInt(20) - 10, random.nextInt(20) - 10);
                    case 5 ->
                        window.resize(
                                screen.configuration(1), WIDTH + random.nextInt(20), HEIGHT - random.nextInt(9), 1);
                    default -> {
                        // Nothing but the paint.
                    }
                }
                paint();
                check();
            }
        }

        private Graphics2D graphics() {
            return window.createGraphics(Color.BLACK, Color.LIGHT_GRAY, new Font("Dialog", Font.PLAIN, 12));
        }

        private void draw(Graphics2D g, Random chance) {
            RandomDrawing drawing = new RandomDrawing(chance, WIDTH, HEIGHT);
            for (int step = chance.nextInt(8); step >= 0; step--) {
                drawing.changeState(g);
                drawing.draw(g, List.of(image));
            }
            g.dispose();
        }

        private void paint() {
            Random same = new Random(paint);
            Graphics2D g = graphics();
            g.setColor(new Color(same.nextInt(), same.nextInt(5) == 0));
            g.fillRect(0, 0, 2 * WIDTH, 2 * HEIGHT);
            for (int part = same.nextInt(4); part >= 0; part--) {
                draw(graphics(), same);
                if (random.nextInt(40) == 0) {
                    check();
                }
            }
        }

        private void check() {
            screen.flush();
            assertThat(screen.difference(window.surface())).isNull();
        }
    }

    private final ChangedRows changed = new ChangedRows(HEIGHT);
    private final Repetition repetition = new Repetition(HEIGHT);

    private static Op fill(int x, int y, int width, int height, int pixel) {
        return Op.command(Rect.of(x, y, width, height), new DrawCommand.Fill(1, x, y, width, height, pixel), true);
    }

    private ChangedRows suspects(Op... ops) {
        changed.clear();
        for (Op op : ops) {
            changed.add(op.x(), op.y(), op.width(), op.height());
        }
        return repetition.suspects(List.of(ops), changed);
    }

    @Test
    void theSameOperationsAreNotCompared() {
        suspects(fill(0, 0, 50, 50, 1), fill(10, 10, 5, 5, 2));

        assertThat(suspects(fill(0, 0, 50, 50, 1), fill(10, 10, 5, 5, 2)).isEmpty())
                .isTrue();
    }

    @Test
    void otherOperationsAre() {
        suspects(fill(0, 0, 50, 50, 1), fill(10, 10, 5, 5, 2));

        assertThat(suspects(fill(0, 0, 50, 50, 1), fill(10, 10, 5, 5, 3))).isSameAs(changed);
        assertThat(suspects(fill(0, 0, 50, 50, 1))).isSameAs(changed);
    }

    @Test
    void theSameOperationsOnPixelsThatNoneOfThemStoresAreCompared() {
        suspects(fill(0, 0, 20, 20, 1), fill(10, 10, 25, 5, 2));

        assertThat(suspects(fill(0, 0, 20, 20, 1), fill(10, 10, 25, 5, 2))).isSameAs(changed);
    }

    @Test
    void whatOnlyTheShadowKnowsIsComparedWhereItIs() {
        Op[] ops = {fill(0, 0, 50, 50, 1), Op.damage(20, 30, 5, 5), fill(0, 0, 3, 3, 2)};
        suspects(ops);

        ChangedRows suspects = suspects(ops);

        assertThat(suspects.bounds()).isEqualTo(Rect.of(20, 30, 5, 5));
    }

    @Test
    void nothingIsKnownOnceThePixelsHaveMoved() {
        suspects(fill(0, 0, 50, 50, 1));
        repetition.forget(WIDTH, HEIGHT);

        assertThat(suspects(fill(0, 0, 50, 50, 1))).isSameAs(changed);
    }
}
