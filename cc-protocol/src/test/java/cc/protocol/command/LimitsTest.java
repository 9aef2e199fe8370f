package cc.protocol.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class LimitsTest {
    private static final int LARGE = 16_384;

    private final CommandDecoder decoder = new CommandDecoder();
    private final ByteWriter out = new ByteWriter();

    @Test
    void surfacesBeyondASideOrAllPixelsAreRefused() throws Exception {
        surface(1, LARGE + 1, 1);
        assertRefused("a coordinate is 16385");
        surface(1, 0, 5);
        assertRefused("cannot be 0x5");
        surface(1, LARGE, 2_048);
        decode();
        surface(2, LARGE, 2_048);
        decode();
        surface(3, 1, 1);
        assertRefused("67108865 pixels");
        surface(2, 1, 1);
        decode();
        surface(3, 1, 1);
        decode();
    }

    @Test
    void payloadsAreCheckedBeforeMemoryIsTaken() {
        surface(1, 8_000, 8_000);
        place(Opcode.PIXELS, 0, 0, 8_000, 8_000);
        payload(PixelCodec.PALETTE, 4);
        assertRefused("a payload cannot be 8000x8000");
        place(Opcode.PIXELS, 0, 0, 1_000, 1_000);
        out.put(PixelCodec.RAW);
        out.varint(3_000_000);
        assertRefused("3000000 bytes announced, 0 there");
        out.put(Opcode.DEFINE_MASK);
        out.varint(0);
        out.put(1);
        out.varint(LARGE);
        out.varint(LARGE);
        assertRefused("a mask cannot be 16384x16384");
        out.put(Opcode.DEFINE_MASK);
        out.varint(0);
        out.put(0);
        out.varint(1_000);
        out.varint(1_000);
        assertRefused("1000000 bytes announced");
        out.put(Opcode.GLYPHS);
        out.varint(4_096);
        assertRefused("12288 bytes announced");
        out.put(Opcode.GLYPHS);
        out.varint(4_097);
        assertRefused("number of glyphs is 4097");
    }

    @Test
    void aFrameCannotUnfoldWithoutEnd() {
        surface(1, 1_024, 1_024);
        for (int i = 0; i < 65; i++) {
            place(Opcode.PIXELS, 0, 0, 1_024, 1_024);
            payload(PixelCodec.PALETTE, 4);
        }
        assertRefused("more than 67108864 pixels");
    }

    @Test
    void storesCannotGrowBeyondTheirBytes() {
        for (int slot = 0; slot < 17; slot++) {
            out.put(Opcode.DEFINE_IMAGE);
            out.varint(slot);
            out.put(0);
            out.varint(1_024);
            out.varint(1_024);
            payload(PixelCodec.PALETTE, 4);
        }
        assertRefused("all slots of images together");
        for (int slot = 0; slot < 17; slot++) {
            out.put(Opcode.DEFINE_MASK);
            out.varint(slot);
            out.put(0);
            out.varint(1_024);
            out.varint(1_024);
            out.put(new byte[1 << 20], 0, 1 << 20);
        }
        assertRefused("all slots of masks together");
        out.put(Opcode.FREE_MASK);
        out.varint(Limits.MAX_MASKS);
        assertRefused("slot of masks is 8192");
    }

    @Test
    void refusedInputTakesNoMoreMemoryThanItIsLong() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        byte[] hostile = {
            Opcode.DEFINE_IMAGE, 0, 0, (byte) 0x80, 8, (byte) 0x80, 8, PixelCodec.RAW, (byte) 0x80, (byte) 0x80, 64
        };
        assertThatThrownBy(() -> new CommandDecoder().decode(hostile, command -> {}))
                .isInstanceOf(ProtocolException.class);
        long before = threads.getCurrentThreadAllocatedBytes();
        assertThatThrownBy(() -> new CommandDecoder().decode(hostile, command -> {}))
                .isInstanceOf(ProtocolException.class);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1 << 20);
    }

    @Test
    void whatIsWrongIsNamedWithItsPlace() {
        surface(1, 10, 10);
        out.put(0x7f);
        assertRefused("command 0x7f at byte 5: there is no such command");
        out.put(Opcode.RECENT + 3);
        assertRefused("only 1 recent colours");
        out.put(Opcode.TARGET);
        out.varint(9);
        assertRefused("no surface 9");
        place(Opcode.FILL, 5, 5, 6, 1);
        assertRefused("6x1 at 5,5 is empty or not within the surface's 10x10");
        out.put(Opcode.COLOR);
        out.put(1);
        assertRefused("4 bytes announced, 1 there");
        out.put(Opcode.MASK);
        out.varint(7);
        assertRefused("slot 7 of masks is empty");
        for (int i = 0; i < 5; i++) {
            out.put(0xff);
        }
        assertRefused("no such command");
    }

    private void surface(int id, int width, int height) {
        out.put(Opcode.SURFACE);
        out.varint(id);
        out.put(0);
        out.varint(width);
        out.varint(height);
    }

    private void place(int opcode, int x, int y, int width, int height) {
        out.put(opcode);
        out.varint(x);
        out.varint(y);
        out.varint(width);
        out.varint(height);
    }

    /** One colour. */
    private void payload(int encoding, int length) {
        out.put(encoding);
        out.varint(length);
        out.put(new byte[length], 0, length);
    }

    private void decode() throws ProtocolException {
        byte[] frame = out.toByteArray();
        out.clear();
        decoder.decode(frame, command -> {});
    }

    private void assertRefused(String message) {
        assertThatThrownBy(this::decode).isInstanceOf(ProtocolException.class).hasMessageContaining(message);
    }
}
