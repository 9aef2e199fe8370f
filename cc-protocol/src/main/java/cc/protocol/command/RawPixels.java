package cc.protocol.command;

/** Encoding 0: every pixel as its bytes, blue first. */
final class RawPixels {
    private RawPixels() {}

    static int[] read(ByteReader in, int length, int width, int height, int bytesPerPixel) throws ProtocolException {
        PixelCodec.requireLength(length, width * height * bytesPerPixel, width, height);
        int[] pixels = new int[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = in.pixel(bytesPerPixel);
        }
        return pixels;
    }
}
