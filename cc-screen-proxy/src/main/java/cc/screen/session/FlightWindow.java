package cc.screen.session;

import cc.protocol.command.ProtocolException;
import java.util.ArrayDeque;

/** Frames that were sent to a viewer and not acknowledged yet. Guarded by its feed. */
final class FlightWindow {
    private record Flying(int sequence, int bytes) {}

    private final FeedLimits limits;
    private final ArrayDeque<Flying> frames = new ArrayDeque<>();
    private int lastSequence;
    private long bytes;

    FlightWindow(FeedLimits limits) {
        this.limits = limits;
    }

    boolean isOpen() {
        return frames.isEmpty() || (frames.size() < limits.framesInFlight() && bytes < limits.bytesInFlight());
    }

    /** Whether anything was ever sent. */
    boolean hasLaunched() {
        return lastSequence != 0;
    }

    boolean isEmpty() {
        return frames.isEmpty();
    }

    /** The next frame's sequence number, which counts as being in flight from now on. */
    int launch(int frameBytes) {
        launch(lastSequence + 1, frameBytes);
        return lastSequence;
    }

    /** A frame that has a sequence number already, greater than those before, is in flight from now on. */
    void launch(int sequence, int frameBytes) {
        lastSequence = sequence;
        frames.add(new Flying(sequence, frameBytes));
        bytes += frameBytes;
    }

    /** Takes an acknowledgement; tells whether it acknowledges anything. */
    boolean acknowledge(int sequence) throws ProtocolException {
        if (Integer.compareUnsigned(sequence, lastSequence) > 0) {
            throw new ProtocolException(
                    "frame " + Integer.toUnsignedString(sequence) + " was acknowledged but not sent");
        }
        boolean any = false;
        while (!frames.isEmpty() && Integer.compareUnsigned(frames.getFirst().sequence(), sequence) <= 0) {
            bytes -= frames.removeFirst().bytes();
            any = true;
        }
        return any;
    }

    long bytes() {
        return bytes;
    }
}
