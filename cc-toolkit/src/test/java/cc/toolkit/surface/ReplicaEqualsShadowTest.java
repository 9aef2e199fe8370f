package cc.toolkit.surface;

import static org.assertj.core.api.Assertions.fail;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The contract of drawing: whoever applies the frames has the shadow's pixels, bit for bit, whatever is drawn. */
class ReplicaEqualsShadowTest {
    private static final int SEQUENCES = Integer.getInteger("cc.sequences", 2000);
    private static final long FIRST_SEED = Long.getLong("cc.seed", 1);
    /** To find the step that goes wrong. */
    private static final boolean EVERY_STEP = Boolean.getBoolean("cc.everyStep");

    private static final double[] SCALES = {1, 1, 1.25, 1.5, 2};

    @Test
    void whateverIsDrawn() {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + SEQUENCES; seed++) {
            try {
                new Sequence(seed).run();
            } catch (Throwable t) {
                throw new AssertionError("seed " + seed + " (run with -Dcc.seed=" + seed + " -Dcc.sequences=1)", t);
            }
        }
    }

    static final class Sequence {
        private final Random random;
        private final TestScreen screen = new TestScreen(TestScreen.manualRecorder());
        private final List<WindowSurface> windows = new ArrayList<>();
        private final List<Graphics2D> graphics = new ArrayList<>();
        private final List<Image> offscreen = new ArrayList<>();
        private final List<int[]> stolen = new ArrayList<>();
        private final RandomDrawing drawing;
        private final boolean plain;

        Sequence(long seed) {
            random = new Random(seed * 0x9E3779B97F4A7C15L);
            plain = random.nextInt(3) == 0;
            for (int i = random.nextInt(2); i >= 0; i--) {
                boolean translucent = random.nextInt(3) == 0;
                WindowSurface window = screen.window(
                        60 + random.nextInt(150),
                        60 + random.nextInt(100),
                        SCALES[random.nextInt(SCALES.length)],
                        translucent);
                windows.add(window);
                graphics.add(create(window));
            }
            drawing = new RandomDrawing(random, 120, 90);
            if (random.nextBoolean()) {
                for (int i = random.nextInt(3); i >= 0; i--) {
                    addOffscreen();
                }
            }
        }

        private void addOffscreen() {
            int width = 1 + random.nextInt(90);
            int height = 1 + random.nextInt(90);
            GraphicsConfiguration configuration = screen.configuration(SCALES[random.nextInt(SCALES.length)]);
            Image image = switch (random.nextInt(4)) {
                case 0 -> screen.recorder.createImage(null, width, height);
                case 1 ->
                    screen.recorder.createVolatileImage(null, configuration, width, height, 1 + random.nextInt(3));
                default -> compatible(width, height);
            };
            offscreen.add(image);
            graphics.add((Graphics2D) image.getGraphics());
        }

        /** As programs make their own double buffers. */
        private BufferedImage compatible(int width, int height) {
            GraphicsConfiguration like = random.nextBoolean() || offscreen.isEmpty()
                    ? new TestConfiguration(screen.recorder, SCALES[random.nextInt(SCALES.length)])
                    : graphics.get(graphics.size() - 1).getDeviceConfiguration();
            return random.nextBoolean()
                    ? like.createCompatibleImage(width, height)
                    : like.createCompatibleImage(width, height, 1 + random.nextInt(3));
        }

        private static Graphics2D create(WindowSurface window) {
            return window.createGraphics(Color.BLACK, Color.LIGHT_GRAY, new Font("Dialog", Font.PLAIN, 12));
        }

        void run() {
            for (int step = 10 + random.nextInt(40); step >= 0; step--) {
                int which = random.nextInt(graphics.size());
                step(which);
                if (random.nextInt(6) == 0 || EVERY_STEP) {
                    check();
                }
            }
            check();
        }

        private void step(int which) {
            Graphics2D g = graphics.get(which);
            switch (random.nextInt(30)) {
                case 0 -> {
                    if (which < windows.size()) {
                        resize(windows.get(which));
                    } else {
                        replaceOffscreen(which);
                    }
                }
                case 1 -> {
                    Graphics2D fresh = which < windows.size()
                            ? create(windows.get(which))
                            : (Graphics2D) offscreen.get(which - windows.size()).getGraphics();
                    graphics.set(which, fresh);
                }
                case 8 -> storePast(which);
                case 9, 10, 11 -> {
                    if (!offscreen.isEmpty()) {
                        drawing.log.add("blit");
                        g.drawImage(
                                offscreen.get(random.nextInt(offscreen.size())),
                                random.nextInt(60) - 10,
                                random.nextInt(60) - 10,
                                null);
                    }
                }
                case 2, 3, 4, 5, 6, 7 -> {
                    if (plain) {
                        g.setColor(new Color(random.nextInt(4) * 0x404040));
                    } else {
                        drawing.changeState(g);
                    }
                }
                default -> drawing.draw(g, offscreen);
            }
        }

        /** The old one is garbage now. */
        private void replaceOffscreen(int which) {
            drawing.log.add("replace");
            addOffscreen();
            offscreen.set(which - windows.size(), offscreen.remove(offscreen.size() - 1));
            graphics.set(which, graphics.remove(graphics.size() - 1));
        }

        /** Changes an image without its graphics. */
        private void storePast(int which) {
            if (which >= windows.size() && offscreen.get(which - windows.size()) instanceof BufferedImage image) {
                drawing.log.add("store");
                int x = random.nextInt(image.getWidth());
                int y = random.nextInt(image.getHeight());
                switch (random.nextInt(9)) {
                    case 0, 1, 2 -> image.setRGB(x, y, random.nextInt());
                    case 3, 4 -> storeRows(image, x, y);
                    case 5 -> image.setData(image.getData());
                    case 6 -> image.getRaster().setSample(x, y, 0, random.nextInt(256));
                    case 7 -> drawThroughPart(image, x, y);
                    default -> steal(image);
                }
                return;
            }
            for (int[] pixels : stolen) {
                pixels[random.nextInt(pixels.length)] = random.nextInt();
            }
        }

        private void storeRows(BufferedImage image, int x, int y) {
            int width = 1 + random.nextInt(image.getWidth() - x);
            int height = 1 + random.nextInt(image.getHeight() - y);
            int[] rows = random.ints((long) width * height).toArray();
            int missing = random.nextInt(3) == 0 ? random.nextInt(rows.length) : 0;
            try {
                image.setRGB(x, y, width, height, Arrays.copyOf(rows, rows.length - missing), 0, width);
            } catch (ArrayIndexOutOfBoundsException e) {
                drawing.log.add("too few rows");
            }
        }

        private void drawThroughPart(BufferedImage image, int x, int y) {
            Graphics2D g = image.getSubimage(x, y, image.getWidth() - x, image.getHeight() - y)
                    .createGraphics();
            drawing.changeState(g);
            drawing.draw(g, offscreen);
            g.dispose();
        }

        private void steal(BufferedImage image) {
            int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
            stolen.add(pixels);
            Arrays.fill(pixels, random.nextInt(pixels.length), pixels.length, random.nextInt());
        }

        private void resize(WindowSurface window) {
            drawing.log.add("resize");
            window.resize(
                    screen.configuration(1),
                    40 + random.nextInt(180),
                    40 + random.nextInt(120),
                    SCALES[random.nextInt(SCALES.length)]);
        }

        private void check() {
            drawing.log.add("flush");
            screen.flush();
            for (WindowSurface window : windows) {
                String difference = screen.difference(window.surface());
                if (difference != null) {
                    fail(difference + "\nafter " + drawing.log + "\nlast " + screen.commands);
                }
            }
        }
    }
}
