package cc.screen.nativ;

import cc.protocol.command.PixelFormat;
import cc.protocol.raster.Replica;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.DirectColorModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;

/** A surface of a replica as an image that shares its pixels: what is drawn on the surface needs no copy to be shown. */
final class SurfaceImage {
    private static final int RED = 0xFF0000;
    private static final int GREEN = 0xFF00;
    private static final int BLUE = 0xFF;
    private static final ColorModel OPAQUE = new DirectColorModel(24, RED, GREEN, BLUE);
    private static final ColorModel PREMULTIPLIED = new DirectColorModel(
            ColorSpace.getInstance(ColorSpace.CS_sRGB), 32, RED, GREEN, BLUE, 0xFF000000, true, DataBuffer.TYPE_INT);

    private int @Nullable [] pixels;
    private @Nullable BufferedImage image;

    /** The surface as it is now, or null if there is none. */
    @Nullable
    BufferedImage of(Replica replica, int surface) {
        if (!replica.has(surface)) {
            pixels = null;
            image = null;
            return null;
        }
        int[] live = replica.pixels(surface);
        if (live != pixels) {
            pixels = live;
            image = wrap(live, replica.width(surface), replica.height(surface), replica.format(surface));
        }
        return image;
    }

    private static BufferedImage wrap(int[] pixels, int width, int height, PixelFormat format) {
        boolean opaque = format == PixelFormat.RGB;
        ColorModel model = opaque ? OPAQUE : PREMULTIPLIED;
        int[] masks = opaque ? new int[] {RED, GREEN, BLUE} : new int[] {RED, GREEN, BLUE, 0xFF000000};
        SinglePixelPackedSampleModel samples =
                new SinglePixelPackedSampleModel(DataBuffer.TYPE_INT, width, height, width, masks);
        WritableRaster raster = Raster.createWritableRaster(samples, new DataBufferInt(pixels, width * height), null);
        return new BufferedImage(model, raster, !opaque, null);
    }
}
