package cc.toolkit.widget;

import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * The peer of an AWT widget whose looks and behaviour are those of a Swing component. The Swing component shows what
 * the AWT component says; where a person changes it, the AWT component is told and events are posted.
 *
 * @param <T> the AWT component's type
 * @param <W> the Swing component's type
 */
abstract class CcWidgetPeer<T extends Component, W extends JComponent> extends CcComponentPeer<T> {
    /** Guarded by {@link #lock}. */
    final W widget;

    private final SwingHost host;

    /** Subclasses call {@link #start} when they are complete. */
    CcWidgetPeer(T target, CcContainerPeer<?> parent, W widget) {
        super(target, parent);
        this.widget = widget;
        host = new SwingHost(this, widget);
    }

    /** Gives the Swing component everything that the AWT component has already. */
    final void start() {
        synchronized (lock()) {
            refresh();
        }
        resized();
    }

    final Object lock() {
        return host.lock();
    }

    final SwingHost host() {
        return host;
    }

    /** The part of the Swing component that has keyboard focus, font and colours. */
    JComponent content() {
        return widget;
    }

    /** The background while the program has set none on this component. */
    Color plainBackground() {
        return backgroundColor();
    }

    private void refresh() {
        JComponent content = content();
        content.setFont(currentFont());
        content.setForeground(foregroundColor());
        content.setBackground(target.isBackgroundSet() ? backgroundColor() : plainBackground());
        enableWidget(target.isEnabled() && isEnabled());
        fontChanged();
    }

    /** Enables or disables the Swing component. */
    void enableWidget(boolean enable) {
        content().setEnabled(enable);
    }

    /** For what is measured by the font; the lock is held. */
    void fontChanged() {}

    // ------------------------------------------------------------------------------------------- attributes

    @Override
    public void setFont(@Nullable Font font) {
        super.setFont(font);
        synchronized (lock()) {
            refresh();
        }
    }

    @Override
    public void setForeground(@Nullable Color color) {
        super.setForeground(color);
        synchronized (lock()) {
            refresh();
        }
    }

    @Override
    public void setBackground(@Nullable Color color) {
        super.setBackground(color);
        synchronized (lock()) {
            refresh();
        }
    }

    @Override
    public void setEnabled(boolean enable) {
        super.setEnabled(enable);
        synchronized (lock()) {
            enableWidget(enable);
        }
        repaintAll();
    }

    @Override
    public Dimension getMinimumSize() {
        synchronized (lock()) {
            return widget.getPreferredSize();
        }
    }

    @Override
    protected void resized() {
        Rectangle size = bounds();
        host.resize(size.width, size.height);
    }

    @Override
    public boolean isFocusable() {
        return true;
    }

    // ------------------------------------------------------------------------------------------- painting and input

    @Override
    protected void paintPeer(Graphics g) {
        host.paint(g);
    }

    @Override
    protected void handleMouse(MouseEvent event) {
        if (!event.isConsumed()) {
            host.mouse(event);
        }
    }

    @Override
    protected void handleWheel(MouseWheelEvent event) {
        if (!event.isConsumed() && handlesWheelScrolling()) {
            host.wheel(widget, event);
        }
    }

    @Override
    protected void handleKey(KeyEvent event) {
        if (!event.isConsumed()) {
            host.key(content(), event);
        }
    }

    @Override
    protected void handleFocus(FocusEvent event) {
        host.focus(content(), event);
    }

    @Override
    public void dispose() {
        super.dispose();
        host.dispose();
    }
}
