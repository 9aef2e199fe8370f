package cc.protocol.command;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An image that does not change. Sent once and then referred to, so equality is by content and the hash is computed
 * once, when somebody asks: many are made for what nobody sees in the end. Immutable: nobody writes to
 * {@link #pixels()}.
 */
public final class PixelImage {
    private final PixelFormat format;
    private final int width;
    private final int height;
    private final int[] pixels;
    /** 0: not computed yet. */
    private int hash;

    private PixelImage @Nullable [] bands;

    /** @param pixels row by row, without padding; kept, not copied */
    public PixelImage(PixelFormat format, int width, int height, int[] pixels) {
        if (pixels.length != width * height) {
            throw new IllegalArgumentException(pixels.length + " pixels for an image of " + width + "x" + height);
        }
        this.format = format;
        this.width = width;
        this.height = height;
        this.pixels = pixels;
    }

    public PixelFormat format() {
        return format;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public int[] pixels() {
        return pixels;
    }

    /**
     * The image cut from its top into bands of so many rows, the last of which may have fewer. Made once, since large
     * images are drawn again and again; so {@code rows} is to be the same at each call.
     */
    synchronized PixelImage[] bands(int rows) {
        PixelImage[] made = bands;
        if (made == null) {
            made = new PixelImage[(height + rows - 1) / rows];
            for (int i = 0; i < made.length; i++) {
                int from = i * rows;
                int count = Math.min(rows, height - from);
                int[] part = Arrays.copyOfRange(pixels, from * width, (from + count) * width);
                made[i] = new PixelImage(format, width, count, part);
            }
            bands = made;
        }
        return made;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof PixelImage that
                        && (hash == that.hash || hash == 0 || that.hash == 0)
                        && format == that.format
                        && width == that.width
                        && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        int known = hash;
        if (known == 0) {
            // Threads that come here together find the same.
            known = (Arrays.hashCode(pixels) * 31 + width) * 31 + format.ordinal();
            hash = known;
        }
        return known;
    }
}
