package cc.screen.session;

import cc.protocol.message.FromScreen;

/** What a transport tells a session about the viewer at its other end. */
public interface Viewer {
    /** Number of this viewer within its program, from 1. */
    int id();

    /** Handles one message. Whatever is wrong with it ends this viewer's connection only, through its link. */
    void receive(FromScreen message);

    /** The viewer sent something that is no message: it is told and its connection ends. */
    void malformed(String what);

    /** The connection has ended. */
    void left();
}
