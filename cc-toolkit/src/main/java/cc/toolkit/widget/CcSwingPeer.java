package cc.toolkit.widget;

import java.awt.AWTEvent;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * The peer of an AWT widget that a Swing component gives its looks and behaviour. Subclasses make the Swing component,
 * carry the widget's state over to it, and turn what happens in it into the widget's events.
 *
 * <p>A subclass overrides {@link #isFocusable} where the widget takes the focus, and lets its delegate's
 * {@code hasFocus} answer for the widget, so that the focus is drawn.
 *
 * @param <T> the widget's type
 * @param <D> the Swing component's type
 */
public abstract class CcSwingPeer<T extends Component, D extends JComponent> extends CcComponentPeer<T> {
    private final SwingDelegate<D> delegate;

    /** Makes the peer with its delegate; {@code component} has the widget's state already. */
    protected CcSwingPeer(T target, CcContainerPeer<?> parent, D component) {
        super(target, parent);
        delegate = new SwingDelegate<>(this, component);
        component.setFont(currentFont());
        component.setEnabled(isEnabled());
        if (target.isForegroundSet()) {
            component.setForeground(target.getForeground());
        }
        if (target.isBackgroundSet()) {
            component.setBackground(target.getBackground());
        }
    }

    /** The Swing component; use it on the event thread or with {@link #delegateLock} held. */
    protected final D delegate() {
        return delegate.component();
    }

    /** What guards the delegate. */
    protected final Object delegateLock() {
        return delegate.lock();
    }

    @Override
    protected void paintPeer(Graphics g) {
        delegate.paint(g);
    }

    @Override
    public Dimension getPreferredSize() {
        synchronized (delegateLock()) {
            return delegate().getPreferredSize();
        }
    }

    @Override
    public Dimension getMinimumSize() {
        synchronized (delegateLock()) {
            return delegate().getMinimumSize();
        }
    }

    @Override
    public void setBounds(int x, int y, int width, int height, int op) {
        super.setBounds(x, y, width, height, op);
        delegate.resized();
    }

    @Override
    public void setEnabled(boolean enable) {
        super.setEnabled(enable);
        synchronized (delegateLock()) {
            delegate().setEnabled(enable);
        }
        repaintAll();
    }

    @Override
    public void setForeground(@Nullable Color color) {
        synchronized (delegateLock()) {
            delegate().setForeground(color);
        }
        super.setForeground(color);
    }

    @Override
    public void setBackground(@Nullable Color color) {
        synchronized (delegateLock()) {
            delegate().setBackground(color);
        }
        super.setBackground(color);
    }

    @Override
    public void setFont(@Nullable Font font) {
        synchronized (delegateLock()) {
            delegate().setFont(font);
        }
        super.setFont(font);
    }

    @Override
    protected void handleMouse(MouseEvent event) {
        delegate.handle(event);
    }

    @Override
    protected void handleWheel(MouseWheelEvent event) {
        delegate.handle(event);
    }

    @Override
    protected void handleKey(KeyEvent event) {
        delegate.handle(event);
    }

    @Override
    protected void handleFocus(FocusEvent event) {
        delegate.handle(event);
    }

    @Override
    protected void handleOther(AWTEvent event) {
        delegate.handle(event);
    }

    @Override
    public void dispose() {
        delegate.dispose();
        super.dispose();
    }
}
