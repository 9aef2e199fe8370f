package cc.toolkit.surface;

import cc.protocol.raster.Rect;
import cc.toolkit.surface.GlyphCache.Reading;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sun.font.GlyphList;

/**
 * The operations of runs of text that were drawn lately, by all that they are made of, so that a line that is painted
 * again in its place costs one comparison instead of a look at each of its glyphs. Needs the recorder's lock.
 */
final class GlyphRunCache {
    private static final int SLOTS = 1 << 10;

    /** Longer runs are recorded anew each time, which bounds what is kept. */
    private static final int MAX_GLYPHS = 256;

    private static final int HASH_FACTOR = 0x9E3779B1;
    private static final int HASH_SHIFT = Integer.SIZE - 10;

    /**
     * All that a run depends on but its glyphs.
     *
     * @param contrast of subpixel text, which has its tables by it
     * @param x and y where the list's iteration stands, as bits
     */
    record Place(
            int surface,
            Rect clip,
            int argb,
            int contrast,
            Reading reading,
            boolean rgbOrder,
            boolean positioned,
            int x,
            int y) {}

    private record Entry(Place place, long[] images, float[] positions, Op op) {}

    private static final float[] NO_POSITIONS = {};

    private final @Nullable Entry[] entries = new @Nullable Entry[SLOTS];
    private int disposals = GlyphCache.disposals();

    /** The run that the glyphs from {@code from} to {@code end} gave in this place, or null. */
    @Nullable
    Op get(Place place, GlyphList glyphs, int from, int end) {
        int now = GlyphCache.disposals();
        if (disposals != now) {
            disposals = now;
            Arrays.fill(entries, null);
        }
        Entry entry = entries[slot(place, glyphs, from, end)];
        return entry != null
                        && isSame(entry.place, place)
                        && Arrays.equals(entry.images, 0, entry.images.length, glyphs.getImages(), from, end)
                        && (!place.positioned
                                || Arrays.equals(
                                        entry.positions,
                                        0,
                                        entry.positions.length,
                                        glyphs.getPositions(),
                                        2 * from,
                                        2 * end))
                ? entry.op
                : null;
    }

    void put(Place place, GlyphList glyphs, int from, int end, Op op) {
        if (end - from > MAX_GLYPHS) {
            return;
        }
        entries[slot(place, glyphs, from, end)] = new Entry(
                place,
                Arrays.copyOfRange(glyphs.getImages(), from, end),
                place.positioned ? Arrays.copyOfRange(glyphs.getPositions(), 2 * from, 2 * end) : NO_POSITIONS,
                op);
    }

    private static boolean isSame(Place a, Place b) {
        return a.surface == b.surface
                && a.argb == b.argb
                && a.contrast == b.contrast
                && a.reading == b.reading
                && a.rgbOrder == b.rgbOrder
                && a.positioned == b.positioned
                && a.x == b.x
                && a.y == b.y
                && a.clip.contains(b.clip)
                && b.clip.contains(a.clip);
    }

    private static int slot(Place place, GlyphList glyphs, int from, int end) {
        // Whole coordinates differ in the upper bits only.
        int hash = (place.x * 31 + place.y) * HASH_FACTOR;
        hash = (hash ^ hash >>> HASH_SHIFT) * 31 + Long.hashCode(glyphs.getImages()[from]);
        hash = hash * 31 + end - from;
        hash = hash * 31 + place.surface;
        return hash * HASH_FACTOR >>> HASH_SHIFT;
    }
}
