package cc.protocol.raster;

import static cc.protocol.command.Alpha.divide;
import static cc.protocol.command.Alpha.multiply;

import cc.protocol.command.Alpha;
import cc.protocol.command.DrawCommand;
import cc.protocol.command.GammaTables;
import cc.protocol.command.Mask;
import cc.protocol.command.PixelFormat;

/** Runs of glyphs, gray and subpixel: Java2D's DrawGlyphListAA and DrawGlyphListLCD. */
final class GlyphPaint {
    private static final int FULL = 255;

    /** Turns the sum of three coverages into their mean, in 65536ths. */
    private static final int THIRD = 21_931;

    private GlyphPaint() {}

    static void paint(Raster target, DrawCommand.GlyphRun run) {
        GammaTables tables = run.tables();
        boolean opaque = target.format == PixelFormat.RGB;
        for (int i = 0; i < run.glyphs().length; i++) {
            Mask glyph = run.glyphs()[i];
            int left = Math.max(run.xs()[i], run.clipX());
            int top = Math.max(run.ys()[i], run.clipY());
            int right = Math.min(run.xs()[i] + glyph.width(), run.clipX() + run.clipWidth());
            int bottom = Math.min(run.ys()[i] + glyph.height(), run.clipY() + run.clipHeight());
            for (int y = top; y < bottom && left < right; y++) {
                int at = y * target.width + left;
                int maskAt = (y - run.ys()[i]) * glyph.width() + left - run.xs()[i];
                if (tables != null) {
                    subpixelRow(target, at, right - left, glyph.coverage(), maskAt * 3, run.argb(), tables);
                } else if (opaque) {
                    opaqueRow(target.pixels, at, right - left, glyph.coverage(), maskAt, run.argb());
                } else {
                    translucentRow(target, at, right - left, glyph.coverage(), maskAt, run.argb());
                }
            }
        }
    }

    private static void opaqueRow(int[] pixels, int from, int count, byte[] mask, int maskFrom, int argb) {
        int red = argb >> 16 & 0xff;
        int green = argb >> 8 & 0xff;
        int blue = argb & 0xff;
        for (int i = 0; i < count; i++) {
            int m = mask[maskFrom + i] & 0xff;
            if (m == 0) {
                continue;
            }
            if (m == FULL) {
                pixels[from + i] = argb;
                continue;
            }
            int rest = FULL - m;
            int pixel = pixels[from + i];
            pixels[from + i] = multiply(rest, pixel >> 16 & 0xff) + multiply(m, red) << 16
                    | multiply(rest, pixel >> 8 & 0xff) + multiply(m, green) << 8
                    | multiply(rest, pixel & 0xff) + multiply(m, blue);
        }
    }

    private static void translucentRow(Raster target, int from, int count, byte[] mask, int maskFrom, int argb) {
        int[] pixels = target.pixels;
        boolean straight = target.straight();
        for (int i = 0; i < count; i++) {
            int m = mask[maskFrom + i] & 0xff;
            if (m == 0) {
                continue;
            }
            int a = multiply(m, argb >>> 24);
            if (a == FULL) {
                pixels[from + i] = argb;
                continue;
            }
            int r = multiply(a, argb >> 16 & 0xff);
            int g = multiply(a, argb >> 8 & 0xff);
            int b = multiply(a, argb & 0xff);
            int pixel = pixels[from + i];
            if (pixel >>> 24 != 0) {
                int rest = FULL - a;
                int factor = Raster.factor(straight, rest, pixel >>> 24);
                a += multiply(rest, pixel >>> 24);
                r += multiply(factor, pixel >> 16 & 0xff);
                g += multiply(factor, pixel >> 8 & 0xff);
                b += multiply(factor, pixel & 0xff);
            }
            pixels[from + i] = Raster.pack(straight, a, r, g, b);
        }
    }

    private static void subpixelRow(
            Raster target, int from, int count, byte[] mask, int maskFrom, int argb, GammaTables tables) {
        int[] pixels = target.pixels;
        boolean opaque = target.format == PixelFormat.RGB;
        byte[] gamma = tables.gamma();
        byte[] inverse = tables.inverseGamma();
        int full = target.straight() ? argb : Alpha.premultiply(argb);
        int red = inverse[argb >> 16 & 0xff] & 0xff;
        int green = inverse[argb >> 8 & 0xff] & 0xff;
        int blue = inverse[argb & 0xff] & 0xff;
        for (int i = 0, m = maskFrom; i < count; i++, m += 3) {
            int mRed = mask[m] & 0xff;
            int mGreen = mask[m + 1] & 0xff;
            int mBlue = mask[m + 2] & 0xff;
            if ((mRed | mGreen | mBlue) == 0) {
                continue;
            }
            if ((mRed & mGreen & mBlue) == FULL) {
                pixels[from + i] = full;
                continue;
            }
            int pixel = pixels[from + i];
            int r = pixel >> 16 & 0xff;
            int g = pixel >> 8 & 0xff;
            int b = pixel & 0xff;
            int a = 0;
            if (!opaque) {
                int below = pixel >>> 24;
                if (!target.straight() && below != 0 && below != FULL) {
                    r = divide(r, below);
                    g = divide(g, below);
                    b = divide(b, below);
                }
                int mean = (mRed + mGreen + mBlue) * THIRD >> 16;
                a = multiply(FULL - mean, below) + multiply(mean, argb >>> 24);
            }
            pixels[from + i] = Raster.pack(
                    target.straight(),
                    a,
                    blend(r, red, mRed, gamma, inverse),
                    blend(g, green, mGreen, gamma, inverse),
                    blend(b, blue, mBlue, gamma, inverse));
        }
    }

    private static int blend(int below, int color, int m, byte[] gamma, byte[] inverse) {
        return gamma[multiply(FULL - m, inverse[below] & 0xff) + multiply(m, color)] & 0xff;
    }
}
