package cc.screen.damage;

import java.util.ArrayList;
import java.util.List;

/**
 * Part of a surface as a few boxes: at least what was added, and perhaps a little more, since the number of boxes is
 * bounded and those that fit together best are merged. Not safe for use by several threads.
 */
public final class Region {
    private static final int MAX_BOXES = 12;

    private final List<Box> boxes = new ArrayList<>();

    public void add(Box added) {
        for (Box box : boxes) {
            if (box.contains(added)) {
                return;
            }
        }
        boxes.removeIf(added::contains);
        boxes.add(added);
        if (boxes.size() > MAX_BOXES) {
            mergeBestPair();
        }
    }

    public void addAll(Region other) {
        other.boxes.forEach(this::add);
    }

    /** One of the boxes holds all of {@code box}; may be false though several together do. */
    public boolean contains(Box box) {
        return boxes.stream().anyMatch(mine -> mine.contains(box));
    }

    public boolean intersects(Box box) {
        return boxes.stream().anyMatch(mine -> mine.intersects(box));
    }

    /** The boxes within a surface of this size, which may overlap. */
    public List<Box> within(int width, int height) {
        List<Box> inside = new ArrayList<>(boxes.size());
        for (Box box : boxes) {
            int right = Math.min(box.right(), width);
            int bottom = Math.min(box.bottom(), height);
            if (box.left() < right && box.top() < bottom) {
                inside.add(new Box(box.left(), box.top(), right, bottom));
            }
        }
        return inside;
    }

    private void mergeBestPair() {
        int bestFirst = 0;
        int bestSecond = 1;
        long leastWaste = Long.MAX_VALUE;
        for (int first = 0; first < boxes.size(); first++) {
            for (int second = first + 1; second < boxes.size(); second++) {
                Box a = boxes.get(first);
                Box b = boxes.get(second);
                long waste = a.union(b).area() - a.area() - b.area();
                if (waste < leastWaste) {
                    leastWaste = waste;
                    bestFirst = first;
                    bestSecond = second;
                }
            }
        }
        Box merged = boxes.get(bestFirst).union(boxes.get(bestSecond));
        boxes.removeIf(merged::contains);
        boxes.add(merged);
    }
}
