package cc.toolkit.surface;

import java.util.ArrayList;
import java.util.List;

/** Takes rectangles apart. */
final class BoxList {
    private BoxList() {}

    /** What is left of {@code boxes}, which don't overlap, without {@code hole}. */
    static List<Box> without(List<Box> boxes, Box hole) {
        List<Box> left = new ArrayList<>(boxes.size() + 3);
        for (Box box : boxes) {
            if (box.intersects(hole)) {
                addAround(left, box, box.intersection(hole));
            } else {
                left.add(box);
            }
        }
        return left;
    }

    private static void addAround(List<Box> list, Box box, Box hole) {
        add(list, new Box(box.left(), box.top(), box.right(), hole.top()));
        add(list, new Box(box.left(), hole.top(), hole.left(), hole.bottom()));
        add(list, new Box(hole.right(), hole.top(), box.right(), hole.bottom()));
        add(list, new Box(box.left(), hole.bottom(), box.right(), box.bottom()));
    }

    private static void add(List<Box> list, Box box) {
        if (!box.isEmpty()) {
            list.add(box);
        }
    }
}
