package cc.input;

import cc.protocol.message.KeyInput;
import cc.protocol.message.Modifier;

/** Relates modifier keys (usages on the keyboard page of the USB HID usage tables) to the bits of {@link Modifier}. */
final class Modifiers {
    private static final int LEFT_CONTROL = 0xE0;
    private static final int LEFT_SHIFT = 0xE1;
    private static final int LEFT_ALT = 0xE2;
    private static final int LEFT_META = 0xE3;
    private static final int RIGHT_CONTROL = 0xE4;
    private static final int RIGHT_SHIFT = 0xE5;
    private static final int RIGHT_ALT = 0xE6;
    private static final int RIGHT_META = 0xE7;

    static final int LOCKS =
            Modifier.MODIFIER_CAPS_LOCK_VALUE | Modifier.MODIFIER_NUM_LOCK_VALUE | Modifier.MODIFIER_SCROLL_LOCK_VALUE;

    private Modifiers() {}

    /**
     * The bits one of which a source reports as long as it holds this key; 0 for keys that are no modifiers. The right
     * Alt key is AltGr on many layouts, and then some systems report Ctrl with Alt for it.
     */
    static int bitsWhileDown(KeyInput key) {
        return switch (key.getUsage()) {
            case LEFT_CONTROL, RIGHT_CONTROL -> Modifier.MODIFIER_CTRL_VALUE;
            case LEFT_SHIFT, RIGHT_SHIFT -> Modifier.MODIFIER_SHIFT_VALUE;
            case LEFT_ALT -> Modifier.MODIFIER_ALT_VALUE;
            case RIGHT_ALT ->
                Modifier.MODIFIER_ALT_VALUE | Modifier.MODIFIER_ALT_GRAPH_VALUE | Modifier.MODIFIER_CTRL_VALUE;
            case LEFT_META, RIGHT_META -> Modifier.MODIFIER_META_VALUE;
            default -> 0;
        };
    }
}
