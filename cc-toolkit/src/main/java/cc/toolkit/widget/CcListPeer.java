package cc.toolkit.widget;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.List;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.ItemEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.peer.ListPeer;
import javax.swing.JComponent;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingUtilities;

/**
 * A list that scrolls. With a single selection a click or an arrow key selects; with several a click or the space bar
 * turns an item over and arrow keys only move the cursor. A double click or Enter is an action.
 */
public final class CcListPeer extends CcWidgetPeer<List, FlatScrollPane> implements ListPeer {
    private static final int MIN_COLUMNS = 8;

    private final ItemList items;
    private boolean multiple;
    /** The item that a press or drag was last at, so that a drag within it does nothing. */
    private int dragged = ItemList.NONE;

    /** See {@link CcComponentPeer#CcComponentPeer}. */
    public CcListPeer(List target, CcContainerPeer<?> parent) {
        this(target, parent, new ItemList(target));
    }

    private CcListPeer(List target, CcContainerPeer<?> parent, ItemList items) {
        super(
                target,
                parent,
                new FlatScrollPane(
                        items,
                        ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
                        ScrollPaneConstants.HORIZONTAL_SCROLLBAR_AS_NEEDED));
        this.items = items;
        synchronized (lock()) {
            multiple = target.isMultipleMode();
            for (String item : target.getItems()) {
                items.add(items.count(), item);
            }
            for (int index : target.getSelectedIndexes()) {
                items.setSelected(index, true);
            }
        }
        start();
        makeVisible(target.getVisibleIndex());
    }

    @Override
    JComponent content() {
        return items;
    }

    @Override
    Color plainBackground() {
        return WidgetColors.FIELD;
    }

    // ------------------------------------------------------------------------------------------- what AWT says

    @Override
    public int[] getSelectedIndexes() {
        synchronized (lock()) {
            return items.selectedIndexes();
        }
    }

    @Override
    public void add(String item, int index) {
        synchronized (lock()) {
            items.add(index, item);
        }
    }

    @Override
    public void delItems(int start, int end) {
        synchronized (lock()) {
            items.remove(start, end);
        }
    }

    @Override
    public void removeAll() {
        synchronized (lock()) {
            items.remove(0, items.count() - 1);
        }
    }

    @Override
    public void select(int index) {
        synchronized (lock()) {
            if (!multiple) {
                items.clearSelection();
            }
            items.setSelected(index, true);
            items.setCursorAt(index);
        }
    }

    @Override
    public void deselect(int index) {
        synchronized (lock()) {
            items.setSelected(index, false);
        }
    }

    @Override
    public void makeVisible(int index) {
        synchronized (lock()) {
            host().layOut();
            items.reveal(index);
        }
    }

    /** Turning to a single selection keeps the item under the cursor, if it is selected. */
    @Override
    public void setMultipleMode(boolean several) {
        synchronized (lock()) {
            multiple = several;
            int kept = items.cursor();
            if (!several && items.selectedIndexes().length > 0) {
                boolean keep = items.isSelected(kept);
                items.clearSelection();
                items.setSelected(kept, keep);
            }
        }
    }

    @Override
    public Dimension getPreferredSize(int rows) {
        synchronized (lock()) {
            int columns = items.getFontMetrics(items.getFont()).charWidth('0') * MIN_COLUMNS;
            return widget.sizeFor(Math.max(columns, items.contentWidth()), rows * items.lineHeight());
        }
    }

    @Override
    public Dimension getMinimumSize(int rows) {
        return getPreferredSize(rows);
    }

    @Override
    public boolean handlesWheelScrolling() {
        return true;
    }

    // ------------------------------------------------------------------------------------------- what a person does

    @Override
    protected void handleMouse(MouseEvent event) {
        super.handleMouse(event);
        if (event.isConsumed() || !SwingUtilities.isLeftMouseButton(event)) {
            return;
        }
        synchronized (lock()) {
            switch (event.getID()) {
                case MouseEvent.MOUSE_PRESSED -> dragged = host().partAt(event) == items ? point(event) : ItemList.NONE;
                case MouseEvent.MOUSE_DRAGGED -> drag(event);
                case MouseEvent.MOUSE_RELEASED -> release(event);
                default -> {}
            }
        }
    }

    private int indexAt(MouseEvent event) {
        Point at = SwingUtilities.convertPoint(widget, event.getPoint(), items);
        return items.indexAt(at.y);
    }

    private int point(MouseEvent event) {
        int index = indexAt(event);
        if (index != ItemList.NONE) {
            items.setCursorAt(index);
            choose(index);
        }
        return index;
    }

    private void drag(MouseEvent event) {
        if (dragged != ItemList.NONE && !multiple) {
            int index = indexAt(event);
            if (index != ItemList.NONE && index != dragged) {
                dragged = point(event);
            }
        }
    }

    private void release(MouseEvent event) {
        if (dragged != ItemList.NONE && event.getClickCount() == 2) {
            act(dragged, event.getWhen(), event.getModifiersEx());
        }
        dragged = ItemList.NONE;
    }

    @Override
    protected void handleKey(KeyEvent event) {
        if (event.isConsumed() || event.getID() != KeyEvent.KEY_PRESSED) {
            return;
        }
        synchronized (lock()) {
            int page = Math.max(1, widget.getViewport().getHeight() / items.lineHeight() - 1);
            int cursor = items.cursor();
            switch (event.getKeyCode()) {
                case KeyEvent.VK_UP, KeyEvent.VK_KP_UP -> move(cursor - 1);
                case KeyEvent.VK_DOWN, KeyEvent.VK_KP_DOWN -> move(cursor + 1);
                case KeyEvent.VK_PAGE_UP -> move(cursor - page);
                case KeyEvent.VK_PAGE_DOWN -> move(cursor + page);
                case KeyEvent.VK_HOME -> move(0);
                case KeyEvent.VK_END -> move(items.count() - 1);
                case KeyEvent.VK_SPACE -> choose(cursor);
                case KeyEvent.VK_ENTER -> act(cursor, event.getWhen(), event.getModifiersEx());
                default -> {
                    return;
                }
            }
        }
        event.consume();
    }

    private void move(int wanted) {
        if (items.count() == 0) {
            return;
        }
        int index = Math.max(0, Math.min(wanted, items.count() - 1));
        items.setCursorAt(index);
        if (!multiple) {
            choose(index);
        }
    }

    private void choose(int index) {
        if (index == ItemList.NONE || (!multiple && items.isSelected(index))) {
            return;
        }
        boolean on = !items.isSelected(index);
        if (!multiple) {
            items.clearSelection();
        }
        items.setSelected(index, on);
        post(new ItemEvent(
                target, ItemEvent.ITEM_STATE_CHANGED, index, on ? ItemEvent.SELECTED : ItemEvent.DESELECTED));
    }

    private void act(int index, long when, int modifiers) {
        if (index != ItemList.NONE) {
            post(new ActionEvent(target, ActionEvent.ACTION_PERFORMED, items.item(index), when, modifiers));
        }
    }
}
