package cc.protocol.command;

import java.util.Arrays;

/**
 * Encoding 1: up to 256 colours, then each pixel's index in 0, 1, 2, 4 or 8 bits; rows begin at whole bytes, the
 * leftmost pixel is in the highest bits.
 */
final class PalettePixels {
    private static final int MAX_COLORS = 256;
    private static final int TABLE = 1024;

    private final int[] colors = new int[MAX_COLORS];
    private final int[] keys = new int[TABLE];
    private final short[] indices = new short[TABLE];
    private int count;

    static int bitsPerIndex(int count) {
        return count == 1 ? 0 : count == 2 ? 1 : count <= 4 ? 2 : count <= 16 ? 4 : 8;
    }

    /** Collects the colours of a rectangle; false if there are too many. */
    boolean collect(int[] pixels, int offset, int scan, int width, int height, int bytesPerPixel) {
        int opaque = bytesPerPixel == 3 ? 0xff000000 : 0;
        Arrays.fill(indices, (short) -1);
        count = 0;
        for (int y = 0; y < height; y++) {
            int row = offset + y * scan;
            for (int x = 0; x < width; x++) {
                int pixel = pixels[row + x] | opaque;
                if (count > 0 && pixel == colors[count - 1]) {
                    continue;
                }
                int place = place(pixel);
                if (indices[place] < 0) {
                    if (count == MAX_COLORS) {
                        return false;
                    }
                    keys[place] = pixel;
                    indices[place] = (short) count;
                    colors[count++] = pixel;
                }
            }
        }
        // A palette that costs more than it saves.
        return (long) count * 2 <= (long) width * height + 1;
    }

    int length(int width, int height, int bytesPerPixel) {
        return 1 + count * bytesPerPixel + bytesPerRow(width, bitsPerIndex(count)) * height;
    }

    void write(ByteWriter out, int[] pixels, int offset, int scan, int width, int height, int bytesPerPixel) {
        out.put(count - 1);
        for (int i = 0; i < count; i++) {
            out.pixel(colors[i], bytesPerPixel);
        }
        int bits = bitsPerIndex(count);
        if (bits == 0) {
            return;
        }
        int opaque = bytesPerPixel == 3 ? 0xff000000 : 0;
        for (int y = 0; y < height; y++) {
            int row = offset + y * scan;
            int packed = 0;
            int filled = 0;
            for (int x = 0; x < width; x++) {
                packed = packed << bits | indices[place(pixels[row + x] | opaque)];
                filled += bits;
                if (filled == 8) {
                    out.put(packed);
                    packed = 0;
                    filled = 0;
                }
            }
            if (filled > 0) {
                out.put(packed << 8 - filled);
            }
        }
    }

    int[] read(ByteReader in, int length, int width, int height, int bytesPerPixel) throws ProtocolException {
        int colorCount = in.u8() + 1;
        int bits = bitsPerIndex(colorCount);
        int rowBytes = bytesPerRow(width, bits);
        PixelCodec.requireLength(length, 1 + colorCount * bytesPerPixel + rowBytes * height, width, height);
        for (int i = 0; i < colorCount; i++) {
            colors[i] = in.pixel(bytesPerPixel);
        }
        int[] pixels = new int[width * height];
        if (bits == 0) {
            Arrays.fill(pixels, colors[0]);
            return pixels;
        }
        int mask = (1 << bits) - 1;
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0, left = 0, packed = 0; x < width; x++) {
                if (left == 0) {
                    packed = in.u8();
                    left = 8;
                }
                left -= bits;
                int index = packed >> left & mask;
                if (index >= colorCount) {
                    throw new ProtocolException("a pixel has colour " + index + " of " + colorCount);
                }
                pixels[at++] = colors[index];
            }
        }
        return pixels;
    }

    private static int bytesPerRow(int width, int bits) {
        return (width * bits + 7) / 8;
    }

    private int place(int pixel) {
        int place = (pixel * 0x9E3779B1) >>> 22;
        while (indices[place] >= 0 && keys[place] != pixel) {
            place = (place + 1) & (TABLE - 1);
        }
        return place;
    }
}
