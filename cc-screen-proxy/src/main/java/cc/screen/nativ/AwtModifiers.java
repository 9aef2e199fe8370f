package cc.screen.nativ;

import cc.protocol.message.Modifier;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;

/** Modifier keys and buttons of AWT events as the protocol counts them. */
final class AwtModifiers {
    private static final int MAX_BUTTONS = 5;

    private AwtModifiers() {}

    static int modifiers(InputEvent event) {
        int extended = event.getModifiersEx();
        return bit(extended, InputEvent.SHIFT_DOWN_MASK, Modifier.MODIFIER_SHIFT_VALUE)
                | bit(extended, InputEvent.CTRL_DOWN_MASK, Modifier.MODIFIER_CTRL_VALUE)
                | bit(extended, InputEvent.ALT_DOWN_MASK, Modifier.MODIFIER_ALT_VALUE)
                | bit(extended, InputEvent.META_DOWN_MASK, Modifier.MODIFIER_META_VALUE)
                | bit(extended, InputEvent.ALT_GRAPH_DOWN_MASK, Modifier.MODIFIER_ALT_GRAPH_VALUE);
    }

    /** The lock keys that are on. Asks the desktop, so it is for keys and not for every movement. */
    static int locks() {
        return lock(KeyEvent.VK_CAPS_LOCK, Modifier.MODIFIER_CAPS_LOCK_VALUE)
                | lock(KeyEvent.VK_NUM_LOCK, Modifier.MODIFIER_NUM_LOCK_VALUE)
                | lock(KeyEvent.VK_SCROLL_LOCK, Modifier.MODIFIER_SCROLL_LOCK_VALUE);
    }

    /** The buttons that are down after this event. */
    static int buttons(MouseEvent event) {
        int buttons = 0;
        for (int button = 1; button <= MAX_BUTTONS; button++) {
            buttons |= bit(event.getModifiersEx(), InputEvent.getMaskForButton(button), 1 << (button - 1));
        }
        return buttons;
    }

    private static int bit(int of, int mask, int meaning) {
        return (of & mask) != 0 ? meaning : 0;
    }

    private static int lock(int keyCode, int meaning) {
        try {
            return Toolkit.getDefaultToolkit().getLockingKeyState(keyCode) ? meaning : 0;
        } catch (UnsupportedOperationException e) {
            return 0;
        }
    }
}
