package cc.toolkit.surface;

import cc.protocol.command.CommandEncoder;
import cc.protocol.command.DrawCommand;
import cc.protocol.command.PixelFormat;
import cc.protocol.message.Frame;
import cc.protocol.message.SurfaceChecksum;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.List;
import java.util.zip.CRC32;

/** Makes the frames for one connection. */
final class FrameWriter {
    /** Test builds check what viewers show against the shadow. */
    private static final boolean VERIFY = Boolean.getBoolean("cc.verify");

    private static final int OPAQUE = 0xff000000;

    private final CommandEncoder encoder = new CommandEncoder();
    private int sequence;

    int sequence() {
        return sequence;
    }

    Frame write(List<DrawCommand> commands, Collection<Surface> changed) {
        ByteString bytes = UnsafeByteOperations.unsafeWrap(encoder.encode(commands));
        Frame.Builder frame = Frame.newBuilder().setSequence(++sequence).setCommands(bytes);
        if (VERIFY) {
            for (Surface surface : changed) {
                if (!surface.isQuiet()) {
                    continue;
                }
                frame.addChecksums(
                        SurfaceChecksum.newBuilder().setSurface(surface.id()).setCrc32(crc32(surface)));
            }
        }
        return frame.build();
    }

    /** As {@code display.proto} defines it. */
    static int crc32(Surface surface) {
        int[] pixels = surface.pixels();
        int width = surface.width();
        int opaque = surface.format() == PixelFormat.RGB ? OPAQUE : 0;
        ByteBuffer row = ByteBuffer.allocate(width * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        CRC32 crc = new CRC32();
        for (int y = 0; y < surface.height(); y++) {
            row.clear();
            for (int x = 0; x < width; x++) {
                row.putInt(pixels[y * width + x] | opaque);
            }
            crc.update(row.flip());
        }
        return (int) crc.getValue();
    }
}
