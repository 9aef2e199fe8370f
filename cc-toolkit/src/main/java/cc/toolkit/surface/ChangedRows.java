package cc.toolkit.surface;

import cc.protocol.raster.Rect;
import java.util.Arrays;

/** Where a surface may have changed: for each row the columns between the first and the last change. */
final class ChangedRows {
    private int[] lefts;
    private int[] rights;
    private int top = Integer.MAX_VALUE;
    private int bottom = 0;
    /** The largest rectangle that was added: most of what is drawn later lies within. */
    private Rect largest = NOTHING;

    private static final Rect NOTHING = new Rect(0, 0, 0, 0);

    ChangedRows(int height) {
        lefts = new int[height];
        rights = new int[height];
        Arrays.fill(lefts, Integer.MAX_VALUE);
    }

    boolean isEmpty() {
        return top >= bottom;
    }

    /** The first row that may have changed. */
    int top() {
        return top;
    }

    /** The row after the last that may have changed. */
    int bottom() {
        return bottom;
    }

    /** Not less than {@link #right} where the row did not change. */
    int left(int y) {
        return lefts[y];
    }

    int right(int y) {
        return rights[y];
    }

    void add(int x, int y, int width, int height) {
        int end = y + height;
        int right = x + width;
        if (largest.left() <= x && largest.top() <= y && largest.right() >= right && largest.bottom() >= end) {
            return;
        }
        if ((long) width * height > largest.area()) {
            largest = new Rect(x, y, right, end);
        }
        for (int row = y; row < end; row++) {
            if (x < lefts[row]) {
                lefts[row] = x;
            }
            if (right > rights[row]) {
                rights[row] = right;
            }
        }
        top = Math.min(top, y);
        bottom = Math.max(bottom, end);
    }

    void clear() {
        if (!isEmpty()) {
            Arrays.fill(lefts, top, bottom, Integer.MAX_VALUE);
            Arrays.fill(rights, top, bottom, 0);
            top = Integer.MAX_VALUE;
            bottom = 0;
            largest = NOTHING;
        }
    }

    Rect bounds() {
        int left = Integer.MAX_VALUE;
        int right = 0;
        for (int row = top; row < bottom; row++) {
            left = Math.min(left, lefts[row]);
            right = Math.max(right, rights[row]);
        }
        return new Rect(left, top, right, bottom);
    }

    void resize(int width, int height) {
        lefts = resized(lefts, height, Integer.MAX_VALUE);
        rights = resized(rights, height, 0);
        for (int row = 0; row < height; row++) {
            rights[row] = Math.min(rights[row], width);
        }
        bottom = Math.min(bottom, height);
        largest = NOTHING;
    }

    private static int[] resized(int[] values, int length, int filler) {
        int[] resized = Arrays.copyOf(values, length);
        if (length > values.length) {
            Arrays.fill(resized, values.length, length, filler);
        }
        return resized;
    }
}
