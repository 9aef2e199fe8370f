package cc.toolkit.surface;

import cc.protocol.raster.Rect;

/** Moves and copies rectangles of pixels, row by row. */
final class PixelRows {
    private PixelRows() {}

    /** Moves pixels to a rectangle from where it is without {@code dx} and {@code dy}; both may overlap. */
    static void move(int[] pixels, int width, Rect to, int dx, int dy) {
        for (int i = 0; i < to.height(); i++) {
            int y = dy <= 0 ? to.top() + i : to.bottom() - 1 - i;
            System.arraycopy(pixels, (y - dy) * width + to.left() - dx, pixels, y * width + to.left(), to.width());
        }
    }

    static void copyTopLeft(int[] from, int fromWidth, int[] to, int toWidth, int rows) {
        int columns = Math.min(fromWidth, toWidth);
        for (int y = 0; y < rows; y++) {
            System.arraycopy(from, y * fromWidth, to, y * toWidth, columns);
        }
    }

    /** Copies a rectangle of one raster to the same place of another one of the same width. */
    static void copy(int[] from, int[] to, int width, Rect box) {
        for (int y = box.top(); y < box.bottom(); y++) {
            int row = y * width + box.left();
            System.arraycopy(from, row, to, row, box.width());
        }
    }
}
