package cc.toolkit.widget;

import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import sun.awt.AWTAccessor;

/**
 * Passes a widget's pointer events on to the part of its delegate that they belong to: the innermost one under the
 * pointer, or the one in which a button was pressed as long as it is down. Parts are entered and exited as usual.
 */
final class DelegateMouse {
    private static final int ANY_BUTTON =
            InputEvent.BUTTON1_DOWN_MASK | InputEvent.BUTTON2_DOWN_MASK | InputEvent.BUTTON3_DOWN_MASK;

    private final Container root;
    private @Nullable Component entered;
    private @Nullable Component pressed;

    DelegateMouse(Container root) {
        this.root = root;
    }

    void handle(MouseEvent event) {
        Component under = event.getID() == MouseEvent.MOUSE_EXITED ? null : partAt(event.getX(), event.getY());
        enter(under, event);
        Component to = pressed != null ? pressed : under;
        switch (event.getID()) {
            case MouseEvent.MOUSE_ENTERED, MouseEvent.MOUSE_EXITED -> {}
            case MouseEvent.MOUSE_WHEEL -> wheel(under, (MouseWheelEvent) event);
            case MouseEvent.MOUSE_PRESSED -> {
                if (pressed == null) {
                    pressed = under;
                }
                send(pressed, event, event.getID());
            }
            case MouseEvent.MOUSE_RELEASED -> {
                send(to, event, event.getID());
                if ((event.getModifiersEx() & ANY_BUTTON) == 0) {
                    pressed = null;
                }
            }
            default -> send(to, event, event.getID());
        }
    }

    private @Nullable Component partAt(int x, int y) {
        Component part = SwingUtilities.getDeepestComponentAt(root, x, y);
        return part == root ? null : part;
    }

    private void enter(@Nullable Component now, MouseEvent event) {
        if (now == entered || pressed != null) {
            return;
        }
        send(entered, event, MouseEvent.MOUSE_EXITED);
        entered = now;
        send(now, event, MouseEvent.MOUSE_ENTERED);
    }

    private void wheel(@Nullable Component under, MouseWheelEvent event) {
        Component to = under;
        while (to != null && to != root && to.getMouseWheelListeners().length == 0) {
            to = to.getParent();
        }
        if (to == null || to == root) {
            return;
        }
        Point at = SwingUtilities.convertPoint(root, event.getX(), event.getY(), to);
        MouseWheelEvent own = new MouseWheelEvent(
                to,
                event.getID(),
                event.getWhen(),
                event.getModifiersEx(),
                at.x,
                at.y,
                event.getXOnScreen(),
                event.getYOnScreen(),
                event.getClickCount(),
                event.isPopupTrigger(),
                event.getScrollType(),
                event.getScrollAmount(),
                event.getWheelRotation(),
                event.getPreciseWheelRotation());
        process(to, own, event);
    }

    private void send(@Nullable Component to, MouseEvent event, int id) {
        if (to == null) {
            return;
        }
        Point at = SwingUtilities.convertPoint(root, event.getX(), event.getY(), to);
        MouseEvent own = new MouseEvent(
                to,
                id,
                event.getWhen(),
                event.getModifiersEx(),
                at.x,
                at.y,
                event.getXOnScreen(),
                event.getYOnScreen(),
                event.getClickCount(),
                event.isPopupTrigger(),
                event.getButton());
        process(to, own, event);
    }

    private static void process(Component to, MouseEvent own, MouseEvent original) {
        AWTAccessor.getComponentAccessor().processEvent(to, own);
        if (own.isConsumed()) {
            original.consume();
        }
    }
}
