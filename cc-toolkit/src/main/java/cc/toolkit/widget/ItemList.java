package cc.toolkit.widget;

import java.awt.Component;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.Scrollable;
import javax.swing.SwingConstants;

/**
 * Lines of text of which some are selected, and one may be under the keyboard's cursor. It only shows; what a click
 * or a key means is the owner's to say. {@code JList} would bring selection rules that are not AWT's.
 */
final class ItemList extends JComponent implements Scrollable {
    static final int NONE = -1;
    private static final int PADDING_PX = 4;
    private static final int LINE_GAP_PX = 2;

    private final Component focused;
    private final List<String> items = new ArrayList<>();
    private final BitSet selected = new BitSet();
    private int cursor = NONE;

    /**
     * Makes an empty list.
     *
     * @param focused the component whose focus the cursor shows
     */
    ItemList(Component focused) {
        this.focused = focused;
        setOpaque(true);
    }

    // ------------------------------------------------------------------------------------------- items

    int count() {
        return items.size();
    }

    String item(int index) {
        return items.get(index);
    }

    void add(int index, String item) {
        int at = index < 0 || index > items.size() ? items.size() : index;
        items.add(at, item);
        for (int i = items.size() - 1; i > at; i--) {
            selected.set(i, selected.get(i - 1));
        }
        selected.clear(at);
        if (cursor >= at) {
            cursor++;
        }
        changed();
    }

    /** Removes the items from the first to the last, both included. */
    void remove(int first, int last) {
        int end = Math.min(last, items.size() - 1);
        int count = end - first + 1;
        if (first < 0 || count <= 0) {
            return;
        }
        items.subList(first, end + 1).clear();
        for (int i = first; i < items.size() + count; i++) {
            selected.set(i, selected.get(i + count));
        }
        if (cursor > end) {
            cursor -= count;
        }
        cursor = Math.min(cursor, items.size() - 1);
        changed();
    }

    private void changed() {
        revalidate();
        repaint();
    }

    // ------------------------------------------------------------------------------------------- selection

    boolean isSelected(int index) {
        return index >= 0 && selected.get(index);
    }

    void setSelected(int index, boolean on) {
        if (index >= 0 && index < items.size() && selected.get(index) != on) {
            selected.set(index, on);
            repaintLine(index);
        }
    }

    void clearSelection() {
        selected.clear();
        repaint();
    }

    int[] selectedIndexes() {
        return selected.stream().toArray();
    }

    int cursor() {
        return cursor;
    }

    /** Moves the keyboard's cursor, and scrolls to it. */
    void setCursorAt(int index) {
        repaintLine(cursor);
        cursor = index;
        repaintLine(cursor);
        reveal(index);
    }

    // ------------------------------------------------------------------------------------------- geometry

    int lineHeight() {
        return getFontMetrics(getFont()).getHeight() + LINE_GAP_PX;
    }

    /** The item at a height, or {@link #NONE}. */
    int indexAt(int y) {
        int index = Math.floorDiv(y, lineHeight());
        return index < 0 || index >= items.size() ? NONE : index;
    }

    void reveal(int index) {
        if (index >= 0 && index < items.size()) {
            scrollRectToVisible(new Rectangle(0, index * lineHeight(), 1, lineHeight()));
        }
    }

    private void repaintLine(int index) {
        if (index >= 0) {
            repaint(0, index * lineHeight(), getWidth(), lineHeight());
        }
    }

    /** The width of the longest item. */
    int contentWidth() {
        FontMetrics metrics = getFontMetrics(getFont());
        return items.stream().mapToInt(metrics::stringWidth).max().orElse(0) + 2 * PADDING_PX;
    }

    @Override
    public Dimension getPreferredSize() {
        return new Dimension(contentWidth(), items.size() * lineHeight());
    }

    @Override
    public Dimension getPreferredScrollableViewportSize() {
        return getPreferredSize();
    }

    @Override
    public int getScrollableUnitIncrement(Rectangle visible, int orientation, int direction) {
        return lineHeight();
    }

    @Override
    public int getScrollableBlockIncrement(Rectangle visible, int orientation, int direction) {
        return orientation == SwingConstants.VERTICAL
                ? Math.max(lineHeight(), visible.height - lineHeight())
                : visible.width;
    }

    @Override
    public boolean getScrollableTracksViewportWidth() {
        return getParent() != null && getParent().getWidth() > contentWidth();
    }

    @Override
    public boolean getScrollableTracksViewportHeight() {
        return getParent() != null && getParent().getHeight() > items.size() * lineHeight();
    }

    // ------------------------------------------------------------------------------------------- painting

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics;
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        Rectangle clip = g.getClipBounds();
        g.setColor(getBackground());
        g.fillRect(clip.x, clip.y, clip.width, clip.height);
        int height = lineHeight();
        int first = Math.max(0, clip.y / height);
        int last = Math.min(items.size() - 1, (clip.y + clip.height) / height);
        for (int index = first; index <= last; index++) {
            paintLine(g, index, index * height, height);
        }
    }

    private void paintLine(Graphics2D g, int index, int y, int height) {
        boolean marked = selected.get(index);
        if (marked) {
            g.setColor(WidgetColors.SELECTION);
            g.fillRect(0, y, getWidth(), height);
        }
        if (index == cursor && focused.isFocusOwner()) {
            g.setColor(marked ? WidgetColors.SELECTED_TEXT : WidgetColors.FOCUS);
            g.drawRect(0, y, getWidth() - 1, height - 1);
        }
        g.setFont(getFont());
        g.setColor(!isEnabled() ? WidgetColors.DISABLED_TEXT : marked ? WidgetColors.SELECTED_TEXT : getForeground());
        g.drawString(
                items.get(index),
                PADDING_PX,
                y + LINE_GAP_PX / 2 + g.getFontMetrics().getAscent());
    }
}
