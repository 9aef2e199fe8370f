package cc.toolkit.widget;

import com.sun.java.swing.SwingUtilities3;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import sun.awt.AWTAccessor;

/**
 * Keeps a Swing component that stands in no window, as the looks and the behaviour of an AWT widget: it is painted
 * into the widget's area, and gets the events that the program left over.
 *
 * <p>Peers are called from any thread, Swing is not safe for threads, and laying out takes AWT's tree lock: so the
 * tree lock guards the hosted component, too. Whoever touches it holds {@link #lock}.
 */
final class SwingHost {
    private final CcComponentPeer<?> peer;
    private final JComponent widget;
    /** Swing takes for granted that every component stands in a container. */
    private final Container root = new Container();
    /** The component that a press went to: it gets all pointer events up to the release. */
    private @Nullable Component pressed;

    private @Nullable Component entered;

    SwingHost(CcComponentPeer<?> peer, JComponent widget) {
        this.peer = peer;
        this.widget = widget;
        synchronized (lock()) {
            SwingUtilities3.setDelegateRepaintManager(widget, new HostRepaints(this));
            widget.setDoubleBuffered(false);
            root.add(widget);
            root.addNotify();
        }
    }

    /** AWT's tree lock, which all components share. */
    Object lock() {
        return widget.getTreeLock();
    }

    JComponent widget() {
        return widget;
    }

    /**
     * Whether keys that are typed now go to this AWT component.
     *
     * @param target null while Swing asks in the constructor of a component that has no target yet
     */
    static boolean isFocused(@Nullable Component target) {
        return target != null && target.isFocusOwner();
    }

    void resize(int width, int height) {
        synchronized (lock()) {
            root.setSize(width, height);
            widget.setBounds(0, 0, width, height);
            widget.validate();
        }
    }

    void layOut() {
        synchronized (lock()) {
            widget.validate();
        }
    }

    void repaint(Rectangle part) {
        peer.postPaint(part.x, part.y, part.width, part.height);
    }

    void paint(Graphics g) {
        synchronized (lock()) {
            widget.validate();
            widget.paint(g);
        }
    }

    void dispose() {
        synchronized (lock()) {
            root.removeNotify();
        }
    }

    /** The innermost part under a pointer event's place, or null outside of the widget. */
    @Nullable
    Component partAt(MouseEvent event) {
        return SwingUtilities.getDeepestComponentAt(widget, event.getX(), event.getY());
    }

    /** Hands over a pointer event whose place is relative to the AWT widget. */
    void mouse(MouseEvent event) {
        synchronized (lock()) {
            Component under = event.getID() == MouseEvent.MOUSE_EXITED ? null : partAt(event);
            if (event.getID() == MouseEvent.MOUSE_PRESSED && pressed == null) {
                pressed = under;
            }
            cross(event, pressed == null || pressed == under ? under : null);
            Component to = pressed != null ? pressed : under;
            if (to != null && event.getID() != MouseEvent.MOUSE_ENTERED) {
                send(to, moved(event, to, event.getID()));
            }
            if (event.getID() == MouseEvent.MOUSE_RELEASED && !isButtonDown(event)) {
                pressed = null;
            }
        }
    }

    private static boolean isButtonDown(MouseEvent event) {
        int buttons = InputEvent.BUTTON1_DOWN_MASK | InputEvent.BUTTON2_DOWN_MASK | InputEvent.BUTTON3_DOWN_MASK;
        return (event.getModifiersEx() & buttons) != 0;
    }

    private void cross(MouseEvent event, @Nullable Component under) {
        if (under == entered) {
            return;
        }
        if (entered != null) {
            send(entered, moved(event, entered, MouseEvent.MOUSE_EXITED));
        }
        entered = under;
        if (under != null) {
            send(under, moved(event, under, MouseEvent.MOUSE_ENTERED));
        }
    }

    private MouseEvent moved(MouseEvent event, Component to, int id) {
        Point at = SwingUtilities.convertPoint(widget, event.getPoint(), to);
        return new MouseEvent(
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
    }

    /** Hands a wheel event to the part that scrolls. */
    void wheel(JComponent to, MouseWheelEvent event) {
        synchronized (lock()) {
            Point at = SwingUtilities.convertPoint(widget, event.getPoint(), to);
            send(
                    to,
                    new MouseWheelEvent(
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
                            event.getPreciseWheelRotation()));
        }
    }

    /** Hands a key event to the part that has the focus within the widget. */
    void key(JComponent to, KeyEvent event) {
        synchronized (lock()) {
            KeyEvent copy = new KeyEvent(
                    to,
                    event.getID(),
                    event.getWhen(),
                    event.getModifiersEx(),
                    event.getKeyCode(),
                    event.getKeyChar(),
                    event.getKeyLocation());
            AWTAccessor.getKeyEventAccessor().setExtendedKeyCode(copy, event.getExtendedKeyCode());
            send(to, copy);
            if (copy.isConsumed()) {
                event.consume();
            }
        }
    }

    void focus(JComponent to, FocusEvent event) {
        synchronized (lock()) {
            send(to, new FocusEvent(to, event.getID(), event.isTemporary(), null, event.getCause()));
            to.repaint();
        }
    }

    /** Has a part process an event at once, past AWT's own rules on focus and on ancestors. */
    static void send(Component to, AWTEvent event) {
        AWTAccessor.getComponentAccessor().processEvent(to, event);
    }
}
