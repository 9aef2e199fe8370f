package cc.toolkit.widget;

import java.awt.Component;
import java.awt.Rectangle;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.JComponent;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;

/** Hears of what a hosted Swing component wants to have painted or laid out, and has the AWT widget do it. */
final class HostRepaints extends RepaintManager {
    private final SwingHost host;
    private final AtomicBoolean layoutPosted = new AtomicBoolean();

    HostRepaints(SwingHost host) {
        this.host = host;
        setDoubleBufferingEnabled(false);
    }

    @Override
    public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
        Rectangle part = new Rectangle(x, y, width, height);
        Component root = host.widget();
        for (Component c = component; c != root; c = c.getParent()) {
            if (c == null || !c.isVisible()) {
                return;
            }
            part = part.intersection(new Rectangle(c.getSize()));
            part.translate(c.getX(), c.getY());
        }
        host.repaint(part.intersection(new Rectangle(root.getSize())));
    }

    @Override
    public synchronized void addInvalidComponent(JComponent component) {
        if (layoutPosted.compareAndSet(false, true)) {
            SwingUtilities.invokeLater(() -> {
                layoutPosted.set(false);
                host.layOut();
            });
        }
    }

    @Override
    public void removeInvalidComponent(JComponent component) {}

    @Override
    public Rectangle getDirtyRegion(JComponent component) {
        return new Rectangle();
    }

    @Override
    public void markCompletelyDirty(JComponent component) {
        addDirtyRegion(component, 0, 0, component.getWidth(), component.getHeight());
    }

    @Override
    public void markCompletelyClean(JComponent component) {}

    @Override
    public boolean isCompletelyDirty(JComponent component) {
        return false;
    }
}
