package cc.screen.session;

import cc.protocol.message.ProgramHello;

/**
 * Decides what programs are called, and follows which there are. A screen proxy asks it while programs wait, so that no
 * method may block.
 */
public interface ProgramDirectory {
    /**
     * A program has connected.
     *
     * @return a name that no other program of this machine has, until {@link #closed}
     */
    String opened(ProgramHello hello);

    /**
     * The program's session can be found now.
     *
     * @param name what {@link #opened} returned
     */
    void began(String name);

    /**
     * A program's connection has ended.
     *
     * @param name what {@link #opened} returned
     */
    void closed(String name);
}
