package cc.screen.nativ;

import cc.protocol.message.KeyInput;
import java.awt.event.KeyEvent;

/** Tells which key of the keyboard an event of this desktop is about, and what the layout makes of it. */
@FunctionalInterface
public interface KeyTranslator {
    /**
     * The key and what it produces; window, modifiers and whether it is pressed are left to the caller.
     *
     * @param event pressed or released
     * @return with usage and key set
     */
    KeyInput.Builder translate(KeyEvent event);
}
