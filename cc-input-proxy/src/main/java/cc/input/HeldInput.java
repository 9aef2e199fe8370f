package cc.input;

import cc.protocol.message.KeyInput;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What one input source holds down: keys in the order they went down, pointer buttons, a composition. */
final class HeldInput {
    /** More than a keyboard has fingers for; a source that exceeds it loses its oldest keys. */
    static final int MAX_KEYS = 64;

    private final Map<Object, KeyInput> keys = new LinkedHashMap<>();
    private int buttons;
    private int pointerWindow;
    private int pointerX;
    private int pointerY;
    private boolean composing;
    private int textWindow;

    /** A key is itself by its place on the keyboard; one without a place, by its name. */
    static Object identity(KeyInput key) {
        return key.getUsage() != 0 ? (Object) key.getUsage() : key.getKey();
    }

    boolean holds(Object key) {
        return keys.containsKey(key);
    }

    void press(KeyInput key) {
        keys.put(identity(key), key);
    }

    boolean release(Object key) {
        return keys.remove(key) != null;
    }

    boolean isFull() {
        return keys.size() >= MAX_KEYS;
    }

    KeyInput oldestKey() {
        return keys.values().iterator().next();
    }

    /** Keys that are down, the newest first: the order in which they are let go. */
    List<KeyInput> keysNewestFirst() {
        List<KeyInput> down = new ArrayList<>(keys.values());
        Collections.reverse(down);
        return down;
    }

    int buttons() {
        return buttons;
    }

    void pointer(int window, int x, int y, int newButtons) {
        pointerWindow = window;
        pointerX = x;
        pointerY = y;
        buttons = newButtons;
    }

    int pointerWindow() {
        return pointerWindow;
    }

    int pointerX() {
        return pointerX;
    }

    int pointerY() {
        return pointerY;
    }

    void composing(int window, boolean isComposing) {
        textWindow = window;
        composing = isComposing;
    }

    boolean isComposing() {
        return composing;
    }

    int textWindow() {
        return textWindow;
    }
}
