package cc.toolkit.widget;

import java.awt.Adjustable;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Insets;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.ScrollPane;
import java.awt.ScrollPaneAdjustable;
import java.awt.event.AdjustmentEvent;
import java.awt.event.MouseEvent;
import java.awt.peer.ScrollPanePeer;
import javax.swing.JScrollBar;
import javax.swing.SwingUtilities;
import sun.awt.AWTAccessor;
import sun.java2d.pipe.Region;

/**
 * A container that shows a part of its one child. AWT's {@link ScrollPane} does the arithmetic and moves the child;
 * this shows the bars, and keeps the child from covering them.
 */
public final class CcScrollPanePeer extends CcContainerPeer<ScrollPane> implements ScrollPanePeer {
    private final ScrollBars bars = new ScrollBars();
    private final SwingHost host;
    private volatile Dimension child = new Dimension();
    /** AWT sets values; those are no adjustments of a person's. Guarded by the host's lock. */
    private boolean quiet;

    /** See {@link CcComponentPeer#CcComponentPeer}. */
    public CcScrollPanePeer(ScrollPane target, CcContainerPeer<?> parent) {
        super(target, parent);
        host = new SwingHost(this, bars);
        synchronized (host.lock()) {
            bars.vertical.addAdjustmentListener(
                    event -> adjusted((ScrollPaneAdjustable) target.getVAdjustable(), event));
            bars.horizontal.addAdjustmentListener(
                    event -> adjusted((ScrollPaneAdjustable) target.getHAdjustable(), event));
            setUnitIncrement(target.getVAdjustable(), target.getVAdjustable().getUnitIncrement());
            setUnitIncrement(target.getHAdjustable(), target.getHAdjustable().getUnitIncrement());
        }
        arrange();
    }

    // ------------------------------------------------------------------------------------------- geometry

    @Override
    public int getHScrollbarHeight() {
        return target.getScrollbarDisplayPolicy() == ScrollPane.SCROLLBARS_NEVER ? 0 : FlatScrollBarUI.WIDTH_PX;
    }

    @Override
    public int getVScrollbarWidth() {
        return target.getScrollbarDisplayPolicy() == ScrollPane.SCROLLBARS_NEVER ? 0 : FlatScrollBarUI.WIDTH_PX;
    }

    @Override
    public Insets getInsets() {
        synchronized (host.lock()) {
            return new Insets(0, 0, bars.bottom(), bars.right());
        }
    }

    @Override
    Region contentArea() {
        Rectangle size = bounds();
        return Region.getInstanceXYWH(
                0, 0, Math.max(0, size.width - bars.right()), Math.max(0, size.height - bars.bottom()));
    }

    @Override
    public void childResized(int width, int height) {
        child = new Dimension(width, height);
        arrange();
    }

    @Override
    protected void resized() {
        arrange();
    }

    /** Shows the bars that are needed, and says on them how much of the child can be seen. */
    private void arrange() {
        Rectangle size = bounds();
        boolean changed;
        synchronized (host.lock()) {
            changed = bars.show(target.getScrollbarDisplayPolicy(), size.getSize(), child);
            host.resize(size.width, size.height);
            quiet = true;
            bars.span(size.getSize(), child);
            quiet = false;
        }
        if (changed) {
            repaintAll();
        }
    }

    // ------------------------------------------------------------------------------------------- scrolling

    @Override
    public void setScrollPosition(int x, int y) {
        setValue(target.getHAdjustable(), x);
        setValue(target.getVAdjustable(), y);
    }

    @Override
    public void setUnitIncrement(Adjustable adjustable, int units) {
        synchronized (host.lock()) {
            bar(adjustable).setUnitIncrement(units);
        }
    }

    @Override
    public void setValue(Adjustable adjustable, int value) {
        synchronized (host.lock()) {
            quiet = true;
            bar(adjustable).setValue(value);
            quiet = false;
        }
    }

    private JScrollBar bar(Adjustable adjustable) {
        return adjustable.getOrientation() == Adjustable.VERTICAL ? bars.vertical : bars.horizontal;
    }

    /** A person moved a bar. AWT is told later, since this holds the lock. */
    private void adjusted(ScrollPaneAdjustable adjustable, AdjustmentEvent event) {
        if (quiet) {
            return;
        }
        int value = event.getValue();
        int type = bars.kind(event.getValue() - adjustable.getValue());
        SwingUtilities.invokeLater(
                () -> AWTAccessor.getScrollPaneAdjustableAccessor().setTypedValue(adjustable, value, type));
    }

    // ------------------------------------------------------------------------------------------- painting and input

    @Override
    protected void paintPeer(Graphics g) {
        host.paint(g);
    }

    @Override
    protected void handleMouse(MouseEvent event) {
        if (event.isConsumed()) {
            return;
        }
        synchronized (host.lock()) {
            if (event.getID() == MouseEvent.MOUSE_PRESSED) {
                Point at = event.getPoint();
                bars.pressedAt(host.partAt(event), at.x, at.y);
            }
            host.mouse(event);
        }
    }

    @Override
    public boolean handlesWheelScrolling() {
        return true;
    }

    @Override
    public void setEnabled(boolean enable) {
        super.setEnabled(enable);
        synchronized (host.lock()) {
            bars.vertical.setEnabled(enable);
            bars.horizontal.setEnabled(enable);
        }
    }

    @Override
    public void dispose() {
        super.dispose();
        host.dispose();
    }
}
