package cc.toolkit.surface;

import cc.protocol.raster.Rect;
import java.util.ArrayList;
import java.util.List;

/** Takes rectangles apart. */
final class RectList {
    private RectList() {}

    /** What is left of {@code boxes}, which don't overlap, without {@code hole}. */
    static List<Rect> without(List<Rect> boxes, Rect hole) {
        List<Rect> left = new ArrayList<>(boxes.size() + 3);
        for (Rect box : boxes) {
            if (box.intersects(hole)) {
                addAround(left, box, box.intersection(hole));
            } else {
                left.add(box);
            }
        }
        return left;
    }

    private static void addAround(List<Rect> list, Rect box, Rect hole) {
        add(list, new Rect(box.left(), box.top(), box.right(), hole.top()));
        add(list, new Rect(box.left(), hole.top(), hole.left(), hole.bottom()));
        add(list, new Rect(hole.right(), hole.top(), box.right(), hole.bottom()));
        add(list, new Rect(box.left(), hole.bottom(), box.right(), box.bottom()));
    }

    private static void add(List<Rect> list, Rect box) {
        if (!box.isEmpty()) {
            list.add(box);
        }
    }
}
