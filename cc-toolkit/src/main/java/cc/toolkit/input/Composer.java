package cc.toolkit.input;

import cc.protocol.message.TextInput;
import cc.toolkit.window.CcWindowPeer;
import cc.toolkit.window.Desk;
import java.awt.Component;
import java.awt.KeyboardFocusManager;
import java.awt.event.InputMethodEvent;
import java.awt.font.TextAttribute;
import java.awt.font.TextHitInfo;
import java.awt.im.InputMethodHighlight;
import java.text.AttributedString;
import org.jspecify.annotations.Nullable;
import sun.awt.SunToolkit;

/**
 * Brings text to the program that no key made. What is being composed is shown by components that can do so, and text
 * is typed into all others once it is committed.
 */
final class Composer {
    private final Desk desk;
    private final Keyboard keyboard;
    private final InputClock clock;
    /** Whether the newest message left a composition open. On the pump's thread. */
    private boolean open;
    /** Touched on the event thread only. */
    private @Nullable Component composing;

    Composer(Desk desk, Keyboard keyboard, InputClock clock) {
        this.desk = desk;
        this.keyboard = keyboard;
        this.clock = clock;
    }

    /** On the pump's thread; the event thread does the rest, in order with keys and changes of the focus. */
    void handle(TextInput input) {
        CcWindowPeer<?> focused = desk.focus().focusedPeer();
        if (focused == null || focused.isBlocked()) {
            return;
        }
        boolean plain = !open && input.getComposing().isEmpty();
        open = !input.getComposing().isEmpty();
        if (plain) {
            keyboard.type(focused.target(), input.getCommitted(), 0);
            return;
        }
        SunToolkit.postEvent(
                SunToolkit.targetToAppContext(focused.target()),
                new CompositionArrival(focused.target(), clock.next(), () -> compose(input)));
    }

    private void compose(TextInput input) {
        Component owner = KeyboardFocusManager.getCurrentKeyboardFocusManager().getFocusOwner();
        if (composing != null && composing != owner) {
            composing = null;
        }
        if (owner == null) {
            return;
        }
        boolean shows = owner.isEnabled() && owner.getInputMethodRequests() != null;
        boolean nothingToShow = composing == null && input.getComposing().isEmpty();
        if (!shows || nothingToShow) {
            // A composition that cannot be shown is seen at the viewer.
            Keyboard.type(owner, input.getCommitted());
            return;
        }
        composing = input.getComposing().isEmpty() ? null : owner;
        owner.dispatchEvent(event(owner, input));
    }

    private static InputMethodEvent event(Component owner, TextInput input) {
        String committed = input.getCommitted();
        String composed = input.getComposing();
        int caret = Math.max(0, Math.min(input.getCaret(), composed.length()));
        if (committed.isEmpty() && composed.isEmpty()) {
            return new InputMethodEvent(owner, InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, null, 0, null, null);
        }
        AttributedString text = new AttributedString(committed + composed);
        if (!composed.isEmpty()) {
            text.addAttribute(
                    TextAttribute.INPUT_METHOD_HIGHLIGHT,
                    InputMethodHighlight.UNSELECTED_RAW_TEXT_HIGHLIGHT,
                    committed.length(),
                    committed.length() + composed.length());
        }
        TextHitInfo hit = composed.isEmpty() ? null : TextHitInfo.leading(caret);
        return new InputMethodEvent(
                owner, InputMethodEvent.INPUT_METHOD_TEXT_CHANGED, text.getIterator(), committed.length(), hit, hit);
    }
}
