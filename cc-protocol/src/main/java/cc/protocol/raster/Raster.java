package cc.protocol.raster;

import static cc.protocol.command.Alpha.divide;
import static cc.protocol.command.Alpha.multiply;

import cc.protocol.command.PixelFormat;
import java.util.Arrays;
import java.util.zip.CRC32;

/** The pixels of one surface, row by row. On opaque surfaces the top byte of a pixel means nothing. */
final class Raster {
    private static final int FULL = 255;

    final PixelFormat format;
    final int width;
    final int height;
    final int[] pixels;

    Raster(PixelFormat format, int width, int height) {
        this.format = format;
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
    }

    /** What to add to a pixel so that its top byte is its alpha. */
    int opaqueBits() {
        return format == PixelFormat.RGB ? 0xff000000 : 0;
    }

    /** Whether colours are stored as they are, so that what was mixed is divided by its alpha. */
    boolean straight() {
        return format != PixelFormat.ARGB_PRE;
    }

    /** What of a pixel below is left beside a source: a part of 255 for its colours. */
    static int factor(boolean straight, int rest, int alphaBelow) {
        return straight ? multiply(rest, alphaBelow) : rest;
    }

    /** A mixed pixel as a surface stores it. */
    static int pack(boolean straight, int a, int r, int g, int b) {
        return straight && a > 0 && a < FULL
                ? a << 24 | divide(r, a) << 16 | divide(g, a) << 8 | divide(b, a)
                : a << 24 | r << 16 | g << 8 | b;
    }

    void fill(int x, int y, int width, int height, int pixel) {
        for (int row = y; row < y + height; row++) {
            int from = row * this.width + x;
            Arrays.fill(pixels, from, from + width, pixel);
        }
    }

    void set(int x, int y, int width, int height, int[] source) {
        for (int row = 0; row < height; row++) {
            System.arraycopy(source, row * width, pixels, (y + row) * this.width + x, width);
        }
    }

    int[] get(int x, int y, int width, int height) {
        int[] copy = new int[width * height];
        for (int row = 0; row < height; row++) {
            System.arraycopy(pixels, (y + row) * this.width + x, copy, row * width, width);
        }
        return copy;
    }

    void copy(int x, int y, int width, int height, int dx, int dy) {
        for (int i = 0; i < height; i++) {
            // Upwards from the bottom when pixels move down, so that none is overwritten before it moved.
            int row = y + (dy > 0 ? height - 1 - i : i);
            System.arraycopy(pixels, row * this.width + x, pixels, (row + dy) * this.width + x + dx, width);
        }
    }

    /** Takes over what another raster of the same format has in common with this one. */
    void takeCommon(Raster old) {
        int columns = Math.min(width, old.width);
        for (int row = 0; row < Math.min(height, old.height); row++) {
            System.arraycopy(old.pixels, row * old.width, pixels, row * width, columns);
        }
    }

    /** CRC-32 of the pixels, row by row, each as four bytes B, G, R, A; A is 255 on opaque surfaces. */
    int crc32() {
        CRC32 crc = new CRC32();
        int opaque = opaqueBits();
        byte[] bytes = new byte[width * 4];
        for (int row = 0, at = 0; row < height; row++) {
            for (int i = 0; i < bytes.length; at++) {
                int pixel = pixels[at] | opaque;
                bytes[i++] = (byte) pixel;
                bytes[i++] = (byte) (pixel >> 8);
                bytes[i++] = (byte) (pixel >> 16);
                bytes[i++] = (byte) (pixel >> 24);
            }
            crc.update(bytes);
        }
        return (int) crc.getValue();
    }
}
