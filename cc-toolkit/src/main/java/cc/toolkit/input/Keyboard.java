package cc.toolkit.input;

import cc.protocol.message.KeyInput;
import cc.protocol.message.Modifier;
import cc.toolkit.window.CcWindowPeer;
import cc.toolkit.window.Desk;
import java.awt.Component;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sun.awt.AWTAccessor;
import sun.awt.SunToolkit;

/**
 * Makes AWT's key events. AWT's focus manager brings them to the component that has the focus, so they are posted to
 * the focused window. On the pump's thread, except for the lock state.
 */
final class Keyboard {
    private final Desk desk;
    private final InputClock clock;
    private final KeyResolver resolver = new KeyResolver();
    /** Pressed keys by place, or by name where there is none; what is released is what was pressed. */
    private final Map<Object, KeyStroke> held = new LinkedHashMap<>();

    private volatile int locks;
    private volatile int modifiers;

    Keyboard(Desk desk, InputClock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    void handle(KeyInput input) {
        modifiers = input.getModifiers();
        locks = input.getModifiers();
        CcWindowPeer<?> focused = desk.focus().focusedPeer();
        Object identity = input.getUsage() != 0 ? input.getUsage() : input.getKey();
        if (input.getPressed()) {
            KeyStroke stroke = resolver.resolve(input);
            held.put(identity, stroke);
            if (focused != null && !focused.isBlocked()) {
                press(focused.target(), stroke, Modifiers.toAwt(input.getModifiers()));
            }
            return;
        }
        KeyStroke stroke = held.remove(identity);
        if (stroke != null && focused != null && !focused.isBlocked()) {
            post(focused.target(), KeyEvent.KEY_RELEASED, stroke, Modifiers.toAwt(input.getModifiers()));
        }
    }

    private void press(Window window, KeyStroke stroke, int modifiers) {
        post(window, KeyEvent.KEY_PRESSED, stroke, modifiers);
        type(window, stroke.typed(), modifiers);
    }

    /**
     * Types text that was composed. On the event thread: the text takes effect at once, before the keys that came after
     * it and wait in the queue.
     */
    static void type(Component owner, String text) {
        for (int i = 0; i < text.length(); i++) {
            owner.dispatchEvent(typed(owner, System.currentTimeMillis(), text.charAt(i), 0));
        }
    }

    /** Types text where the keys go that are pressed now; it takes effect in order with them. */
    void type(Window window, String text, int modifiers) {
        for (int i = 0; i < text.length(); i++) {
            send(typed(window, clock.next(), text.charAt(i), modifiers));
        }
    }

    private static KeyEvent typed(Component target, long millis, char character, int modifiers) {
        return new KeyEvent(target, KeyEvent.KEY_TYPED, millis, modifiers, KeyEvent.VK_UNDEFINED, character);
    }

    private void post(Window window, int id, KeyStroke stroke, int modifiers) {
        KeyEvent event =
                new KeyEvent(window, id, clock.next(), modifiers, stroke.code(), stroke.keyChar(), stroke.location());
        AWTAccessor.getKeyEventAccessor().setExtendedKeyCode(event, stroke.extendedCode());
        send(event);
    }

    private static void send(KeyEvent event) {
        SunToolkit.postEvent(SunToolkit.targetToAppContext(event.getSource()), event);
    }

    /** Nobody holds keys any more. */
    void releaseAll() {
        CcWindowPeer<?> focused = desk.focus().focusedPeer();
        if (focused != null) {
            for (KeyStroke stroke : held.values()) {
                post(focused.target(), KeyEvent.KEY_RELEASED, stroke, 0);
            }
        }
        held.clear();
        modifiers = 0;
    }

    /** The keyboard's lock state, as modifier bits. */
    void setLocks(int bits) {
        locks = bits;
    }

    /** The modifier bits of the last message. */
    int modifiers() {
        return modifiers;
    }

    /** Whether a lock key is on; null for keys that lock nothing. */
    @Nullable
    Boolean lockState(int keyCode) {
        return switch (keyCode) {
            case KeyEvent.VK_CAPS_LOCK -> (locks & Modifier.MODIFIER_CAPS_LOCK_VALUE) != 0;
            case KeyEvent.VK_NUM_LOCK -> (locks & Modifier.MODIFIER_NUM_LOCK_VALUE) != 0;
            case KeyEvent.VK_SCROLL_LOCK -> (locks & Modifier.MODIFIER_SCROLL_LOCK_VALUE) != 0;
            default -> null;
        };
    }
}
