package cc.protocol.raster;

import static cc.protocol.command.Alpha.multiply;

import cc.protocol.command.Alpha;
import cc.protocol.command.DrawCommand.Rule;
import cc.protocol.command.PixelFormat;

/** Pixels drawn onto pixels: Java2D's Blit and MaskBlit without a mask. */
final class Blit {
    private static final int FULL = 255;

    private final PixelFormat format;
    private final int[] source;
    private final int scan;

    Blit(PixelFormat format, int[] source, int scan) {
        this.format = format;
        this.source = source;
        this.scan = scan;
    }

    void paint(
            Raster target, int x, int y, int width, int height, int sourceX, int sourceY, Rule rule, int extraAlpha) {
        boolean copies = extraAlpha == FULL && (rule == Rule.SRC || format == PixelFormat.RGB);
        for (int row = 0; row < height; row++) {
            int at = (y + row) * target.width + x;
            int sourceAt = (sourceY + row) * scan + sourceX;
            if (copies) {
                copyRow(target, at, width, sourceAt);
            } else if (rule == Rule.SRC_OVER) {
                overRow(target, at, width, sourceAt, extraAlpha);
            } else {
                replaceRow(target, at, width, sourceAt, extraAlpha);
            }
        }
    }

    private void copyRow(Raster target, int from, int count, int sourceFrom) {
        int[] pixels = target.pixels;
        if (target.format == format || target.format == PixelFormat.RGB && format == PixelFormat.ARGB) {
            System.arraycopy(source, sourceFrom, pixels, from, count);
        } else if (format == PixelFormat.ARGB_PRE) {
            replaceRow(target, from, count, sourceFrom, FULL);
        } else {
            int opaque = format == PixelFormat.RGB ? 0xff000000 : 0;
            boolean straight = target.straight();
            for (int i = 0; i < count; i++) {
                int s = source[sourceFrom + i] | opaque;
                pixels[from + i] = straight ? s : Alpha.premultiply(s);
            }
        }
    }

    private void overRow(Raster target, int from, int count, int sourceFrom, int extraAlpha) {
        int[] pixels = target.pixels;
        int opaque = target.opaqueBits();
        boolean straight = target.straight();
        int sourceOpaque = format == PixelFormat.RGB ? 0xff000000 : 0;
        boolean premultiplied = format == PixelFormat.ARGB_PRE;
        for (int i = 0; i < count; i++) {
            int s = source[sourceFrom + i] | sourceOpaque;
            int a = multiply(extraAlpha, s >>> 24);
            if (a == 0) {
                continue;
            }
            int factor = premultiplied ? extraAlpha : a;
            int r = multiply(factor, s >> 16 & 0xff);
            int g = multiply(factor, s >> 8 & 0xff);
            int b = multiply(factor, s & 0xff);
            if (a < FULL) {
                int rest = FULL - a;
                int pixel = pixels[from + i] | opaque;
                int below = Raster.factor(straight, rest, pixel >>> 24);
                a += multiply(rest, pixel >>> 24);
                r += multiply(below, pixel >> 16 & 0xff);
                g += multiply(below, pixel >> 8 & 0xff);
                b += multiply(below, pixel & 0xff);
            }
            pixels[from + i] = Raster.pack(straight, a, r, g, b);
        }
    }

    private void replaceRow(Raster target, int from, int count, int sourceFrom, int extraAlpha) {
        int[] pixels = target.pixels;
        boolean straight = target.straight();
        int sourceOpaque = format == PixelFormat.RGB ? 0xff000000 : 0;
        boolean premultiplied = format == PixelFormat.ARGB_PRE;
        for (int i = 0; i < count; i++) {
            int s = source[sourceFrom + i] | sourceOpaque;
            int a = multiply(extraAlpha, s >>> 24);
            int factor = premultiplied ? extraAlpha : a;
            int r = multiply(factor, s >> 16 & 0xff);
            int g = multiply(factor, s >> 8 & 0xff);
            int b = multiply(factor, s & 0xff);
            pixels[from + i] = Raster.pack(straight, a, r, g, b);
        }
    }
}
