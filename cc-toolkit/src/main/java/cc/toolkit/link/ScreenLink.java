package cc.toolkit.link;

import cc.protocol.message.ScreenLayout;
import cc.protocol.message.ToScreen;

/**
 * Where everything goes that the toolkit says: frames, window states, cursors, the clipboard.
 *
 * <p>The toolkit numbers its frames and keeps only few of them unacknowledged, so that what waits here is bounded by
 * the toolkit; a link needs no flow control of its own.
 */
public interface ScreenLink {

    /**
     * The screens the program is to see at first, later changes come as {@link LinkListener#received messages}. Called
     * once, before anything is sent; may wait a short time for the connection, and answers with a sensible default where
     * there is none.
     */
    ScreenLayout screens();

    /**
     * The answer to {@link LinkListener#connected}: from here on messages belong to the newest connection and describe
     * the whole state from the beginning. What was handed over between {@code connected} and this call is dropped, since
     * it assumes an other end that remembers.
     */
    void begin();

    /**
     * Hands one message over, in order. Never throws and never waits for the network; while there is no connection the
     * message is dropped, since everything is sent again on the next one.
     */
    void send(ToScreen message);

    /** Gives up the connection, so that a new one is made and everything is sent again. Never throws and never waits. */
    void restart();
}
