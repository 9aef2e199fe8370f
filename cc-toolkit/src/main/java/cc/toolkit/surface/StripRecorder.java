package cc.toolkit.surface;

import cc.protocol.raster.Rect;
import java.util.Arrays;

/**
 * Records a rectangle that only the shadow knows, where each of its rows, or each of its columns, is of one colour:
 * gradients as looks paint them under buttons, bars and titles, by a paint or by stretching an image. A strip of it is
 * an image, which is sent once however often it is drawn; and what is drawn on the rectangle later stays commands.
 */
final class StripRecorder {
    /** Smaller rectangles take no more as pixels. */
    private static final int MIN_PIXELS = 256;

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
            int[] column = new int[box.height()];
            for (int y = 0; y < column.length; y++) {
                column[y] = surface.pixels()[(box.top() + y) * surface.width() + box.left()];
            }
            Strip strip = new Strip(surface.format(), true, Math.min(Strip.SIDE, box.width()), column);
            for (int x = box.left(); x < box.right(); x += Strip.SIDE) {
                int right = Math.min(x + Strip.SIDE, box.right());
                surface.add(Op.strip(new Rect(x, box.top(), right, box.bottom()), strip));
            }
        } else if (columns) {
            int first = box.top() * surface.width() + box.left();
            int[] row = Arrays.copyOfRange(surface.pixels(), first, first + box.width());
            Strip strip = new Strip(surface.format(), false, Math.min(Strip.SIDE, box.height()), row);
            for (int y = box.top(); y < box.bottom(); y += Strip.SIDE) {
                int bottom = Math.min(y + Strip.SIDE, box.bottom());
                surface.add(Op.strip(new Rect(box.left(), y, box.right(), bottom), strip));
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
}
