package cc.toolkit.input;

import cc.toolkit.window.CcGraphicsConfiguration;
import cc.toolkit.window.CcGraphicsDevice;
import cc.toolkit.window.CcWindowPeer;
import cc.toolkit.window.WindowStack;
import java.awt.Rectangle;
import java.awt.SystemColor;
import java.util.Arrays;

/** What a screen shows, composed of the windows on it in their order; exact where a window has the screen's scale. */
final class ScreenPixels {
    private static final int OPAQUE = 255;

    private final WindowStack stack;
    private final CcGraphicsDevice screen;

    ScreenPixels(WindowStack stack, CcGraphicsDevice screen) {
        this.stack = stack;
        this.screen = screen;
    }

    /** The pixels of a rectangle in device pixels that are counted from the screen's corner, which is in units. */
    int[] read(Rectangle area) {
        int[] pixels = new int[area.width * area.height];
        Arrays.fill(pixels, SystemColor.desktop.getRGB());
        for (CcWindowPeer<?> window : stack.bottomToTop()) {
            add(window, area, pixels);
        }
        return pixels;
    }

    private void add(CcWindowPeer<?> window, Rectangle area, int[] pixels) {
        CcGraphicsConfiguration configuration = screen.getDefaultConfiguration();
        Rectangle corner = configuration.getBounds();
        double scale = configuration.scale();
        Rectangle bounds = window.bounds();
        Rectangle shown = new Rectangle(
                corner.x + (int) Math.round((bounds.x - corner.x) * scale),
                corner.y + (int) Math.round((bounds.y - corner.y) * scale),
                (int) Math.ceil(bounds.width * scale),
                (int) Math.ceil(bounds.height * scale));
        Rectangle common = shown.intersection(area);
        if (common.isEmpty()) {
            return;
        }
        double zoom = window.scale() / scale;
        Rectangle source = new Rectangle(
                (int) ((common.x - shown.x) * zoom),
                (int) ((common.y - shown.y) * zoom),
                (int) Math.ceil(common.width * zoom),
                (int) Math.ceil(common.height * zoom));
        int[] from = window.readPixels(source);
        if (from == null) {
            return;
        }
        int opacity = Math.round(window.opacity() * OPAQUE);
        for (int y = 0; y < common.height; y++) {
            int row = Math.min(source.height - 1, (int) (y * zoom)) * source.width;
            int to = (common.y - area.y + y) * area.width + common.x - area.x;
            for (int x = 0; x < common.width; x++, to++) {
                int screenX = (int) (bounds.x + (common.x - shown.x + x) / scale);
                int screenY = (int) (bounds.y + (common.y - shown.y + y) / scale);
                if (window.covers(screenX, screenY)) {
                    int pixel = from[row + Math.min(source.width - 1, (int) (x * zoom))];
                    pixels[to] = over(pixel, opacity, pixels[to]);
                }
            }
        }
    }

    private static int over(int pixel, int opacity, int below) {
        int alpha = (pixel >>> 24) * opacity / OPAQUE;
        if (alpha == OPAQUE) {
            return pixel;
        }
        return OPAQUE << 24
                | mix(pixel >> 16, below >> 16, alpha) << 16
                | mix(pixel >> 8, below >> 8, alpha) << 8
                | mix(pixel, below, alpha);
    }

    private static int mix(int above, int below, int alpha) {
        return ((above & OPAQUE) * alpha + (below & OPAQUE) * (OPAQUE - alpha) + OPAQUE / 2) / OPAQUE;
    }
}
