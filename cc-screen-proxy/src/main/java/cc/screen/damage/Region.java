package cc.screen.damage;

import cc.protocol.raster.Rect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Part of a surface as a map of small tiles: at least what was added, and at most the rest of the tiles that it touches.
 * So what is redrawn later is not much more than what changed, however scattered that is. Not safe for use by several
 * threads.
 */
public final class Region {
    private static final int TILE_SHIFT = 4;
    private static final int TILE_PIXELS = 1 << TILE_SHIFT;

    /** For each row of tiles, those that belong to the region. */
    private final List<BitSet> rows = new ArrayList<>();

    private boolean everything;

    /** @param added lies within its surface, or is {@link Rect#EVERYTHING} */
    public void add(Rect added) {
        if (everything || added.isEmpty()) {
            return;
        }
        if (added.contains(Rect.EVERYTHING)) {
            everything = true;
            rows.clear();
            return;
        }
        int bottom = firstTileBeyond(added.bottom());
        while (rows.size() < bottom) {
            rows.add(new BitSet());
        }
        for (int row = added.top() >> TILE_SHIFT; row < bottom; row++) {
            rows.get(row).set(added.left() >> TILE_SHIFT, firstTileBeyond(added.right()));
        }
    }

    public void addAll(Region other) {
        if (other.everything) {
            add(Rect.EVERYTHING);
        } else if (!everything) {
            while (rows.size() < other.rows.size()) {
                rows.add(new BitSet());
            }
            for (int row = 0; row < other.rows.size(); row++) {
                rows.get(row).or(other.rows.get(row));
            }
        }
    }

    /** All of a rectangle, which is not empty, belongs to the region. */
    public boolean contains(Rect rect) {
        if (everything) {
            return true;
        }
        int bottom = firstTileBeyond(rect.bottom());
        if (bottom > rows.size()) {
            return false;
        }
        int right = firstTileBeyond(rect.right());
        for (int row = rect.top() >> TILE_SHIFT; row < bottom; row++) {
            if (rows.get(row).nextClearBit(rect.left() >> TILE_SHIFT) < right) {
                return false;
            }
        }
        return true;
    }

    /** Some of a rectangle, which is not empty, may belong to the region. */
    public boolean intersects(Rect rect) {
        if (everything) {
            return true;
        }
        int right = firstTileBeyond(rect.right());
        int bottom = Math.min(firstTileBeyond(rect.bottom()), rows.size());
        for (int row = rect.top() >> TILE_SHIFT; row < bottom; row++) {
            int tile = rows.get(row).nextSetBit(rect.left() >> TILE_SHIFT);
            if (tile >= 0 && tile < right) {
                return true;
            }
        }
        return false;
    }

    /** What lies within a surface of this size, as rectangles that do not overlap. */
    public List<Rect> within(int width, int height) {
        Rect surface = Rect.of(0, 0, width, height);
        if (everything) {
            return List.of(surface);
        }
        List<Rect> rects = new ArrayList<>();
        for (int row = 0, next; row < rows.size(); row = next) {
            next = row + 1;
            BitSet tiles = rows.get(row);
            while (next < rows.size() && rows.get(next).equals(tiles)) {
                next++;
            }
            for (int left = tiles.nextSetBit(0), right; left >= 0; left = tiles.nextSetBit(right)) {
                right = tiles.nextClearBit(left);
                Rect run = new Rect(left << TILE_SHIFT, row << TILE_SHIFT, right << TILE_SHIFT, next << TILE_SHIFT)
                        .intersection(surface);
                if (!run.isEmpty()) {
                    rects.add(run);
                }
            }
        }
        return rects;
    }

    private static int firstTileBeyond(int pixel) {
        return (pixel + TILE_PIXELS - 1) >> TILE_SHIFT;
    }
}
