package cc.screen.session;

import cc.protocol.message.FromScreen;

/**
 * The way back to a program. Both methods return at once and may be called by any thread; an implementation with a
 * blocking transport puts a {@link ProgramOutbox} in front of it.
 */
public interface ProgramLink {
    void send(FromScreen message);

    /**
     * Ends the connection.
     *
     * @param reason for logs
     */
    void close(String reason);
}
