package cc.screen.session;

import cc.protocol.message.Frame;
import cc.protocol.message.SurfaceChecksum;
import cc.protocol.message.ToScreen;
import com.google.protobuf.UnsafeByteOperations;
import java.util.ArrayList;
import java.util.List;

/**
 * What a receiver is to be told next.
 *
 * @param state state messages, which come before the frame
 * @param commands the frame's drawing commands; empty: there is no frame
 */
record Update(List<ToScreen> state, byte[] commands, List<SurfaceChecksum> checksums) {
    private static final byte[] NO_COMMANDS = {};

    static Update ofState(List<ToScreen> state) {
        return new Update(state, NO_COMMANDS, List.of());
    }

    boolean isEmpty() {
        return state.isEmpty() && !hasFrame();
    }

    boolean hasFrame() {
        return commands.length > 0;
    }

    /** @param sequence the frame's number, if there is a frame */
    List<ToScreen> messages(int sequence) {
        if (!hasFrame()) {
            return state;
        }
        List<ToScreen> messages = new ArrayList<>(state);
        messages.add(ToScreen.newBuilder()
                .setFrame(Frame.newBuilder()
                        .setSequence(sequence)
                        .setCommands(UnsafeByteOperations.unsafeWrap(commands))
                        .addAllChecksums(checksums))
                .build());
        return messages;
    }
}
