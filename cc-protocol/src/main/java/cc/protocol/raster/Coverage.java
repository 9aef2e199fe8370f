package cc.protocol.raster;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A union of rectangles that later commands paint over entirely, while a list is looked at from its end. */
final class Coverage {
    /** More are not kept: what they would hide is then painted needlessly, which is not wrong. */
    private static final int MAX_RECTANGLES = 256;

    private final List<Rect> rectangles = new ArrayList<>();

    void add(Rect rect) {
        if (rectangles.size() < MAX_RECTANGLES && !covers(rect)) {
            rectangles.removeIf(rect::contains);
            rectangles.add(rect);
        }
    }

    boolean covers(Rect rect) {
        return uncovered(rect, 0) == null;
    }

    boolean touches(Rect rect) {
        for (Rect cover : rectangles) {
            if (cover.intersects(rect)) {
                return true;
            }
        }
        return false;
    }

    /** The smallest rectangle around what is still seen of one, or null if nothing is. */
    @Nullable
    Rect uncovered(Rect rect) {
        return uncovered(rect, 0);
    }

    private @Nullable Rect uncovered(Rect rect, int from) {
        for (int i = from; i < rectangles.size(); i++) {
            Rect cover = rectangles.get(i);
            if (!cover.intersects(rect)) {
                continue;
            }
            Rect left = null;
            int top = Math.max(rect.top(), cover.top());
            int bottom = Math.min(rect.bottom(), cover.bottom());
            left = join(left, new Rect(rect.left(), rect.top(), rect.right(), top), i + 1);
            left = join(left, new Rect(rect.left(), bottom, rect.right(), rect.bottom()), i + 1);
            left = join(left, new Rect(rect.left(), top, cover.left(), bottom), i + 1);
            left = join(left, new Rect(cover.right(), top, rect.right(), bottom), i + 1);
            return left;
        }
        return rect;
    }

    private @Nullable Rect join(@Nullable Rect one, Rect part, int from) {
        if (part.isEmpty() || one != null && one.contains(part)) {
            return one;
        }
        Rect other = uncovered(part, from);
        return one == null ? other : other == null ? one : one.union(other);
    }
}
