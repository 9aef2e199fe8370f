package cc.toolkit.surface;

import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.command.CommandDecoder;
import cc.protocol.command.DrawCommand;
import cc.protocol.command.PixelFormat;
import cc.protocol.command.ProtocolException;
import cc.protocol.message.Frame;
import cc.protocol.message.SurfaceChecksum;
import cc.protocol.raster.Replica;
import java.awt.GraphicsConfiguration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Someone who looks: decodes frames and keeps a replica of the surfaces. */
final class TestScreen implements FrameSink {
    final FrameRecorder recorder;
    final Replica replica = new Replica();
    final List<DrawCommand> commands = new ArrayList<>();
    private final CommandDecoder decoder = new CommandDecoder();
    long bytes;
    int frames;
    boolean acknowledges = true;
    int lastSequence;

    TestScreen(FrameRecorder recorder) {
        this.recorder = recorder;
        recorder.connect(this);
    }

    /** A recorder that is flushed by hand. */
    static FrameRecorder manualRecorder() {
        return new FrameRecorder(flush -> {});
    }

    GraphicsConfiguration configuration(double scale) {
        return new TestConfiguration(recorder, scale);
    }

    WindowSurface window(int width, int height, double scale, boolean translucent) {
        return recorder.createWindowSurface(configuration(scale), "window", width, height, scale, translucent);
    }

    @Override
    public void send(Frame frame) {
        frames++;
        bytes += frame.getCommands().size();
        lastSequence = frame.getSequence();
        try {
            decoder.decode(frame.getCommands().toByteArray(), command -> {
                commands.add(command);
                replica.apply(command);
            });
        } catch (ProtocolException e) {
            throw new AssertionError(e);
        }
        for (SurfaceChecksum checksum : frame.getChecksumsList()) {
            assertThat(replica.crc32(checksum.getSurface()))
                    .as("checksum of surface %d after %s", checksum.getSurface(), commands)
                    .isEqualTo(checksum.getCrc32());
        }
    }

    /** Flushes; returns the bytes that took. */
    long flush() {
        commands.clear();
        long before = bytes;
        recorder.flushNow();
        if (acknowledges) {
            recorder.acknowledged(lastSequence);
        }
        return bytes - before;
    }

    /** Null when the replica equals the surface, else where it does not. */
    @Nullable
    String difference(Surface surface) {
        int opaque = surface.format() == PixelFormat.RGB ? 0xff000000 : 0;
        int[] expected = surface.pixels();
        int[] actual = replica.pixels(surface.id());
        if (actual.length != expected.length || replica.width(surface.id()) != surface.width()) {
            return "sizes differ";
        }
        for (int i = 0; i < expected.length; i++) {
            if ((expected[i] | opaque) != (actual[i] | opaque)) {
                return String.format(
                        "pixel (%d, %d) is %08x, not %08x",
                        i % surface.width(), i / surface.width(), actual[i], expected[i]);
            }
        }
        return null;
    }
}
