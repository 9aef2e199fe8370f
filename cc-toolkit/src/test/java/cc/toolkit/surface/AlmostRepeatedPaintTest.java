package cc.toolkit.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A paint that is the last one but for a single thing, of whatever kind, is not taken for the same. */
class AlmostRepeatedPaintTest {
    private static final int SEQUENCES = Integer.getInteger("cc.repeatSequences", 150);
    private static final long FIRST_SEED = Long.getLong("cc.seed", 1);
    private static final int WIDTH = 100;
    private static final int HEIGHT = 70;
    private static final int PAINTS = 40;
    private static final int MAX_STEPS = 4;
    private static final int[] CONTRASTS = {100, 140, 180, 250};

    @Test
    void aPaintThatDiffersInOneThingIsTold() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEQUENCES; seed++) {
            try {
                new Sequence(seed).run();
            } catch (Throwable t) {
                throw new AssertionError(
                        "seed " + seed + " (run with -Dcc.seed=" + seed + " -Dcc.repeatSequences=1)", t);
            }
        }
    }

    private enum Kind {
        FILL,
        STRIP,
        DAMAGE,
        MASK,
        IMAGE,
        TEXT;

        /** Every third is a text, which has most to differ in. */
        static Kind random(Random random) {
            Kind[] all = values();
            return all[Math.min(all.length - 1, random.nextInt(all.length + 2))];
        }
    }

    /** One thing that is drawn; {@code look} chooses among what a kind has besides place, size and colour. */
    private record Step(Kind kind, int x, int y, int width, int height, int argb, int look) {
        static Step random(Random random) {
            return new Step(
                    Kind.random(random),
                    random.nextInt(WIDTH),
                    random.nextInt(HEIGHT),
                    1 + random.nextInt(WIDTH),
                    1 + random.nextInt(HEIGHT),
                    argb(random),
                    random.nextInt(1 << 10));
        }

        static int argb(Random random) {
            return random.nextInt() | (random.nextBoolean() ? 0xFF000000 : 0);
        }

        Step varied(Random random) {
            int by = random.nextBoolean() ? 1 : -1;
            return switch (random.nextInt(6)) {
                case 0 -> new Step(kind, x + by, y, width, height, argb, look);
                case 1 -> new Step(kind, x, y + by, width, height, argb, look);
                case 2 -> new Step(kind, x, y, width + by, height, argb, look);
                case 3 -> new Step(kind, x, y, width, height + by, argb, look);
                case 4 -> new Step(kind, x, y, width, height, argb(random), look);
                default -> new Step(kind, x, y, width, height, argb, look ^ 1 << random.nextInt(10));
            };
        }

        void draw(Graphics2D g, Image image) {
            g.setColor(new Color(argb, true));
            switch (kind) {
                case FILL -> g.fillRect(x, y, width, height);
                case TEXT -> text(g);
                case STRIP -> {
                    g.setPaint(gradient((look & 1) == 0, false));
                    g.fillRect(x, y, width, height);
                }
                case DAMAGE -> {
                    g.setPaint(gradient(true, true));
                    g.fillRect(x, y, width, height);
                }
                case MASK -> {
                    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
                    g.fillOval(x, y, width, height);
                }
                case IMAGE -> g.drawImage(image, (look & 3) == 0 ? 0 : x, (look & 3) == 0 ? 0 : y, null);
            }
        }

        private GradientPaint gradient(boolean across, boolean down) {
            Color from = new Color(argb | 0xFF000000);
            Color to = new Color(~argb | 0xFF000000);
            return new GradientPaint(0, 0, from, across ? WIDTH : 0, down || !across ? HEIGHT : 0, to);
        }

        private void text(Graphics2D g) {
            g.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING,
                    (look & 1) == 0
                            ? RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HRGB
                            : RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_LCD_CONTRAST, CONTRASTS[look >> 1 & 3]);
            // Two digits of one width, so that only the glyphs or only their places are others.
            String text = "W" + (look >> 3 & 3) + ((look & 1 << 5) == 0 ? "1 " : " 1") + "x";
            g.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 18));
            g.clipRect(0, 0, WIDTH / 4 + width, HEIGHT / 2 + height);
            g.drawString(text, x / 2, y);
        }
    }

    private static final class Sequence {
        private final Random random;
        private final TestScreen screen = new TestScreen(TestScreen.manualRecorder());
        private final WindowSurface window;
        private final Image image;
        private final List<Step> steps = new ArrayList<>();

        Sequence(long seed) {
            random = new Random(seed * 0x9E3779B97F4A7C15L);
            window = screen.window(WIDTH, HEIGHT, 1, random.nextInt(3) == 0);
            image = screen.recorder.createImage(null, WIDTH, HEIGHT);
            steps.add(new Step(
                    random.nextInt(5) == 0 ? Kind.IMAGE : Kind.FILL,
                    0,
                    0,
                    WIDTH - random.nextInt(6) / 5,
                    HEIGHT - random.nextInt(6) / 5,
                    random.nextInt(8) == 0 ? Step.argb(random) : 0xFFFFFFFF,
                    0));
            for (int i = random.nextInt(MAX_STEPS); i >= 0; i--) {
                steps.add(Step.random(random));
            }
        }

        void run() {
            for (int i = 0; i < PAINTS; i++) {
                paint();
                screen.flush();
                assertThat(screen.difference(window.surface())).isNull();
                vary();
            }
        }

        private void vary() {
            int one = random.nextInt(steps.size());
            switch (random.nextInt(14)) {
                case 0 -> steps.set(Math.max(1, one), Step.random(random));
                case 1 -> {
                    if (one > 0 && steps.size() > 2) {
                        steps.remove(one);
                    }
                }
                case 2 -> {
                    if (steps.size() < MAX_STEPS) {
                        steps.add(Step.random(random));
                    }
                }
                case 3 -> Collections.swap(steps.subList(1, steps.size()), 0, random.nextInt(steps.size() - 1));
                case 4 -> Step.random(random).draw((Graphics2D) image.getGraphics(), image);
                case 5 -> window.resize(screen.configuration(1), WIDTH + random.nextInt(3), HEIGHT, 1);
                case 6, 7, 8 -> {
                    // The same once more.
                }
                default -> {
                    // What all else is painted on stays as it is mostly: otherwise no paint would be a repetition.
                    int other = random.nextInt(8) == 0 ? 0 : 1 + random.nextInt(steps.size() - 1);
                    steps.set(other, steps.get(other).varied(random));
                }
            }
        }

        private void paint() {
            for (Step step : steps) {
                Graphics2D g = window.createGraphics(Color.BLACK, Color.LIGHT_GRAY, new Font("Dialog", Font.PLAIN, 12));
                step.draw(g, image);
                g.dispose();
            }
        }
    }
}
