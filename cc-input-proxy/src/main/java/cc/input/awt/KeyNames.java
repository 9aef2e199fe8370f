package cc.input.awt;

import static java.util.Map.entry;

import java.awt.event.KeyEvent;
import java.util.HashMap;
import java.util.Map;

/** What a key event produces, as the {@code key} attribute of UI Events names it. */
final class KeyNames {
    static final String UNIDENTIFIED = "Unidentified";

    private static final char DELETE = 0x7F;
    private static final Map<Integer, String> NAMED = named();

    private KeyNames() {}

    static String of(KeyEvent event) {
        int code = event.getKeyCode();
        String name = NAMED.get(code);
        if (name != null) {
            return name;
        }
        if (code >= KeyEvent.VK_DEAD_GRAVE && code <= KeyEvent.VK_DEAD_SEMIVOICED_SOUND) {
            return "Dead";
        }
        char character = event.getKeyChar();
        if (character != KeyEvent.CHAR_UNDEFINED && character >= ' ' && character != DELETE) {
            return String.valueOf(character);
        }
        return withoutControl(event);
    }

    /** With Ctrl held AWT tells control characters; the key is still that of its letter. */
    private static String withoutControl(KeyEvent event) {
        int code = event.getKeyCode();
        if (code >= KeyEvent.VK_A && code <= KeyEvent.VK_Z) {
            char letter = (char) code;
            return String.valueOf(event.isShiftDown() ? letter : Character.toLowerCase(letter));
        }
        // Codes of digits and marks are their characters.
        return code > ' ' && code < DELETE ? String.valueOf((char) code) : UNIDENTIFIED;
    }

    private static Map<Integer, String> named() {
        Map<Integer, String> names = new HashMap<>(Map.ofEntries(
                entry(KeyEvent.VK_ENTER, "Enter"),
                entry(KeyEvent.VK_TAB, "Tab"),
                entry(KeyEvent.VK_BACK_SPACE, "Backspace"),
                entry(KeyEvent.VK_ESCAPE, "Escape"),
                entry(KeyEvent.VK_DELETE, "Delete"),
                entry(KeyEvent.VK_INSERT, "Insert"),
                entry(KeyEvent.VK_HOME, "Home"),
                entry(KeyEvent.VK_END, "End"),
                entry(KeyEvent.VK_PAGE_UP, "PageUp"),
                entry(KeyEvent.VK_PAGE_DOWN, "PageDown"),
                entry(KeyEvent.VK_LEFT, "ArrowLeft"),
                entry(KeyEvent.VK_RIGHT, "ArrowRight"),
                entry(KeyEvent.VK_UP, "ArrowUp"),
                entry(KeyEvent.VK_DOWN, "ArrowDown"),
                entry(KeyEvent.VK_KP_LEFT, "ArrowLeft"),
                entry(KeyEvent.VK_KP_RIGHT, "ArrowRight"),
                entry(KeyEvent.VK_KP_UP, "ArrowUp"),
                entry(KeyEvent.VK_KP_DOWN, "ArrowDown"),
                entry(KeyEvent.VK_SHIFT, "Shift"),
                entry(KeyEvent.VK_CONTROL, "Control"),
                entry(KeyEvent.VK_ALT, "Alt"),
                entry(KeyEvent.VK_ALT_GRAPH, "AltGraph"),
                entry(KeyEvent.VK_META, "Meta"),
                entry(KeyEvent.VK_WINDOWS, "Meta"),
                entry(KeyEvent.VK_CONTEXT_MENU, "ContextMenu"),
                entry(KeyEvent.VK_CAPS_LOCK, "CapsLock"),
                entry(KeyEvent.VK_NUM_LOCK, "NumLock"),
                entry(KeyEvent.VK_SCROLL_LOCK, "ScrollLock"),
                entry(KeyEvent.VK_PRINTSCREEN, "PrintScreen"),
                entry(KeyEvent.VK_PAUSE, "Pause"),
                entry(KeyEvent.VK_CLEAR, "Clear"),
                entry(KeyEvent.VK_HELP, "Help"),
                entry(KeyEvent.VK_UNDO, "Undo"),
                entry(KeyEvent.VK_AGAIN, "Again"),
                entry(KeyEvent.VK_CUT, "Cut"),
                entry(KeyEvent.VK_COPY, "Copy"),
                entry(KeyEvent.VK_PASTE, "Paste"),
                entry(KeyEvent.VK_FIND, "Find"),
                entry(KeyEvent.VK_PROPS, "Props"),
                entry(KeyEvent.VK_STOP, "Cancel"),
                entry(KeyEvent.VK_COMPOSE, "Compose"),
                entry(KeyEvent.VK_CONVERT, "Convert"),
                entry(KeyEvent.VK_NONCONVERT, "NonConvert"),
                entry(KeyEvent.VK_KANA, "KanaMode"),
                entry(KeyEvent.VK_KANJI, "KanjiMode")));
        for (int key = 0; key < 12; key++) {
            names.put(KeyEvent.VK_F1 + key, "F" + (key + 1));
            names.put(KeyEvent.VK_F13 + key, "F" + (key + 13));
        }
        return names;
    }
}
