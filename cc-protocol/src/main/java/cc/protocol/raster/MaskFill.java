package cc.protocol.raster;

import static cc.protocol.command.Alpha.divide;
import static cc.protocol.command.Alpha.multiply;

import cc.protocol.command.Alpha;
import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.Rule;
import cc.protocol.command.Mask;
import cc.protocol.command.PixelFormat;
import org.jspecify.annotations.Nullable;

/** A colour painted through a mask, or with full coverage: Java2D's MaskFill. */
final class MaskFill {
    private static final int FULL = 255;

    private MaskFill() {}

    static void paint(Raster target, DrawCommand.FillMask fill) {
        Mask mask = fill.mask();
        if (fill.rule() == Rule.SRC_OVER) {
            if (fill.argb() >>> 24 != 0) {
                over(target, fill, mask == null ? null : mask.coverage(), mask == null ? 0 : mask.width());
            }
        } else if (mask == null) {
            target.fill(fill.x(), fill.y(), fill.width(), fill.height(), stored(target.format, fill.argb()));
        } else {
            replace(target, fill, mask);
        }
    }

    /** What full coverage stores with rule SRC. */
    private static int stored(PixelFormat format, int argb) {
        if (argb >>> 24 == 0) {
            return 0;
        }
        return format == PixelFormat.RGB ? argb : Alpha.premultiply(argb);
    }

    private static void over(Raster target, DrawCommand.FillMask fill, byte @Nullable [] coverage, int scan) {
        int[] pixels = target.pixels;
        int opaque = target.opaqueBits();
        int color = Alpha.premultiply(fill.argb());
        int alpha = color >>> 24;
        int red = color >> 16 & 0xff;
        int green = color >> 8 & 0xff;
        int blue = color & 0xff;
        for (int row = 0; row < fill.height(); row++) {
            int at = (fill.y() + row) * target.width + fill.x();
            int end = at + fill.width();
            int maskAt = (fill.maskY() + row) * scan + fill.maskX();
            for (; at < end; at++, maskAt++) {
                int m = coverage == null ? FULL : coverage[maskAt] & 0xff;
                if (m == 0) {
                    continue;
                }
                int a = multiply(m, alpha);
                int rest = FULL - a;
                if (rest == 0) {
                    pixels[at] = color;
                    continue;
                }
                int pixel = pixels[at] | opaque;
                pixels[at] = a + multiply(rest, pixel >>> 24) << 24
                        | multiply(m, red) + multiply(rest, pixel >> 16 & 0xff) << 16
                        | multiply(m, green) + multiply(rest, pixel >> 8 & 0xff) << 8
                        | multiply(m, blue) + multiply(rest, pixel & 0xff);
            }
        }
    }

    private static void replace(Raster target, DrawCommand.FillMask fill, Mask mask) {
        int[] pixels = target.pixels;
        int opaque = target.opaqueBits();
        int full = stored(target.format, fill.argb());
        int color = Alpha.premultiply(fill.argb());
        int alpha = color >>> 24;
        int red = color >> 16 & 0xff;
        int green = color >> 8 & 0xff;
        int blue = color & 0xff;
        for (int row = 0; row < fill.height(); row++) {
            int at = (fill.y() + row) * target.width + fill.x();
            int end = at + fill.width();
            int maskAt = (fill.maskY() + row) * mask.width() + fill.maskX();
            for (; at < end; at++, maskAt++) {
                int m = mask.coverage()[maskAt] & 0xff;
                if (m == 0) {
                    continue;
                }
                if (m == FULL) {
                    pixels[at] = full;
                    continue;
                }
                int rest = FULL - m;
                int pixel = pixels[at] | opaque;
                int a = multiply(rest, pixel >>> 24) + multiply(m, alpha);
                int r = multiply(rest, pixel >> 16 & 0xff) + multiply(m, red);
                int g = multiply(rest, pixel >> 8 & 0xff) + multiply(m, green);
                int b = multiply(rest, pixel & 0xff) + multiply(m, blue);
                if (opaque != 0 && a > 0 && a < FULL) {
                    r = divide(r, a);
                    g = divide(g, a);
                    b = divide(b, a);
                }
                pixels[at] = a << 24 | r << 16 | g << 8 | b;
            }
        }
    }
}
