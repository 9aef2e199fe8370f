package cc.toolkit.surface;

import cc.protocol.command.Mask;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import sun.font.GlyphList;
import sun.font.StrikeCache;

/**
 * The masks of glyphs by the address of their native image, so that a glyph's coverage is copied once while the font
 * library keeps it. Needs the recorder's lock.
 */
final class GlyphCache {
    private static final int SLOTS = 1 << 13;

    private static final long HASH_FACTOR = 0x9E3779B97F4A7C15L;
    private static final int HASH_SHIFT = Long.SIZE - 13;

    /** How often glyphs were disposed of: their addresses may be used again by others. The library keeps listeners. */
    private static final AtomicInteger DISPOSALS = new AtomicInteger();

    static {
        StrikeCache.addGlyphDisposedListener(glyphs -> DISPOSALS.incrementAndGet());
    }

    /** Changes whenever what was known of addresses does not hold any more. */
    static int disposals() {
        return DISPOSALS.get();
    }

    /** How a native image is to be read; addresses are multiples of four, so this is the key's lower part. */
    enum Reading {
        GRAY,
        /** Any coverage counts as full. */
        SOLID,
        LCD,
        /** The image's first subpixel is the blue one. */
        LCD_BGR
    }

    /** One glyph for each slot: two in turn in the same slot are read each time, which is rare and only slow. */
    private final long[] keys = new long[SLOTS];

    private final @Nullable Mask[] masks = new @Nullable Mask[SLOTS];
    private int disposals = DISPOSALS.get();

    /** The mask of the list's current glyph. */
    Mask get(GlyphList glyphs, long address, Reading reading) {
        int now = DISPOSALS.get();
        if (disposals != now) {
            disposals = now;
            Arrays.fill(masks, null);
        }
        long key = address | reading.ordinal();
        int slot = (int) ((key * HASH_FACTOR) >>> HASH_SHIFT);
        Mask mask = masks[slot];
        if (mask == null || keys[slot] != key) {
            mask = read(glyphs, reading);
            masks[slot] = mask;
            keys[slot] = key;
        }
        return mask;
    }

    private static Mask read(GlyphList glyphs, Reading reading) {
        int[] metrics = glyphs.getMetrics();
        int width = metrics[2];
        int height = metrics[3];
        int scan = metrics[4];
        byte[] bits = glyphs.getGrayBits();
        Mask.Kind kind = reading == Reading.GRAY || reading == Reading.SOLID ? Mask.Kind.GRAY : Mask.Kind.LCD;
        int rowBytes = width * kind.bytesPerPixel();
        byte[] coverage = new byte[rowBytes * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(bits, y * scan, coverage, y * rowBytes, rowBytes);
        }
        if (reading == Reading.SOLID) {
            makeSolid(coverage);
        } else if (reading == Reading.LCD_BGR) {
            swapRedAndBlue(coverage);
        }
        return new Mask(kind, width, height, coverage);
    }

    private static void makeSolid(byte[] coverage) {
        for (int i = 0; i < coverage.length; i++) {
            if (coverage[i] != 0) {
                coverage[i] = (byte) 255;
            }
        }
    }

    private static void swapRedAndBlue(byte[] coverage) {
        for (int i = 0; i < coverage.length; i += 3) {
            byte first = coverage[i];
            coverage[i] = coverage[i + 2];
            coverage[i + 2] = first;
        }
    }
}
