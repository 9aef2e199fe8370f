package cc.protocol.command;

import java.util.Arrays;

/**
 * An image that does not change. Sent once and then referred to, so equality is by content and the hash is computed
 * once. Immutable: nobody writes to {@link #pixels()}.
 */
public final class PixelImage {
    private final PixelFormat format;
    private final int width;
    private final int height;
    private final int[] pixels;
    private final int hash;

    /** @param pixels row by row, without padding; kept, not copied */
    public PixelImage(PixelFormat format, int width, int height, int[] pixels) {
        if (pixels.length != width * height) {
            throw new IllegalArgumentException(pixels.length + " pixels for an image of " + width + "x" + height);
        }
        this.format = format;
        this.width = width;
        this.height = height;
        this.pixels = pixels;
        this.hash = (Arrays.hashCode(pixels) * 31 + width) * 31 + format.ordinal();
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

    @Override
    public boolean equals(Object other) {
        return other instanceof PixelImage that
                && hash == that.hash
                && format == that.format
                && width == that.width
                && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
