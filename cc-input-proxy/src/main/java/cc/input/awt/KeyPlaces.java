package cc.input.awt;

import static java.util.Map.entry;

import cc.protocol.input.PhysicalKey;
import java.awt.event.KeyEvent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a key is on a keyboard with the layout of the United States, for events that do not tell their hardware code: made
 * by programs, or by a desktop without X.
 */
final class KeyPlaces {
    private static final Map<Integer, String> NUMPAD = Map.ofEntries(
            entry(KeyEvent.VK_ENTER, "NumpadEnter"),
            entry(KeyEvent.VK_INSERT, "Numpad0"),
            entry(KeyEvent.VK_END, "Numpad1"),
            entry(KeyEvent.VK_DOWN, "Numpad2"),
            entry(KeyEvent.VK_KP_DOWN, "Numpad2"),
            entry(KeyEvent.VK_PAGE_DOWN, "Numpad3"),
            entry(KeyEvent.VK_LEFT, "Numpad4"),
            entry(KeyEvent.VK_KP_LEFT, "Numpad4"),
            entry(KeyEvent.VK_BEGIN, "Numpad5"),
            entry(KeyEvent.VK_CLEAR, "Numpad5"),
            entry(KeyEvent.VK_RIGHT, "Numpad6"),
            entry(KeyEvent.VK_KP_RIGHT, "Numpad6"),
            entry(KeyEvent.VK_HOME, "Numpad7"),
            entry(KeyEvent.VK_UP, "Numpad8"),
            entry(KeyEvent.VK_KP_UP, "Numpad8"),
            entry(KeyEvent.VK_PAGE_UP, "Numpad9"),
            entry(KeyEvent.VK_DELETE, "NumpadDecimal"));

    private static final Map<Integer, String> RIGHT = Map.of(
            KeyEvent.VK_SHIFT, "ShiftRight",
            KeyEvent.VK_CONTROL, "ControlRight",
            KeyEvent.VK_ALT, "AltRight",
            KeyEvent.VK_META, "MetaRight",
            KeyEvent.VK_WINDOWS, "MetaRight");

    private static final Map<Integer, String> ELSEWHERE = elsewhere();

    private KeyPlaces() {}

    /** The key, or null if it is not known. */
    static @Nullable PhysicalKey of(int keyCode, int location) {
        String code = null;
        if (location == KeyEvent.KEY_LOCATION_NUMPAD) {
            code = NUMPAD.get(keyCode);
        } else if (location == KeyEvent.KEY_LOCATION_RIGHT) {
            code = RIGHT.get(keyCode);
        }
        if (code == null) {
            code = ELSEWHERE.get(keyCode);
        }
        return code == null ? null : PhysicalKey.ofCode(code);
    }

    private static Map<Integer, String> elsewhere() {
        Map<Integer, String> codes = new HashMap<>(Map.ofEntries(
                entry(KeyEvent.VK_ENTER, "Enter"),
                entry(KeyEvent.VK_ESCAPE, "Escape"),
                entry(KeyEvent.VK_BACK_SPACE, "Backspace"),
                entry(KeyEvent.VK_TAB, "Tab"),
                entry(KeyEvent.VK_SPACE, "Space"),
                entry(KeyEvent.VK_MINUS, "Minus"),
                entry(KeyEvent.VK_EQUALS, "Equal"),
                entry(KeyEvent.VK_OPEN_BRACKET, "BracketLeft"),
                entry(KeyEvent.VK_CLOSE_BRACKET, "BracketRight"),
                entry(KeyEvent.VK_BACK_SLASH, "Backslash"),
                entry(KeyEvent.VK_SEMICOLON, "Semicolon"),
                entry(KeyEvent.VK_QUOTE, "Quote"),
                entry(KeyEvent.VK_BACK_QUOTE, "Backquote"),
                entry(KeyEvent.VK_COMMA, "Comma"),
                entry(KeyEvent.VK_PERIOD, "Period"),
                entry(KeyEvent.VK_SLASH, "Slash"),
                entry(KeyEvent.VK_LESS, "IntlBackslash"),
                entry(KeyEvent.VK_CAPS_LOCK, "CapsLock"),
                entry(KeyEvent.VK_PRINTSCREEN, "PrintScreen"),
                entry(KeyEvent.VK_SCROLL_LOCK, "ScrollLock"),
                entry(KeyEvent.VK_PAUSE, "Pause"),
                entry(KeyEvent.VK_INSERT, "Insert"),
                entry(KeyEvent.VK_HOME, "Home"),
                entry(KeyEvent.VK_PAGE_UP, "PageUp"),
                entry(KeyEvent.VK_DELETE, "Delete"),
                entry(KeyEvent.VK_END, "End"),
                entry(KeyEvent.VK_PAGE_DOWN, "PageDown"),
                entry(KeyEvent.VK_RIGHT, "ArrowRight"),
                entry(KeyEvent.VK_LEFT, "ArrowLeft"),
                entry(KeyEvent.VK_DOWN, "ArrowDown"),
                entry(KeyEvent.VK_UP, "ArrowUp"),
                entry(KeyEvent.VK_NUM_LOCK, "NumLock"),
                entry(KeyEvent.VK_DIVIDE, "NumpadDivide"),
                entry(KeyEvent.VK_MULTIPLY, "NumpadMultiply"),
                entry(KeyEvent.VK_SUBTRACT, "NumpadSubtract"),
                entry(KeyEvent.VK_ADD, "NumpadAdd"),
                entry(KeyEvent.VK_DECIMAL, "NumpadDecimal"),
                entry(KeyEvent.VK_CONTEXT_MENU, "ContextMenu"),
                entry(KeyEvent.VK_CONTROL, "ControlLeft"),
                entry(KeyEvent.VK_SHIFT, "ShiftLeft"),
                entry(KeyEvent.VK_ALT, "AltLeft"),
                entry(KeyEvent.VK_ALT_GRAPH, "AltRight"),
                entry(KeyEvent.VK_META, "MetaLeft"),
                entry(KeyEvent.VK_WINDOWS, "MetaLeft"),
                entry(KeyEvent.VK_CONVERT, "Convert"),
                entry(KeyEvent.VK_NONCONVERT, "NonConvert"),
                entry(KeyEvent.VK_KANA, "KanaMode")));
        for (int letter = 0; letter < 26; letter++) {
            codes.put(KeyEvent.VK_A + letter, "Key" + (char) ('A' + letter));
        }
        for (int digit = 0; digit < 10; digit++) {
            codes.put(KeyEvent.VK_0 + digit, "Digit" + digit);
            codes.put(KeyEvent.VK_NUMPAD0 + digit, "Numpad" + digit);
        }
        for (int key = 0; key < 12; key++) {
            codes.put(KeyEvent.VK_F1 + key, "F" + (key + 1));
            codes.put(KeyEvent.VK_F13 + key, "F" + (key + 13));
        }
        return codes;
    }
}
