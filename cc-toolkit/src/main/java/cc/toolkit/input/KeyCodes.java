package cc.toolkit.input;

import static java.awt.event.KeyEvent.*;

import cc.protocol.input.PhysicalKey;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The key mapping table: AWT's key code and location of each key by its place on the keyboard, what a plain US layout
 * prints on it, and AWT's key codes of keys that are only known by name.
 */
final class KeyCodes {
    /**
     * What is known of a key.
     *
     * @param plain what a US layout makes of the key alone, 0 for no text
     * @param shifted what it makes of it with shift, 0 for nothing else
     */
    record Key(int code, int location, char plain, char shifted) {
        boolean isLetter() {
            return code >= VK_A && code <= VK_Z;
        }
    }

    private static final Map<PhysicalKey, Key> BY_PLACE = new EnumMap<>(PhysicalKey.class);
    private static final Map<String, Integer> BY_NAME = new HashMap<>();
    private static final Map<Integer, PhysicalKey> BY_CODE = new HashMap<>();

    static {
        for (char c = 'a'; c <= 'z'; c++) {
            key("Key" + Character.toUpperCase(c), Character.toUpperCase(c), c, Character.toUpperCase(c));
        }
        String shiftedDigits = ")!@#$%^&*(";
        for (char c = '0'; c <= '9'; c++) {
            key("Digit" + c, c, c, shiftedDigits.charAt(c - '0'));
        }
        key("Minus", VK_MINUS, '-', '_');
        key("Equal", VK_EQUALS, '=', '+');
        key("BracketLeft", VK_OPEN_BRACKET, '[', '{');
        key("BracketRight", VK_CLOSE_BRACKET, ']', '}');
        key("Backslash", VK_BACK_SLASH, '\\', '|');
        key("Semicolon", VK_SEMICOLON, ';', ':');
        key("Quote", VK_QUOTE, '\'', '"');
        key("Backquote", VK_BACK_QUOTE, '`', '~');
        key("Comma", VK_COMMA, ',', '<');
        key("Period", VK_PERIOD, '.', '>');
        key("Slash", VK_SLASH, '/', '?');
        key("Space", VK_SPACE, ' ', ' ');
        // The key beside the left shift of European keyboards.
        key("IntlBackslash", VK_LESS, '<', '>');

        named("Enter", VK_ENTER);
        named("Escape", VK_ESCAPE);
        named("Backspace", VK_BACK_SPACE);
        named("Tab", VK_TAB);
        named("CapsLock", VK_CAPS_LOCK);
        named("PrintScreen", VK_PRINTSCREEN);
        named("ScrollLock", VK_SCROLL_LOCK);
        named("Pause", VK_PAUSE);
        named("Insert", VK_INSERT);
        named("Home", VK_HOME);
        named("PageUp", VK_PAGE_UP);
        named("Delete", VK_DELETE);
        named("End", VK_END);
        named("PageDown", VK_PAGE_DOWN);
        named("ArrowRight", VK_RIGHT);
        named("ArrowLeft", VK_LEFT);
        named("ArrowDown", VK_DOWN);
        named("ArrowUp", VK_UP);
        named("ContextMenu", VK_CONTEXT_MENU);
        named("Help", VK_HELP);
        named("Undo", VK_UNDO);
        named("Cut", VK_CUT);
        named("Copy", VK_COPY);
        named("Paste", VK_PASTE);
        named("Find", VK_FIND);
        named("Again", VK_AGAIN);
        named("NonConvert", VK_NONCONVERT);
        named("Convert", VK_CONVERT);
        for (int n = 1; n <= 12; n++) {
            named("F" + n, VK_F1 + n - 1);
        }
        for (int n = 13; n <= 24; n++) {
            named("F" + n, VK_F13 + n - 13);
        }

        side("Shift", VK_SHIFT);
        side("Control", VK_CONTROL);
        side("Alt", VK_ALT);
        side("Meta", VK_META);
        BY_NAME.put("AltGraph", VK_ALT_GRAPH);
        BY_CODE.put(VK_ALT_GRAPH, PhysicalKey.ALT_RIGHT);

        for (int n = 0; n <= 9; n++) {
            place("Numpad" + n, new Key(VK_NUMPAD0 + n, KEY_LOCATION_NUMPAD, (char) ('0' + n), (char) 0));
        }
        numpad("NumLock", VK_NUM_LOCK, 0);
        numpad("NumpadDivide", VK_DIVIDE, '/');
        numpad("NumpadMultiply", VK_MULTIPLY, '*');
        numpad("NumpadSubtract", VK_SUBTRACT, '-');
        numpad("NumpadAdd", VK_ADD, '+');
        numpad("NumpadEnter", VK_ENTER, '\n');
        numpad("NumpadDecimal", VK_DECIMAL, '.');
        numpad("NumpadEqual", VK_EQUALS, '=');
        numpad("NumpadComma", VK_SEPARATER, ',');
        BY_NAME.put("NumLock", VK_NUM_LOCK);
        BY_NAME.put("Clear", VK_CLEAR);
        BY_NAME.put("Cancel", VK_CANCEL);
        BY_NAME.put("Compose", VK_COMPOSE);
        BY_NAME.put(" ", VK_SPACE);
    }

    private KeyCodes() {}

    private static void key(String place, int code, char plain, char shifted) {
        place(place, new Key(code, KEY_LOCATION_STANDARD, plain, shifted));
    }

    private static void named(String name, int code) {
        place(name, new Key(code, KEY_LOCATION_STANDARD, (char) 0, (char) 0));
        BY_NAME.put(name, code);
    }

    private static void side(String name, int code) {
        place(name + "Left", new Key(code, KEY_LOCATION_LEFT, (char) 0, (char) 0));
        place(name + "Right", new Key(code, KEY_LOCATION_RIGHT, (char) 0, (char) 0));
        BY_NAME.put(name, code);
    }

    private static void numpad(String place, int code, int plain) {
        place(place, new Key(code, KEY_LOCATION_NUMPAD, (char) plain, (char) 0));
    }

    private static void place(String place, Key key) {
        PhysicalKey physical = PhysicalKey.ofCode(place);
        if (physical != null) {
            BY_PLACE.put(physical, key);
            BY_CODE.putIfAbsent(key.code(), physical);
        }
    }

    /** A key by its place; null for places that AWT has no code for. */
    static @Nullable Key at(@Nullable PhysicalKey place) {
        return place == null ? null : BY_PLACE.get(place);
    }

    /** The code of a key that has a name and makes no text; {@code VK_UNDEFINED} if AWT has none. */
    static int named(String name) {
        return BY_NAME.getOrDefault(name, VK_UNDEFINED);
    }

    /** Where a US keyboard has the key with this code; null if it has none. */
    static @Nullable PhysicalKey placeOf(int code) {
        return BY_CODE.get(code);
    }
}
