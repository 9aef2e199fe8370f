package cc.protocol.raster;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.command.Alpha;
import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.Rule;
import cc.protocol.command.GammaTables;
import cc.protocol.command.Mask;
import cc.protocol.command.PixelFormat;
import cc.protocol.command.PixelImage;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sun.font.GlyphList;
import sun.java2d.SunGraphics2D;
import sun.java2d.loops.CompositeType;
import sun.java2d.loops.DrawGlyphListLCD;
import sun.java2d.loops.FontInfo;
import sun.java2d.loops.MaskFill;
import sun.java2d.loops.SurfaceType;

/** The replica's arithmetic against the JDK that runs the test, drawing the same at random on both. */
class Java2DComparisonTest {
    private static final int WIDTH = 40;
    private static final int HEIGHT = 32;
    private static final int ROUNDS = 1_500;
    private static final int SURFACE = 7;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private int subpixelRuns;

    @ParameterizedTest
    @EnumSource
    void masksAreFilledAlike(PixelFormat format) {
        for (int round = 0; round < ROUNDS; round++) {
            Pair pair = new Pair(format);
            int color = color();
            byte[] coverage = coverage(WIDTH * HEIGHT);
            int x = random.nextInt(WIDTH - 8);
            int y = random.nextInt(HEIGHT - 8);
            boolean masked = random.nextInt(4) > 0;
            Rule rule = random.nextBoolean() ? Rule.SRC : Rule.SRC_OVER;
            SunGraphics2D g = (SunGraphics2D) pair.image.createGraphics();
            g.setColor(new Color(color, true));
            g.setComposite(rule == Rule.SRC ? AlphaComposite.Src : AlphaComposite.SrcOver);
            // Without a mask, SRC is not a mask fill of Java2D's pipelines but a plain fill.
            if (masked || rule == Rule.SRC) {
                MaskFill loop = MaskFill.getFromCache(
                        SurfaceType.AnyColor,
                        rule == Rule.SRC ? CompositeType.SrcNoEa : CompositeType.SrcOver,
                        typeOf(format));
                loop.MaskFill(
                        g,
                        g.surfaceData,
                        g.getComposite(),
                        x,
                        y,
                        8,
                        8,
                        masked ? coverage : null,
                        masked ? WIDTH + 3 : 0,
                        masked ? WIDTH : 0);
            } else {
                g.fillRect(x, y, 8, 8);
            }
            g.dispose();
            Mask mask = masked ? new Mask(Mask.Kind.GRAY, WIDTH, HEIGHT, coverage) : null;
            pair.replica.apply(new DrawCommand.FillMask(SURFACE, x, y, 8, 8, mask, 3, 1, color, rule));
            pair.compare("mask fill " + masked + " " + rule + " of " + Integer.toHexString(color));
        }
    }

    @ParameterizedTest
    @EnumSource
    void grayTextIsPaintedAlike(PixelFormat format) {
        compareText(format, RenderingHints.VALUE_TEXT_ANTIALIAS_ON, 140);
    }

    @ParameterizedTest
    @EnumSource
    void aliasedTextIsPaintedAlike(PixelFormat format) {
        compareText(format, RenderingHints.VALUE_TEXT_ANTIALIAS_OFF, 140);
    }

    @ParameterizedTest
    @EnumSource
    void subpixelTextIsPaintedAlikeWithEveryContrast(PixelFormat format) {
        for (int contrast = 100; contrast <= 250; contrast += 10) {
            compareText(format, RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HRGB, contrast);
        }
        assertThat(subpixelRuns).isPositive();
    }

    private void compareText(PixelFormat format, Object hint, int contrast) {
        Font font = new Font(Font.SANS_SERIF, Font.PLAIN, 17);
        for (int round = 0; round < 150; round++) {
            Pair pair = new Pair(format);
            SunGraphics2D g = (SunGraphics2D) pair.image.createGraphics();
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, hint);
            g.setRenderingHint(RenderingHints.KEY_TEXT_LCD_CONTRAST, contrast);
            g.setFont(font);
            // Only SRC lets a translucent colour reach the glyph loops; SRC_OVER makes a mask fill of it.
            boolean translucent = random.nextBoolean() && hint == RenderingHints.VALUE_TEXT_ANTIALIAS_ON;
            int color = translucent ? color() : color() | 0xff000000;
            g.setComposite(translucent ? AlphaComposite.Src : AlphaComposite.SrcOver);
            g.setColor(new Color(color, true));
            String text = "" + (char) ('!' + random.nextInt(90)) + (char) ('!' + random.nextInt(90));
            int x = random.nextInt(WIDTH) - 6;
            int y = random.nextInt(HEIGHT + 6);
            g.clipRect(3, 4, WIDTH - 8, HEIGHT - 7);
            List<Mask> glyphs = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            GlyphList list = GlyphList.getInstance();
            // Java2D's pipelines do not draw subpixel text on translucent surfaces; its loop does.
            boolean loopOnly = hint == RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HRGB && format != PixelFormat.RGB;
            FontInfo info = loopOnly ? subpixelInfo(font) : g.getFontInfo();
            list.setFromString(info, text, x, y);
            boolean subpixel = collect(list, glyphs, places);
            if (loopOnly) {
                list.setFromString(info, text, x, y);
                list.startGlyphIteration();
                DrawGlyphListLCD.locate(SurfaceType.AnyColor, CompositeType.SrcNoEa, typeOf(format))
                        .DrawGlyphListLCD(g, g.surfaceData, list, 0, list.getNumGlyphs());
            }
            list.dispose();
            if (!loopOnly) {
                g.drawString(text, x, y);
            }
            g.dispose();
            int[] xs = new int[glyphs.size()];
            int[] ys = new int[glyphs.size()];
            for (int i = 0; i < xs.length; i++) {
                xs[i] = places.get(2 * i);
                ys[i] = places.get(2 * i + 1);
            }
            subpixelRuns += subpixel ? 1 : 0;
            pair.replica.apply(new DrawCommand.GlyphRun(
                    SURFACE,
                    3,
                    4,
                    WIDTH - 8,
                    HEIGHT - 7,
                    color,
                    subpixel ? GammaTables.ofContrast(contrast) : null,
                    glyphs.toArray(Mask[]::new),
                    xs,
                    ys));
            pair.compare("text " + text + " of " + Integer.toHexString(color) + ", subpixel " + subpixel + ", contrast "
                    + contrast);
        }
    }

    private static SurfaceType typeOf(PixelFormat format) {
        return switch (format) {
            case RGB -> SurfaceType.IntRgb;
            case ARGB -> SurfaceType.IntArgb;
            case ARGB_PRE -> SurfaceType.IntArgbPre;
        };
    }

    private static FontInfo subpixelInfo(Font font) {
        BufferedImage opaque = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB);
        SunGraphics2D g = (SunGraphics2D) opaque.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HRGB);
        g.setFont(font);
        FontInfo info = g.getFontInfo();
        g.dispose();
        return info;
    }

    private static boolean collect(GlyphList list, List<Mask> glyphs, List<Integer> places) {
        boolean subpixel = false;
        list.startGlyphIteration();
        for (int i = 0; i < list.getNumGlyphs(); i++) {
            list.setGlyphIndex(i);
            int[] metrics = list.getMetrics();
            int width = metrics[2];
            int height = metrics[3];
            if (width == 0 || height == 0) {
                continue;
            }
            int rowBytes = metrics[4];
            boolean lcd = rowBytes != width;
            subpixel |= lcd;
            byte[] bits = list.getGrayBits();
            int used = lcd ? width * 3 : width;
            byte[] coverage = new byte[used * height];
            for (int row = 0; row < height; row++) {
                System.arraycopy(bits, row * rowBytes, coverage, row * used, used);
            }
            glyphs.add(new Mask(lcd ? Mask.Kind.LCD : Mask.Kind.GRAY, width, height, coverage));
            places.add(metrics[0]);
            places.add(metrics[1]);
        }
        return subpixel;
    }

    @ParameterizedTest
    @EnumSource
    void imagesOfAllFormatsAreDrawnAlike(PixelFormat format) {
        for (int round = 0; round < ROUNDS; round++) {
            Pair pair = new Pair(format);
            PixelFormat sourceFormat = PixelFormat.values()[random.nextInt(3)];
            BufferedImage source = image(sourceFormat);
            Rule rule = random.nextBoolean() ? Rule.SRC : Rule.SRC_OVER;
            int extraAlpha = random.nextInt(3) == 0 ? random.nextInt(256) : 255;
            int x = random.nextInt(WIDTH - 8);
            int y = random.nextInt(HEIGHT - 8);
            Graphics2D g = pair.image.createGraphics();
            g.setComposite(AlphaComposite.getInstance(
                    rule == Rule.SRC ? AlphaComposite.SRC : AlphaComposite.SRC_OVER, extraAlpha / 255f));
            g.drawImage(source, x, y, x + 8, y + 8, 5, 6, 13, 14, null);
            g.dispose();
            PixelImage sent = new PixelImage(sourceFormat, WIDTH, HEIGHT, pixels(source));
            pair.replica.apply(new DrawCommand.DrawImage(SURFACE, x, y, 8, 8, sent, 5, 6, rule, extraAlpha));
            pair.compare("image " + sourceFormat + " " + rule + " " + extraAlpha);
        }
    }

    @ParameterizedTest
    @EnumSource
    void areasAreCopiedAlikeWhereTheyOverlap(PixelFormat format) {
        for (int round = 0; round < ROUNDS; round++) {
            Pair pair = new Pair(format);
            int width = 1 + random.nextInt(WIDTH - 1);
            int height = 1 + random.nextInt(HEIGHT - 1);
            int x = random.nextInt(WIDTH - width + 1);
            int y = random.nextInt(HEIGHT - height + 1);
            int dx = random.nextInt(WIDTH - width + 1) - x;
            int dy = random.nextInt(HEIGHT - height + 1) - y;
            Graphics2D g = pair.image.createGraphics();
            // With SRC_OVER Java2D would blend what it moves.
            g.setComposite(AlphaComposite.Src);
            g.copyArea(x, y, width, height, dx, dy);
            g.dispose();
            pair.replica.apply(new DrawCommand.CopyArea(SURFACE, x, y, width, height, dx, dy));
            pair.compare("copy");
        }
    }

    private int color() {
        int alpha = switch (random.nextInt(4)) {
            case 0 -> 0;
            case 1 -> random.nextInt(256);
            default -> 255;
        };
        return random.nextInt(1 << 24) | alpha << 24;
    }

    private byte[] coverage(int length) {
        byte[] coverage = new byte[length];
        random.nextBytes(coverage);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(3) == 0) {
                coverage[i] = (byte) (random.nextBoolean() ? 0 : 255);
            }
        }
        return coverage;
    }

    private BufferedImage image(PixelFormat format) {
        int type = switch (format) {
            case RGB -> BufferedImage.TYPE_INT_RGB;
            case ARGB -> BufferedImage.TYPE_INT_ARGB;
            case ARGB_PRE -> BufferedImage.TYPE_INT_ARGB_PRE;
        };
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        int[] pixels = pixels(image);
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = format == PixelFormat.ARGB_PRE ? Alpha.premultiply(color()) : color();
        }
        return image;
    }

    /** The image's own array. */
    private static int[] pixels(BufferedImage image) {
        return ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    /** The same pixels in an image of Java2D and in a replica. */
    private final class Pair {
        final BufferedImage image;
        final Replica replica = new Replica();

        Pair(PixelFormat format) {
            image = image(format);
            replica.apply(new DrawCommand.DefineSurface(SURFACE, format, WIDTH, HEIGHT));
            int[] copy = Arrays.copyOf(Java2DComparisonTest.pixels(image), WIDTH * HEIGHT);
            replica.apply(new DrawCommand.SetPixels(SURFACE, 0, 0, WIDTH, HEIGHT, copy));
        }

        void compare(String what) {
            int meaningful = replica.format(SURFACE) == PixelFormat.RGB ? 0xffffff : -1;
            assertThat(masked(replica.pixels(SURFACE), meaningful))
                    .as("%s, seed %d", what, seed)
                    .isEqualTo(masked(Java2DComparisonTest.pixels(image), meaningful));
        }

        private int[] masked(int[] pixels, int mask) {
            return Arrays.stream(pixels).map(pixel -> pixel & mask).toArray();
        }
    }
}
