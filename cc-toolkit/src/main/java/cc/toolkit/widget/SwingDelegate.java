package cc.toolkit.widget;

import com.sun.java.swing.SwingUtilities3;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;
import sun.awt.AWTAccessor;

/**
 * The Swing component that gives an AWT widget its looks and behaviour. It is painted into the widget's area, is told
 * the widget's events, and what it wants repainted is repainted there; but no program ever finds it in a container.
 *
 * <p>It lives in a container of its own, which knows the widget's parent as its parent and is not known by it: so Swing
 * finds the window, the screen and the location, as for any component. It never gets the focus itself: the widget has
 * it, and passes the events on.
 *
 * <p>The tree lock guards the delegate against being used by two threads at once ({@link #lock}).
 *
 * @param <D> the Swing component's type
 */
public final class SwingDelegate<D extends JComponent> {
    private static final Rectangle NO_AREA = new Rectangle();

    private final CcComponentPeer<?> peer;
    private final D component;
    private final Root root;
    private final DelegateMouse mouse;

    /**
     * Puts a Swing component behind a widget.
     *
     * @param peer the widget's peer; its geometry must be known already
     */
    public SwingDelegate(CcComponentPeer<?> peer, D component) {
        this.peer = peer;
        this.component = component;
        root = new Root(peer.target());
        mouse = new DelegateMouse(root);
        component.setOpaque(true);
        SwingUtilities3.setDelegateRepaintManager(component, new Repaints());
        synchronized (lock()) {
            root.setLayout(null);
            root.add(component);
            // Before it has a parent, which would count it among its own children otherwise.
            root.addNotify();
            AWTAccessor.getComponentAccessor().setParent(root, peer.target().getParent());
            resized();
        }
    }

    /**
     * No part of the delegate takes the focus, has a buffer of its own, or is taken for a lightweight component that
     * covers the widget. Parts may be added at any time, so this is done again and again.
     */
    private static void withhold(Component part) {
        part.setFocusable(false);
        part.setMixingCutoutShape(NO_AREA);
        if (part instanceof JComponent swing) {
            swing.setRequestFocusEnabled(false);
            swing.setDoubleBuffered(false);
        }
        if (part instanceof Container container) {
            for (Component child : container.getComponents()) {
                withhold(child);
            }
        }
    }

    /** The Swing component. Use it with {@link #lock} held, or on the event thread. */
    public D component() {
        return component;
    }

    /** What guards the delegate: AWT's tree lock, which Swing's own layout takes as well. */
    public Object lock() {
        return peer.target().getTreeLock();
    }

    /** The widget was moved or resized. */
    public void resized() {
        synchronized (lock()) {
            Rectangle bounds = peer.target().getBounds();
            withhold(root);
            root.setBounds(bounds);
            component.setBounds(0, 0, bounds.width, bounds.height);
            component.validate();
        }
    }

    /** Paints the delegate; for {@link CcComponentPeer#paintPeer}. */
    public void paint(Graphics g) {
        synchronized (lock()) {
            withhold(root);
            component.validate();
            Graphics own = g.create();
            try {
                component.paint(own);
            } finally {
                own.dispose();
            }
        }
    }

    /** Tells the delegate of an event of the widget that the program did not consume. On the event thread. */
    public void handle(AWTEvent event) {
        AWTAccessor.ComponentAccessor accessor = AWTAccessor.getComponentAccessor();
        if (event instanceof MouseEvent pointer) {
            if (!pointer.isConsumed()) {
                mouse.handle(pointer);
            }
        } else if (event instanceof KeyEvent key) {
            if (!key.isConsumed()) {
                KeyEvent own = new KeyEvent(
                        component,
                        key.getID(),
                        key.getWhen(),
                        key.getModifiersEx(),
                        key.getKeyCode(),
                        key.getKeyChar(),
                        key.getKeyLocation());
                AWTAccessor.getKeyEventAccessor().setExtendedKeyCode(own, key.getExtendedKeyCode());
                accessor.processEvent(component, own);
                if (!own.isConsumed()) {
                    SwingUtilities.processKeyBindings(own);
                }
                if (own.isConsumed()) {
                    key.consume();
                }
            }
        } else if (event instanceof FocusEvent focus) {
            accessor.processEvent(component, new FocusEvent(component, focus.getID(), focus.isTemporary(), null));
        }
    }

    /** The widget's peer is disposed of. */
    public void dispose() {
        synchronized (lock()) {
            AWTAccessor.getComponentAccessor().setParent(root, null);
            root.removeNotify();
        }
    }

    /** Stands where the widget stands; painted by nobody but the widget. */
    private static final class Root extends Container {
        private static final long serialVersionUID = 1;

        private final transient Component widget;

        Root(Component widget) {
            this.widget = widget;
        }

        @Override
        public boolean isShowing() {
            return widget.isShowing();
        }

        @Override
        public boolean isEnabled() {
            return widget.isEnabled();
        }
    }

    /** What the delegate wants painted is painted as part of the widget. */
    private final class Repaints extends RepaintManager {
        @Override
        public void addDirtyRegion(JComponent dirty, int x, int y, int width, int height) {
            Rectangle part = SwingUtilities.convertRectangle(dirty, new Rectangle(x, y, width, height), root);
            Rectangle inside = part.intersection(new Rectangle(root.getSize()));
            peer.postPaint(inside.x, inside.y, inside.width, inside.height);
        }

        @Override
        public synchronized void addInvalidComponent(JComponent invalid) {
            peer.postPaint(0, 0, root.getWidth(), root.getHeight());
        }

        @Override
        public @Nullable Rectangle getDirtyRegion(JComponent any) {
            return new Rectangle();
        }

        @Override
        public boolean isCompletelyDirty(JComponent any) {
            return false;
        }

        @Override
        public void markCompletelyDirty(JComponent dirty) {
            addDirtyRegion(dirty, 0, 0, dirty.getWidth(), dirty.getHeight());
        }
    }
}
