package cc.toolkit.surface;

import cc.protocol.command.Mask;
import java.util.HashMap;
import java.util.Map;
import sun.font.GlyphList;
import sun.font.StrikeCache;

/**
 * The masks of glyphs by the address of their native image, so that a glyph's coverage is copied once while the font
 * library keeps it. Needs the recorder's lock.
 */
final class GlyphCache {
    private static final int MAX_GLYPHS = 8192;

    /** How a native image is to be read; addresses are multiples of four, so this is the key's lower part. */
    enum Reading {
        GRAY,
        /** Any coverage counts as full. */
        SOLID,
        LCD,
        /** The image's first subpixel is the blue one. */
        LCD_BGR
    }

    private final Map<Long, Mask> masks = new HashMap<>();
    private volatile boolean disposed;

    GlyphCache() {
        // Addresses may be used again by other glyphs.
        StrikeCache.addGlyphDisposedListener(glyphs -> disposed = true);
    }

    /** The mask of the list's current glyph. */
    Mask get(GlyphList glyphs, long address, Reading reading) {
        if (disposed || masks.size() > MAX_GLYPHS) {
            disposed = false;
            masks.clear();
        }
        return masks.computeIfAbsent(address | reading.ordinal(), key -> read(glyphs, reading));
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
