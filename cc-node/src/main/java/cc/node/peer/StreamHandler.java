package cc.node.peer;

import java.io.IOException;

/** Serves the streams of one kind that other nodes open. */
@FunctionalInterface
public interface StreamHandler {
    /** Serves one stream, in a thread of its own; the stream is closed afterwards. */
    void serve(PeerStream stream) throws IOException;
}
