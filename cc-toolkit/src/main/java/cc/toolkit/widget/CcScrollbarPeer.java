package cc.toolkit.widget;

import java.awt.Component;
import java.awt.Scrollbar;
import java.awt.event.AdjustmentEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.peer.ScrollbarPeer;
import javax.swing.JScrollBar;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** A scroll bar that stands alone. */
public final class CcScrollbarPeer extends CcWidgetPeer<Scrollbar, JScrollBar> implements ScrollbarPeer {
    /** What a person is doing, of which the kind of an {@link AdjustmentEvent} follows. */
    private enum Gesture {
        UNIT(AdjustmentEvent.UNIT_INCREMENT, AdjustmentEvent.UNIT_DECREMENT),
        BLOCK(AdjustmentEvent.BLOCK_INCREMENT, AdjustmentEvent.BLOCK_DECREMENT),
        TRACK(AdjustmentEvent.TRACK, AdjustmentEvent.TRACK);

        private final int up;
        private final int down;

        Gesture(int up, int down) {
            this.up = up;
            this.down = down;
        }
    }

    private Gesture gesture = Gesture.TRACK;
    /** The program sets values; those are no adjustments of a person's. */
    private boolean quiet;

    /** See {@link CcComponentPeer#CcComponentPeer}. */
    public CcScrollbarPeer(Scrollbar target, CcContainerPeer<?> parent) {
        super(target, parent, FlatScrollBarUI.scrollBar(target.getOrientation()));
        setValues(target.getValue(), target.getVisibleAmount(), target.getMinimum(), target.getMaximum());
        setLineIncrement(target.getUnitIncrement());
        setPageIncrement(target.getBlockIncrement());
        widget.addAdjustmentListener(this::adjusted);
        start();
    }

    @Override
    public void setValues(int value, int visible, int minimum, int maximum) {
        synchronized (lock()) {
            quiet = true;
            widget.setValues(value, visible, minimum, maximum);
            quiet = false;
        }
    }

    @Override
    public void setLineIncrement(int units) {
        synchronized (lock()) {
            widget.setUnitIncrement(units);
        }
    }

    @Override
    public void setPageIncrement(int units) {
        synchronized (lock()) {
            widget.setBlockIncrement(units);
        }
    }

    /** The AWT component is told later, since this may hold the lock, and the program may hold the component's. */
    private void adjusted(AdjustmentEvent event) {
        if (!quiet) {
            int value = event.getValue();
            boolean dragging = event.getValueIsAdjusting() && gesture == Gesture.TRACK;
            Gesture now = gesture;
            SwingUtilities.invokeLater(() -> tell(value, dragging, now));
        }
    }

    private void tell(int value, boolean dragging, Gesture by) {
        int before = target.getValue();
        boolean dropped = target.getValueIsAdjusting() && !dragging;
        if (value == before && !dropped) {
            return;
        }
        target.setValueIsAdjusting(dragging);
        target.setValue(value);
        int kind = value > before ? by.up : value < before ? by.down : AdjustmentEvent.TRACK;
        post(new AdjustmentEvent(target, AdjustmentEvent.ADJUSTMENT_VALUE_CHANGED, kind, value, dragging));
    }

    @Override
    protected void handleMouse(MouseEvent event) {
        if (event.getID() == MouseEvent.MOUSE_PRESSED) {
            synchronized (lock()) {
                @Nullable Component part = host().partAt(event);
                boolean thumb = ((FlatScrollBarUI) widget.getUI()).isOnThumb(event.getX(), event.getY());
                gesture = part != widget ? Gesture.UNIT : thumb ? Gesture.TRACK : Gesture.BLOCK;
            }
        }
        super.handleMouse(event);
    }

    @Override
    protected void handleWheel(MouseWheelEvent event) {
        if (!event.isConsumed()) {
            boolean block = event.getScrollType() == MouseWheelEvent.WHEEL_BLOCK_SCROLL;
            step(block ? Gesture.BLOCK : Gesture.UNIT, block ? event.getWheelRotation() : event.getUnitsToScroll());
        }
    }

    @Override
    public boolean handlesWheelScrolling() {
        return true;
    }

    @Override
    protected void handleKey(KeyEvent event) {
        if (event.isConsumed() || event.getID() != KeyEvent.KEY_PRESSED) {
            return;
        }
        switch (event.getKeyCode()) {
            case KeyEvent.VK_UP, KeyEvent.VK_LEFT -> step(Gesture.UNIT, -1);
            case KeyEvent.VK_DOWN, KeyEvent.VK_RIGHT -> step(Gesture.UNIT, 1);
            case KeyEvent.VK_PAGE_UP -> step(Gesture.BLOCK, -1);
            case KeyEvent.VK_PAGE_DOWN -> step(Gesture.BLOCK, 1);
            case KeyEvent.VK_HOME -> goTo(widget.getMinimum());
            case KeyEvent.VK_END -> goTo(widget.getMaximum());
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void step(Gesture kind, int times) {
        synchronized (lock()) {
            gesture = kind;
            int unit = kind == Gesture.UNIT ? widget.getUnitIncrement() : widget.getBlockIncrement();
            widget.setValue(widget.getValue() + unit * times);
        }
    }

    private void goTo(int value) {
        synchronized (lock()) {
            gesture = Gesture.TRACK;
            widget.setValue(value);
        }
    }
}
