package cc.protocol.command;

import java.util.Arrays;

/** A growing array of bytes with the number formats of drawing commands. */
final class ByteWriter {
    private static final int FIRST_BYTES = 256;

    /** A larger array is given back after use: there is a writer for each viewer. */
    private static final int MAX_KEPT_BYTES = 1 << 18;

    private byte[] bytes = new byte[FIRST_BYTES];
    private int size;

    void put(int value) {
        ensure(1);
        bytes[size++] = (byte) value;
    }

    void put(byte[] source, int offset, int length) {
        ensure(length);
        System.arraycopy(source, offset, bytes, size, length);
        size += length;
    }

    void varint(int value) {
        ensure(5);
        int rest = value;
        while ((rest & ~0x7f) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    void svarint(int value) {
        varint(value << 1 ^ value >> 31);
    }

    /** Blue, green, red, and alpha where there is one. */
    void pixel(int pixel, int bytesPerPixel) {
        ensure(4);
        bytes[size++] = (byte) pixel;
        bytes[size++] = (byte) (pixel >> 8);
        bytes[size++] = (byte) (pixel >> 16);
        if (bytesPerPixel == 4) {
            bytes[size++] = (byte) (pixel >> 24);
        }
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        if (bytes.length > MAX_KEPT_BYTES) {
            bytes = new byte[FIRST_BYTES];
        }
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }

    private void ensure(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
