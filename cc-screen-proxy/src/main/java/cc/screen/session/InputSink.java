package cc.screen.session;

import cc.protocol.message.FromScreen;

/** Takes the input that a program's viewers make; the node binds it to its input proxy. */
public interface InputSink {
    /**
     * Takes key, pointer, wheel, text or release input.
     *
     * @param source the viewer it comes from
     */
    void input(int source, FromScreen message);

    /** A viewer went away or lost control: whatever it holds down is to be released. */
    void leave(int source);
}
