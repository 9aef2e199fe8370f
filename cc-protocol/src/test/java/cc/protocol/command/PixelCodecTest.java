package cc.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.zip.Deflater;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PixelCodecTest {
    private static final int WIDTH = 37;
    private static final int HEIGHT = 23;

    private final PixelCodec codec = new PixelCodec();

    @ParameterizedTest
    @EnumSource
    void everyNumberOfColoursComesBackExactly(PixelFormat format) throws Exception {
        Random random = new Random(5);
        for (int colors : new int[] {1, 2, 3, 4, 5, 16, 17, 255, 256, 257, 1000}) {
            int[] palette = random.ints(colors).toArray();
            roundTrip(format, i -> i < colors ? palette[i] : palette[random.nextInt(colors)]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aGradientIsSmallAndExact(PixelFormat format) throws Exception {
        int bytes = roundTrip(format, i -> 0xff000000 | i % WIDTH * 0x060401 + i / WIDTH * 0x020907);
        assertThat(bytes).isLessThan(WIDTH * HEIGHT / 4);
    }

    @ParameterizedTest
    @EnumSource
    void oneColourIsAFewBytes(PixelFormat format) throws Exception {
        assertThat(roundTrip(format, i -> 0xff123456)).isLessThan(16);
    }

    @ParameterizedTest
    @EnumSource
    void wrongLengthsAndIndicesAreRefused(PixelFormat format) {
        int bytes = PixelCodec.bytesPerPixel(format);
        assertRefused(format, "encoding 3", 3, 0);
        assertRefused(format, "announced", 0, 127);
        assertRefused(format, "needs " + 4 * bytes, 0, 1, 9);
        byte[] palette = new byte[3 + 3 * bytes + 2];
        palette[0] = PixelCodec.PALETTE;
        palette[1] = (byte) (palette.length - 2);
        palette[2] = 2;
        palette[palette.length - 1] = (byte) 0xf0;
        assertThatThrownBy(() -> codec.read(new ByteReader(palette), format, 2, 2))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining("colour 3 of 3");
    }

    private void assertRefused(PixelFormat format, String message, int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) bytes[i];
        }
        assertThatThrownBy(() -> codec.read(new ByteReader(all), format, 2, 2))
                .isInstanceOf(ProtocolException.class)
                .hasMessageContaining(message);
    }

    /** Returns the deflated size. */
    private int roundTrip(PixelFormat format, IntUnaryOperator pixel) throws ProtocolException {
        int scan = WIDTH + 3;
        int[] pixels = new int[scan * HEIGHT + 2];
        int[] expected = new int[WIDTH * HEIGHT];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = pixel.applyAsInt(i) | (format == PixelFormat.RGB ? 0xff000000 : 0);
            pixels[2 + i / WIDTH * scan + i % WIDTH] = expected[i];
        }
        ByteWriter out = new ByteWriter();
        codec.write(out, format, pixels, 2, scan, WIDTH, HEIGHT);
        ByteReader in = new ByteReader(out.toByteArray());
        assertThat(codec.read(in, format, WIDTH, HEIGHT)).isEqualTo(expected);
        assertThat(in.remaining()).isZero();
        Deflater deflater = new Deflater();
        deflater.setInput(out.toByteArray());
        deflater.finish();
        int size = deflater.deflate(new byte[out.size() + 1000]);
        deflater.end();
        return size;
    }
}
