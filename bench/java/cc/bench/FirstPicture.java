package cc.bench;

import cc.protocol.command.CommandDecoder;
import cc.protocol.command.ProtocolException;
import cc.protocol.message.Frame;
import cc.protocol.raster.Replica;
import java.util.Comparator;
import java.util.List;

/**
 * Tells with which of a program's frames its picture was nearly what it is at last, by the same rule by which a bare X
 * server's frame buffer is judged: of the pixels that are not black at last, nine in ten have their last value.
 */
final class FirstPicture {
    private static final double NEARLY_ALL = 0.9;
    /** On opaque surfaces the top byte means nothing. */
    private static final int COLOUR = 0xFFFFFF;

    private final CommandDecoder decoder = new CommandDecoder();
    private final Replica replica = new Replica();

    private FirstPicture() {}

    /** @return an index in {@code frames} */
    static int nearlyWholeWith(List<Frame> frames) throws ProtocolException {
        FirstPicture whole = new FirstPicture();
        for (Frame frame : frames) {
            whole.apply(frame);
        }
        int window = whole.largestSurface();
        int[] last = whole.replica.pixels(window);
        double wanted = NEARLY_ALL * alike(last, last);
        FirstPicture growing = new FirstPicture();
        for (int i = 0; i < frames.size(); i++) {
            growing.apply(frames.get(i));
            if (growing.replica.has(window) && alike(growing.replica.pixels(window), last) >= wanted) {
                return i;
            }
        }
        throw new AssertionError("the last picture is not itself");
    }

    private void apply(Frame frame) throws ProtocolException {
        decoder.decode(frame.getCommands().toByteArray(), replica::apply);
    }

    /** The program's window; images that it only draws from are smaller. */
    private int largestSurface() {
        return replica.surfaces().stream()
                .max(Comparator.comparingInt(surface -> replica.pixels(surface).length))
                .orElseThrow(() -> new IllegalStateException("nothing was drawn"));
    }

    private static int alike(int[] pixels, int[] last) {
        int count = 0;
        for (int i = 0; i < Math.min(pixels.length, last.length); i++) {
            int colour = last[i] & COLOUR;
            count += colour != 0 && (pixels[i] & COLOUR) == colour ? 1 : 0;
        }
        return count;
    }
}
