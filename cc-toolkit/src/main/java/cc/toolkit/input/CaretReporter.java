package cc.toolkit.input;

import cc.protocol.message.TextCaret;
import cc.protocol.message.ToScreen;
import cc.toolkit.widget.Guard;
import cc.toolkit.widget.PeerRegistry;
import cc.toolkit.window.CcWindowPeer;
import cc.toolkit.window.Desk;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.KeyboardFocusManager;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.TextComponent;
import java.awt.Toolkit;
import java.awt.im.InputMethodRequests;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;
import sun.awt.PeerEvent;
import sun.awt.SunToolkit;

/** Tells viewers where text is being entered, when the event queue has gone idle after input or a change of focus. */
final class CaretReporter {
    private final Desk desk;
    private final AtomicBoolean pending = new AtomicBoolean();
    private final AtomicBoolean listening = new AtomicBoolean();

    CaretReporter(Desk desk) {
        this.desk = desk;
    }

    /** Something happened that may have moved the caret. From any thread. */
    void check() {
        if (!pending.compareAndSet(false, true)) {
            return;
        }
        EventQueue queue = Toolkit.getDefaultToolkit().getSystemEventQueue();
        queue.postEvent(new PeerEvent(this, this::report, PeerEvent.LOW_PRIORITY_EVENT));
    }

    private void report() {
        pending.set(false);
        KeyboardFocusManager manager = KeyboardFocusManager.getCurrentKeyboardFocusManager();
        if (listening.compareAndSet(false, true)) {
            manager.addPropertyChangeListener("permanentFocusOwner", change -> check());
        }
        Component owner = manager.getFocusOwner();
        // The program's own text components are asked here.
        Guard.run(
                "finding the text caret",
                () -> desk.output()
                        .hold(
                                "caret",
                                ToScreen.newBuilder().setCaret(caret(owner)).build()));
    }

    private static TextCaret caret(@Nullable Component owner) {
        if (owner == null
                || !isEditable(owner)
                || !owner.isShowing()
                || !(PeerRegistry.peerOf(SunToolkit.getContainingWindow(owner)) instanceof CcWindowPeer<?> window)) {
            return TextCaret.getDefaultInstance();
        }
        InputMethodRequests requests = owner.getInputMethodRequests();
        Rectangle at = requests == null ? null : requests.getTextLocation(null);
        TextCaret.Builder caret = TextCaret.newBuilder().setWindow(window.id()).setEditable(true);
        if (at != null) {
            Point origin = window.origin();
            caret.setX(at.x - origin.x).setY(at.y - origin.y).setHeight(Math.max(0, at.height));
        }
        return caret.build();
    }

    private static boolean isEditable(Component component) {
        if (!component.isEnabled()) {
            return false;
        }
        if (component instanceof JTextComponent text) {
            return text.isEditable();
        }
        if (component instanceof TextComponent text) {
            return text.isEditable();
        }
        return component.getInputMethodRequests() != null;
    }
}
