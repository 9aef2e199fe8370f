package cc.protocol.command;

/** Reads the number formats of drawing commands and never past the end. */
final class ByteReader {
    private final byte[] bytes;
    private int position;

    ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    int position() {
        return position;
    }

    int remaining() {
        return bytes.length - position;
    }

    int u8() throws ProtocolException {
        if (position == bytes.length) {
            throw new ProtocolException("the bytes end early");
        }
        return bytes[position++] & 0xff;
    }

    /** A varint as an unsigned 32-bit number. */
    int varint() throws ProtocolException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int b = u8();
            if (shift == 28 && b > 0x0f) {
                throw new ProtocolException("a number has more than 32 bits");
            }
            value |= (b & 0x7f) << shift;
            if (b < 0x80) {
                return value;
            }
        }
        throw new ProtocolException("a number has more than 32 bits");
    }

    int svarint() throws ProtocolException {
        int value = varint();
        return value >>> 1 ^ -(value & 1);
    }

    /** A varint that names a size, a place or a slot: 0 to {@code max}. */
    int varint(String what, int max) throws ProtocolException {
        int value = varint();
        if (value < 0 || value > max) {
            throw new ProtocolException(what + " is " + Integer.toUnsignedString(value) + ", more than " + max);
        }
        return value;
    }

    /** Blue, green, red, and alpha where there is one; else alpha is 255. */
    int pixel(int bytesPerPixel) throws ProtocolException {
        require(bytesPerPixel);
        int pixel = bytes[position] & 0xff | (bytes[position + 1] & 0xff) << 8 | (bytes[position + 2] & 0xff) << 16;
        int alpha = bytesPerPixel == 4 ? bytes[position + 3] & 0xff : 0xff;
        position += bytesPerPixel;
        return pixel | alpha << 24;
    }

    byte[] bytes(int length) throws ProtocolException {
        require(length);
        byte[] result = new byte[length];
        System.arraycopy(bytes, position, result, 0, length);
        position += length;
        return result;
    }

    void require(int length) throws ProtocolException {
        if (length > remaining()) {
            throw new ProtocolException(length + " bytes announced, " + remaining() + " there");
        }
    }
}
