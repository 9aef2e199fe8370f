package cc.toolkit.link;

import cc.protocol.message.FromScreen;

/**
 * What a {@link ScreenLink} tells the toolkit. All methods may be called from any one thread of the link (the socket's
 * reader, say); they only queue, never wait and never throw.
 */
public interface LinkListener {

    /**
     * There is a new connection whose other end knows nothing: the toolkit calls {@link ScreenLink#begin} soon,
     * from a thread of its own, and sends its whole state, with surfaces, caches and frame numbers from the beginning.
     * Called for the first connection, too.
     */
    void connected();

    /** The connection is gone. Keys and buttons that were held down by it are released. */
    void disconnected();

    /** A message arrived. */
    void received(FromScreen message);
}
