package cc.toolkit.input;

import cc.protocol.input.PhysicalKey;
import cc.protocol.message.KeyInput;
import cc.protocol.message.Modifier;
import java.awt.event.KeyEvent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sun.awt.ExtendedKeyCodes;

/**
 * Finds out what a key means: its code by what the person's layout makes of it, as AWT does on other systems, and by
 * its place where the layout makes something of it that has no code. So shortcuts follow the printed letters on Latin
 * layouts and the place on others. Not thread-safe.
 */
final class KeyResolver {
    /** Key codes below this are AWT's own, extended ones are made of characters. */
    private static final int FIRST_CHARACTER_CODE = 0x1000000;

    /** Modifiers with which a key makes other characters than its own. */
    private static final int LEVELS = Modifier.MODIFIER_SHIFT_VALUE | Modifier.MODIFIER_ALT_GRAPH_VALUE;

    private static final int LATIN_LETTERS_TO_CONTROL = 0x1f;

    /** What keys mean without shift, which tells what they mean with it. */
    private final Map<PhysicalKey, Integer> plainCodes = new HashMap<>();

    KeyStroke resolve(KeyInput input) {
        PhysicalKey place = PhysicalKey.ofUsage(input.getUsage());
        KeyCodes.Key key = KeyCodes.at(place);
        String text = text(input.getKey());
        if (text.isEmpty()) {
            return nonText(input.getKey(), key);
        }
        int location = key == null ? KeyEvent.KEY_LOCATION_STANDARD : key.location();
        int byText = ExtendedKeyCodes.getExtendedKeyCodeForChar(text.codePointAt(0));
        int code = code(input, place, key, byText);
        boolean ownCharacter = byText != KeyEvent.VK_UNDEFINED && (input.getModifiers() & LEVELS) == 0;
        long extended = ownCharacter && location != KeyEvent.KEY_LOCATION_NUMPAD ? byText : code;
        boolean control = (Modifiers.toAwt(input.getModifiers()) & KeyEvent.CTRL_DOWN_MASK) != 0;
        String typed = control ? controlled(text) : text;
        return new KeyStroke(code, extended, location, typed.charAt(0), typed);
    }

    private int code(KeyInput input, @Nullable PhysicalKey place, KeyCodes.@Nullable Key key, int byText) {
        boolean known = byText != KeyEvent.VK_UNDEFINED && byText < FIRST_CHARACTER_CODE;
        if (place == null || key == null) {
            return known ? byText : KeyEvent.VK_UNDEFINED;
        }
        if (key.location() == KeyEvent.KEY_LOCATION_NUMPAD) {
            return key.code();
        }
        boolean letter = byText >= KeyEvent.VK_A && byText <= KeyEvent.VK_Z;
        if (letter && (input.getModifiers() & Modifier.MODIFIER_ALT_GRAPH_VALUE) == 0) {
            return byText;
        }
        if ((input.getModifiers() & LEVELS) == 0) {
            int code = known ? byText : key.code();
            plainCodes.put(place, code);
            return code;
        }
        return plainCodes.getOrDefault(place, key.code());
    }

    /** The text of a UI Events key attribute: that of a key that has no name. */
    private static String text(String key) {
        if (key.isEmpty()) {
            return "";
        }
        return key.codePointCount(0, key.length()) == 1 ? key : "";
    }

    private static KeyStroke nonText(String name, KeyCodes.@Nullable Key key) {
        int named = KeyCodes.named(name);
        int location = key == null ? KeyEvent.KEY_LOCATION_STANDARD : key.location();
        int code;
        if (location == KeyEvent.KEY_LOCATION_NUMPAD && named != KeyEvent.VK_UNDEFINED) {
            code = onNumpad(named);
        } else if (named == KeyEvent.VK_ALT_GRAPH) {
            code = named;
            location = KeyEvent.KEY_LOCATION_STANDARD;
        } else if (named != KeyEvent.VK_UNDEFINED) {
            code = named;
        } else {
            code = key == null ? KeyEvent.VK_UNDEFINED : key.code();
        }
        String typed = switch (code) {
            case KeyEvent.VK_ENTER -> "\n";
            case KeyEvent.VK_TAB -> "\t";
            case KeyEvent.VK_BACK_SPACE -> "\b";
            case KeyEvent.VK_ESCAPE -> "\u001b";
            case KeyEvent.VK_DELETE -> "\u007f";
            default -> "";
        };
        return new KeyStroke(code, code, location, typed.isEmpty() ? KeyEvent.CHAR_UNDEFINED : typed.charAt(0), typed);
    }

    /** Arrow keys on the numeric keypad have codes of their own. */
    private static int onNumpad(int code) {
        return switch (code) {
            case KeyEvent.VK_LEFT -> KeyEvent.VK_KP_LEFT;
            case KeyEvent.VK_RIGHT -> KeyEvent.VK_KP_RIGHT;
            case KeyEvent.VK_UP -> KeyEvent.VK_KP_UP;
            case KeyEvent.VK_DOWN -> KeyEvent.VK_KP_DOWN;
            default -> code;
        };
    }

    /** With Ctrl, letters type control characters. */
    private static String controlled(String text) {
        char c = text.charAt(0);
        boolean letter = (c >= '@' && c <= '_') || (c >= 'a' && c <= 'z');
        return letter ? String.valueOf((char) (c & LATIN_LETTERS_TO_CONTROL)) : text;
    }
}
