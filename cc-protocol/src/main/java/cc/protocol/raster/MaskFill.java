package cc.protocol.raster;

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
        return format == PixelFormat.ARGB_PRE ? Alpha.premultiply(argb) : argb;
    }

    private static void over(Raster target, DrawCommand.FillMask fill, byte @Nullable [] coverage, int scan) {
        int[] pixels = target.pixels;
        int opaque = target.opaqueBits();
        boolean straight = target.straight();
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
                int factor = Raster.factor(straight, rest, pixel >>> 24);
                pixels[at] = Raster.pack(
                        straight,
                        a + multiply(rest, pixel >>> 24),
                        multiply(m, red) + multiply(factor, pixel >> 16 & 0xff),
                        multiply(m, green) + multiply(factor, pixel >> 8 & 0xff),
                        multiply(m, blue) + multiply(factor, pixel & 0xff));
            }
        }
    }

    private static void replace(Raster target, DrawCommand.FillMask fill, Mask mask) {
        int[] pixels = target.pixels;
        int opaque = target.opaqueBits();
        boolean straight = target.straight();
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
                int factor = Raster.factor(straight, rest, pixel >>> 24);
                pixels[at] = Raster.pack(
                        straight,
                        multiply(rest, pixel >>> 24) + multiply(m, alpha),
                        multiply(factor, pixel >> 16 & 0xff) + multiply(m, red),
                        multiply(factor, pixel >> 8 & 0xff) + multiply(m, green),
                        multiply(factor, pixel & 0xff) + multiply(m, blue));
            }
        }
    }
}
