package cc.screen.damage;

import cc.protocol.raster.Rect;
import java.util.ArrayList;
import java.util.List;

/**
 * Part of a surface as a few rectangles: at least what was added, and perhaps a little more, since the number of rectangles is
 * bounded and those that fit together best are merged. Not safe for use by several threads.
 */
public final class Region {
    private static final int MAX_RECTS = 12;

    private final List<Rect> rects = new ArrayList<>();

    public void add(Rect added) {
        for (Rect rect : rects) {
            if (rect.contains(added)) {
                return;
            }
        }
        rects.removeIf(added::contains);
        rects.add(added);
        if (rects.size() > MAX_RECTS) {
            mergeBestPair();
        }
    }

    public void addAll(Region other) {
        other.rects.forEach(this::add);
    }

    /** One of the rectangles holds all of {@code rect}; may be false though several together do. */
    public boolean contains(Rect rect) {
        return rects.stream().anyMatch(mine -> mine.contains(rect));
    }

    public boolean intersects(Rect rect) {
        return rects.stream().anyMatch(mine -> mine.intersects(rect));
    }

    /** The rectangles within a surface of this size, which may overlap. */
    public List<Rect> within(int width, int height) {
        Rect surface = Rect.of(0, 0, width, height);
        return rects.stream()
                .map(surface::intersection)
                .filter(rect -> !rect.isEmpty())
                .toList();
    }

    private void mergeBestPair() {
        int bestFirst = 0;
        int bestSecond = 1;
        long leastWaste = Long.MAX_VALUE;
        for (int first = 0; first < rects.size(); first++) {
            for (int second = first + 1; second < rects.size(); second++) {
                Rect a = rects.get(first);
                Rect b = rects.get(second);
                long waste = a.union(b).area() - a.area() - b.area();
                if (waste < leastWaste) {
                    leastWaste = waste;
                    bestFirst = first;
                    bestSecond = second;
                }
            }
        }
        Rect merged = rects.get(bestFirst).union(rects.get(bestSecond));
        rects.removeIf(merged::contains);
        rects.add(merged);
    }
}
