package cc.screen.session;

import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.ToScreen;
import java.util.List;

/**
 * The transport to one viewer. A feed calls it from one thread at a time, and never again before the transport has
 * taken what it was given before.
 */
public interface ViewerLink {
    /**
     * Passes messages on, in order and as one piece. Does not block: {@code taken} runs (on any thread, perhaps at once)
     * when the transport is ready for more.
     *
     * @return bytes on the wire
     */
    int send(List<ToScreen> messages, Runnable taken);

    /**
     * Passes pieces on that other viewers are given too, in order. Otherwise as {@link #send}; a transport that makes
     * something of messages can make it once for all.
     */
    default int sendShared(List<SharedPiece> pieces, Runnable taken) {
        return send(pieces.stream().flatMap(piece -> piece.messages().stream()).toList(), taken);
    }

    /**
     * Says why and ends the connection; may come at any time, even while a transport is busy, and more than once. The
     * transport calls {@link Viewer#left()} in the end.
     */
    void close(GoodbyeReason reason, String text);

    /** Memory that the transport holds for this viewer, in bytes. */
    long memoryBytes();
}
