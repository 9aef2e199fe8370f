package cc.toolkit.surface;

import cc.protocol.raster.Rect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the rectangles in which two rasters differ. */
final class ChangedBoxes {
    /** Changes that are no further apart than this are one rectangle: a command more costs more than the pixels. */
    private static final int GAP = 12;

    /** Pixels that are compared at once. */
    private static final int CHUNK = 64;

    private static final int MAX_BOXES = 48;

    private final List<Rect> open = new ArrayList<>();
    private final List<Rect> done = new ArrayList<>();

    private ChangedBoxes() {}

    /** Boxes that don't overlap and hold all pixels of {@code rows} that differ. */
    static List<Rect> find(int[] before, int[] now, int width, ChangedRows rows) {
        ChangedBoxes boxes = new ChangedBoxes();
        for (int y = rows.top(); y < rows.bottom(); y++) {
            boxes.closeAbove(y - GAP);
            boxes.scanRow(before, now, y, y * width, rows.left(y), rows.right(y));
        }
        boxes.done.addAll(boxes.open);
        separate(boxes.done);
        return boxes.done;
    }

    private void scanRow(int[] before, int[] now, int y, int row, int left, int right) {
        int start = -1;
        int end = -1;
        int x = left;
        while (x < right) {
            int first = Arrays.mismatch(before, row + x, row + right, now, row + x, row + right);
            if (first < 0) {
                break;
            }
            first += x;
            if (start < 0) {
                start = first;
            } else if (first - end > GAP) {
                addSpan(start, end, y);
                start = first;
            }
            int chunkEnd = Math.min(first + CHUNK, right);
            end = chunkEnd;
            while (before[row + end - 1] == now[row + end - 1]) {
                end--;
            }
            x = chunkEnd;
        }
        if (start >= 0) {
            addSpan(start, end, y);
        }
    }

    private void addSpan(int left, int right, int y) {
        Rect span = new Rect(left, y, right, y + 1);
        for (int i = open.size() - 1; i >= 0; i--) {
            Rect box = open.get(i);
            if (span.left() - GAP <= box.right() && box.left() <= span.right() + GAP) {
                span = span.union(box);
                open.remove(i);
            }
        }
        open.add(span);
    }

    private void closeAbove(int y) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (open.get(i).bottom() < y) {
                done.add(open.remove(i));
            }
        }
    }

    private static void separate(List<Rect> boxes) {
        if (boxes.size() > MAX_BOXES) {
            Rect all = boxes.stream().reduce(Rect::union).orElseThrow();
            boxes.clear();
            boxes.add(all);
            return;
        }
        boolean merged = true;
        while (merged) {
            merged = false;
            for (int i = 0; i < boxes.size(); i++) {
                for (int j = boxes.size() - 1; j > i; j--) {
                    if (boxes.get(i).intersects(boxes.get(j))) {
                        boxes.set(i, boxes.get(i).union(boxes.remove(j)));
                        merged = true;
                    }
                }
            }
        }
    }
}
