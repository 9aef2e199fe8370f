package cc.toolkit.widget;

import java.awt.Adjustable;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.ScrollPane;
import java.awt.event.AdjustmentEvent;
import javax.swing.JComponent;
import javax.swing.JScrollBar;
import org.jspecify.annotations.Nullable;

/** The two bars of an AWT scroll pane, at its right and at its bottom. Nothing is painted between them. */
final class ScrollBars extends JComponent {
    private static final int BAR_PX = FlatScrollBarUI.WIDTH_PX;

    final JScrollBar vertical = FlatScrollBarUI.scrollBar(Adjustable.VERTICAL);
    final JScrollBar horizontal = FlatScrollBarUI.scrollBar(Adjustable.HORIZONTAL);
    private boolean unit;
    private boolean thumb;

    ScrollBars() {
        vertical.setVisible(false);
        horizontal.setVisible(false);
        add(vertical);
        add(horizontal);
    }

    /** The width that the vertical bar takes. */
    int right() {
        return vertical.isVisible() ? BAR_PX : 0;
    }

    /** The height that the horizontal bar takes. */
    int bottom() {
        return horizontal.isVisible() ? BAR_PX : 0;
    }

    /**
     * Shows the bars that a policy asks for.
     *
     * @return whether that has changed anything
     */
    boolean show(int policy, Dimension size, Dimension child) {
        boolean needed = policy == ScrollPane.SCROLLBARS_AS_NEEDED;
        boolean always = policy == ScrollPane.SCROLLBARS_ALWAYS;
        boolean right = needed && child.height > size.height;
        boolean bottom = needed && child.width > size.width - (right ? BAR_PX : 0);
        right |= needed && bottom && child.height > size.height - BAR_PX;
        boolean changed = vertical.isVisible() != (always || right) || horizontal.isVisible() != (always || bottom);
        vertical.setVisible(always || right);
        horizontal.setVisible(always || bottom);
        return changed;
    }

    /** Says on the bars how much of the child can be seen. */
    void span(Dimension size, Dimension child) {
        span(vertical, size.height - bottom(), child.height);
        span(horizontal, size.width - right(), child.width);
    }

    private static void span(JScrollBar bar, int seen, int whole) {
        int extent = Math.max(0, Math.min(seen, whole));
        bar.setBlockIncrement(Math.max(1, extent * 9 / 10));
        bar.setValues(Math.max(0, Math.min(bar.getValue(), whole - extent)), extent, 0, whole);
    }

    @Override
    public void doLayout() {
        int width = Math.max(0, getWidth() - right());
        int height = Math.max(0, getHeight() - bottom());
        vertical.setBounds(width, 0, BAR_PX, height);
        horizontal.setBounds(0, height, width, BAR_PX);
    }

    /** Remembers what the pointer took hold of. */
    void pressedAt(@Nullable Component part, int x, int y) {
        Component holder = part == null ? null : part.getParent();
        unit = holder == vertical || holder == horizontal;
        thumb = part instanceof JScrollBar bar
                && ((FlatScrollBarUI) bar.getUI()).isOnThumb(x - bar.getX(), y - bar.getY());
    }

    /** The kind of {@link AdjustmentEvent} that a change is of. */
    int kind(int change) {
        if (thumb || change == 0) {
            return AdjustmentEvent.TRACK;
        }
        if (unit) {
            return change > 0 ? AdjustmentEvent.UNIT_INCREMENT : AdjustmentEvent.UNIT_DECREMENT;
        }
        return change > 0 ? AdjustmentEvent.BLOCK_INCREMENT : AdjustmentEvent.BLOCK_DECREMENT;
    }
}
