package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.Rule;
import cc.protocol.command.PixelFormat;
import cc.protocol.command.PixelImage;
import cc.protocol.raster.Rect;
import java.util.Arrays;

/**
 * Records a rectangle that only the shadow knows, where each of its rows, or each of its columns, is of one colour:
 * gradients as looks paint them under buttons, bars and titles, by a paint or by stretching an image. A strip of it is
 * an image, which is sent once however often it is drawn; and what is drawn on the rectangle later stays commands.
 */
final class StripRecorder {
    /** The width of strips whose rows are of one colour, and the height of those whose columns are. */
    private static final int SIDE = 64;

    /** Smaller rectangles take no more as pixels. */
    private static final int MIN_PIXELS = 256;

    private static final int FULL = 255;

    private StripRecorder() {}

    /**
     * Needs the recorder's lock; nobody draws in the box without it.
     *
     * @return false where the rectangle is none like that, and nothing was recorded
     */
    static boolean record(Surface surface, Rect box) {
        if (box.area() < MIN_PIXELS) {
            return false;
        }
        boolean columns = hasEqualRows(surface, box);
        boolean rows = hasRowsOfOneColour(surface, box);
        if (columns && rows) {
            surface.addFill(box, surface.pixels()[box.top() * surface.width() + box.left()]);
        } else if (rows) {
            Rect first = new Rect(box.left(), box.top(), Math.min(box.left() + SIDE, box.right()), box.bottom());
            PixelImage strip = copy(surface, first);
            for (int x = box.left(); x < box.right(); x += SIDE) {
                draw(surface, strip, new Rect(x, box.top(), Math.min(x + SIDE, box.right()), box.bottom()));
            }
        } else if (columns) {
            Rect first = new Rect(box.left(), box.top(), box.right(), Math.min(box.top() + SIDE, box.bottom()));
            PixelImage strip = copy(surface, first);
            for (int y = box.top(); y < box.bottom(); y += SIDE) {
                draw(surface, strip, new Rect(box.left(), y, box.right(), Math.min(y + SIDE, box.bottom())));
            }
        }
        return columns || rows;
    }

    private static boolean hasEqualRows(Surface surface, Rect box) {
        int[] pixels = surface.pixels();
        int first = box.top() * surface.width() + box.left();
        for (int y = 1; y < box.height(); y++) {
            int row = first + y * surface.width();
            if (!Arrays.equals(pixels, first, first + box.width(), pixels, row, row + box.width())) {
                return false;
            }
        }
        return true;
    }

    private static boolean hasRowsOfOneColour(Surface surface, Rect box) {
        int[] pixels = surface.pixels();
        for (int y = box.top(); y < box.bottom(); y++) {
            int row = y * surface.width();
            // Each pixel equals its neighbour.
            if (!Arrays.equals(
                    pixels, row + box.left(), row + box.right() - 1, pixels, row + box.left() + 1, row + box.right())) {
                return false;
            }
        }
        return true;
    }

    private static PixelImage copy(Surface surface, Rect box) {
        int[] copy = new int[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            int row = (box.top() + y) * surface.width() + box.left();
            System.arraycopy(surface.pixels(), row, copy, y * box.width(), box.width());
        }
        return new PixelImage(surface.format(), box.width(), box.height(), copy);
    }

    private static void draw(Surface surface, PixelImage strip, Rect to) {
        // Opaque images are copied by both rules; this one takes fewer bytes.
        Rule rule = surface.format() == PixelFormat.RGB ? Rule.SRC_OVER : Rule.SRC;
        DrawCommand command = new DrawCommand.DrawImage(
                surface.id(), to.left(), to.top(), to.width(), to.height(), strip, 0, 0, rule, FULL);
        surface.add(new Op(to.left(), to.top(), to.width(), to.height(), command, true));
    }
}
