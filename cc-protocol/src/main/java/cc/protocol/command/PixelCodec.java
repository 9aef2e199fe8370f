package cc.protocol.command;

/**
 * Pixels as bytes. One analysis pass chooses among the encodings; all are exact, and each leaves its bytes as the
 * connection's deflate stream likes them.
 */
final class PixelCodec {
    static final int RAW = 0;
    static final int PALETTE = 1;
    static final int FILTERED = 2;

    private final PalettePixels palette = new PalettePixels();
    private final FilteredPixels filtered = new FilteredPixels();

    /** How many bytes of a pixel mean something. */
    static int bytesPerPixel(PixelFormat format) {
        return format == PixelFormat.RGB ? 3 : 4;
    }

    /** Writes the encoding's number, the length, and the bytes of a rectangle in {@code pixels}. */
    void write(ByteWriter out, PixelFormat format, int[] pixels, int offset, int scan, int width, int height) {
        int bytesPerPixel = bytesPerPixel(format);
        if (palette.collect(pixels, offset, scan, width, height, bytesPerPixel)) {
            out.put(PALETTE);
            out.varint(palette.length(width, height, bytesPerPixel));
            palette.write(out, pixels, offset, scan, width, height, bytesPerPixel);
        } else {
            out.put(FILTERED);
            out.varint(FilteredPixels.length(width, height, bytesPerPixel));
            filtered.write(out, pixels, offset, scan, width, height, bytesPerPixel);
        }
    }

    /** Reads what {@link #write} writes; the caller has checked that so many pixels are allowed. */
    int[] read(ByteReader in, PixelFormat format, int width, int height) throws ProtocolException {
        int bytesPerPixel = bytesPerPixel(format);
        int encoding = in.u8();
        int length = in.varint("a payload's length", Integer.MAX_VALUE);
        in.require(length);
        int end = in.position() + length;
        int[] pixels = switch (encoding) {
            case RAW -> RawPixels.read(in, length, width, height, bytesPerPixel);
            case PALETTE -> palette.read(in, length, width, height, bytesPerPixel);
            case FILTERED -> filtered.read(in, length, width, height, bytesPerPixel);
            default -> throw new ProtocolException("there is no pixel encoding " + encoding);
        };
        if (in.position() != end) {
            throw new ProtocolException(
                    "a payload of " + length + " bytes was expected to have " + (length + in.position() - end));
        }
        return pixels;
    }

    static void requireLength(int length, int expected, int width, int height) throws ProtocolException {
        if (length != expected) {
            throw new ProtocolException(
                    "a payload has " + length + " bytes, " + width + "x" + height + " needs " + expected);
        }
    }
}
