package cc.protocol.raster;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The tiles of a surface that are cheaper to send as pixels than as what was drawn on them. */
final class PixelTiles {
    private static final int SIDE = 64;
    private static final long TILE_BYTES = 48 + SIDE * SIDE / Entry.PIXELS_PER_BYTE;

    private final Rect surface;
    private final int columns;
    private final int rows;
    private final BitSet marked = new BitSet();

    PixelTiles(int width, int height) {
        surface = Rect.of(0, 0, width, height);
        columns = (width + SIDE - 1) / SIDE;
        rows = (height + SIDE - 1) / SIDE;
    }

    /** The same tiles of a surface of another size. */
    PixelTiles resized(int width, int height) {
        PixelTiles tiles = new PixelTiles(width, height);
        for (int tile = marked.nextSetBit(0); tile >= 0; tile = marked.nextSetBit(tile + 1)) {
            int column = tile % columns;
            int row = tile / columns;
            if (column < tiles.columns && row < tiles.rows) {
                tiles.marked.set(row * tiles.columns + column);
            }
        }
        return tiles;
    }

    boolean isEmpty() {
        return marked.isEmpty();
    }

    /** Marks the tiles on which more bytes are spent than their pixels take; false if there are no more. */
    boolean mark(List<Entry> entries) {
        double[] bytes = new double[columns * rows];
        for (Entry entry : entries) {
            double perPixel = (double) entry.cost() / Math.max(1, seen(entry.bounds()));
            forEach(entry.bounds(), (tile, area) -> bytes[tile] += perPixel * area);
        }
        boolean found = false;
        for (int tile = 0; tile < bytes.length; tile++) {
            if (bytes[tile] > TILE_BYTES && !marked.get(tile)) {
                marked.set(tile);
                found = true;
            }
        }
        return found;
    }

    /** How much of a rectangle is on tiles that are not marked: an entry is kept for their sake. */
    private long seen(Rect rect) {
        long[] sum = new long[1];
        forEach(rect, (tile, area) -> sum[0] += marked.get(tile) ? 0 : area);
        return sum[0];
    }

    private interface PartSink {
        void part(int tile, long area);
    }

    private void forEach(Rect rect, PartSink sink) {
        for (int row = rect.top() / SIDE; row * SIDE < rect.bottom(); row++) {
            for (int column = rect.left() / SIDE; column * SIDE < rect.right(); column++) {
                int tile = row * columns + column;
                sink.part(tile, tile(tile).intersection(rect).area());
            }
        }
    }

    /** Forgets the tiles that are painted over entirely. */
    void release(Rect painted) {
        for (int tile = marked.nextSetBit(0); tile >= 0; tile = marked.nextSetBit(tile + 1)) {
            if (painted.contains(tile(tile))) {
                marked.clear(tile);
            }
        }
    }

    boolean contain(Rect rect) {
        if (marked.isEmpty()) {
            return false;
        }
        for (int row = rect.top() / SIDE; row * SIDE < rect.bottom(); row++) {
            for (int column = rect.left() / SIDE; column * SIDE < rect.right(); column++) {
                if (!marked.get(row * columns + column)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** What the tiles have in common with a rectangle, as few rectangles: neighbours in a row are one. */
    List<Rect> within(Rect area) {
        List<Rect> found = new ArrayList<>();
        for (int tile = marked.nextSetBit(0); tile >= 0; tile = marked.nextSetBit(tile + 1)) {
            Rect part = tile(tile).intersection(area);
            if (part.isEmpty()) {
                continue;
            }
            Rect last = found.isEmpty() ? null : found.get(found.size() - 1);
            if (last != null && last.top() == part.top() && last.right() == part.left()) {
                found.set(found.size() - 1, last.union(part));
            } else {
                found.add(part);
            }
        }
        return found;
    }

    private Rect tile(int tile) {
        return Rect.of(tile % columns * SIDE, tile / columns * SIDE, SIDE, SIDE).intersection(surface);
    }
}
