package cc.toolkit.window;

import cc.protocol.message.Image;
import com.google.protobuf.ByteString;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sun.awt.SunToolkit;

/** Pictures as messages: window icons and cursors. */
final class Icons {
    /** Icons are sent in one size, from which viewers make their own: a side of this many pixels. */
    private static final int ICON_SIDE = 32;

    private static final int BYTES_PER_PIXEL = 4;

    private Icons() {}

    /** The best of a window's icon images, or null if there is none. */
    static @Nullable Image of(List<java.awt.Image> images) {
        if (images.isEmpty()) {
            return null;
        }
        BufferedImage best = SunToolkit.getScaledIconImage(images, ICON_SIDE, ICON_SIDE);
        return best == null
                ? null
                : of(best.getRGB(0, 0, ICON_SIDE, ICON_SIDE, null, 0, ICON_SIDE), ICON_SIDE, ICON_SIDE);
    }

    /** A picture of pixels 0xAARRGGBB, not premultiplied. */
    static Image of(int[] argb, int width, int height) {
        byte[] rgba = new byte[width * height * BYTES_PER_PIXEL];
        int at = 0;
        for (int i = 0; i < width * height; i++) {
            int pixel = argb[i];
            rgba[at++] = (byte) (pixel >> 16);
            rgba[at++] = (byte) (pixel >> 8);
            rgba[at++] = (byte) pixel;
            rgba[at++] = (byte) (pixel >>> 24);
        }
        return Image.newBuilder()
                .setWidth(width)
                .setHeight(height)
                .setRgba(ByteString.copyFrom(rgba))
                .build();
    }
}
