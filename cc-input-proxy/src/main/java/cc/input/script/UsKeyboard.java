package cc.input.script;

import cc.protocol.input.PhysicalKey;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where characters are on the keyboard of the United States, which scripts type on. */
final class UsKeyboard {
    /** A key, and whether Shift is held with it. */
    record Stroke(PhysicalKey key, boolean shift) {}

    private static final Map<Integer, Stroke> STROKES = strokes();

    private UsKeyboard() {}

    /** How a character is typed; null if this keyboard does not have it. */
    static @Nullable Stroke stroke(int codePoint) {
        return STROKES.get(codePoint);
    }

    private static Map<Integer, Stroke> strokes() {
        Map<Integer, Stroke> strokes = new HashMap<>();
        for (char letter = 'a'; letter <= 'z'; letter++) {
            PhysicalKey key = key("Key" + Character.toUpperCase(letter));
            strokes.put((int) letter, new Stroke(key, false));
            strokes.put((int) Character.toUpperCase(letter), new Stroke(key, true));
        }
        for (int digit = 0; digit <= 9; digit++) {
            PhysicalKey key = key("Digit" + digit);
            strokes.put('0' + digit, new Stroke(key, false));
            strokes.put((int) ")!@#$%^&*(".charAt(digit), new Stroke(key, true));
        }
        mark(strokes, "Space", " ", "");
        mark(strokes, "Minus", "-", "_");
        mark(strokes, "Equal", "=", "+");
        mark(strokes, "BracketLeft", "[", "{");
        mark(strokes, "BracketRight", "]", "}");
        mark(strokes, "Backslash", "\\", "|");
        mark(strokes, "Semicolon", ";", ":");
        mark(strokes, "Quote", "'", "\"");
        mark(strokes, "Backquote", "`", "~");
        mark(strokes, "Comma", ",", "<");
        mark(strokes, "Period", ".", ">");
        mark(strokes, "Slash", "/", "?");
        return Map.copyOf(strokes);
    }

    private static void mark(Map<Integer, Stroke> strokes, String code, String plain, String shifted) {
        PhysicalKey key = key(code);
        plain.codePoints().forEach(point -> strokes.put(point, new Stroke(key, false)));
        shifted.codePoints().forEach(point -> strokes.put(point, new Stroke(key, true)));
    }

    private static PhysicalKey key(String code) {
        PhysicalKey key = PhysicalKey.ofCode(code);
        if (key == null) {
            throw new IllegalStateException("there is no key " + code);
        }
        return key;
    }
}
