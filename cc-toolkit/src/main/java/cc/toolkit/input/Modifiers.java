package cc.toolkit.input;

import cc.protocol.message.Modifier;
import java.awt.event.InputEvent;

/** Modifier keys and buttons: bits of messages as AWT's masks. */
final class Modifiers {
    static final int BUTTONS = 5;

    private Modifiers() {}

    /** AWT's extended mask of the modifier keys in a message. */
    static int toAwt(int bits) {
        int mask = 0;
        mask |= bit(bits, Modifier.MODIFIER_SHIFT_VALUE, InputEvent.SHIFT_DOWN_MASK);
        mask |= bit(bits, Modifier.MODIFIER_ALT_VALUE, InputEvent.ALT_DOWN_MASK);
        mask |= bit(bits, Modifier.MODIFIER_META_VALUE, InputEvent.META_DOWN_MASK);
        mask |= bit(bits, Modifier.MODIFIER_ALT_GRAPH_VALUE, InputEvent.ALT_GRAPH_DOWN_MASK);
        if ((bits & Modifier.MODIFIER_ALT_GRAPH_VALUE) == 0) {
            // With AltGr some systems report Ctrl and Alt as well, which nobody holds.
            mask |= bit(bits, Modifier.MODIFIER_CTRL_VALUE, InputEvent.CTRL_DOWN_MASK);
        } else {
            mask &= ~InputEvent.ALT_DOWN_MASK;
        }
        return mask;
    }

    private static int bit(int bits, int from, int to) {
        return (bits & from) == 0 ? 0 : to;
    }

    /** AWT's mask of the buttons that a message says are down. */
    static int buttonsToAwt(int buttons) {
        int mask = 0;
        for (int button = 1; button <= BUTTONS; button++) {
            if ((buttons & bitOf(button)) != 0) {
                mask |= InputEvent.getMaskForButton(button);
            }
        }
        return mask;
    }

    /** The bit of a button, which counts from 1, in messages. */
    static int bitOf(int button) {
        return 1 << (button - 1);
    }
}
