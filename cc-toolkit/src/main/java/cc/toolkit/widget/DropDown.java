package cc.toolkit.widget;

import java.awt.AWTEvent;
import java.awt.Choice;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.Font;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.IntConsumer;
import javax.swing.JPopupMenu;
import javax.swing.ScrollPaneConstants;
import org.jspecify.annotations.Nullable;

/** The list that drops down from a choice. It is a window of its own; clicks elsewhere close it. */
final class DropDown {
    private static final int MAX_LINES = 12;

    private final Choice target;
    private final IntConsumer chosen;
    private final ItemList items;
    private final JPopupMenu popup = new JPopupMenu();
    private final MenuKeys keys = new MenuKeys(this::pressed, () -> closedBy = EventQueue.getCurrentEvent());
    private @Nullable AWTEvent closedBy;

    /**
     * Prepares the list.
     *
     * @param chosen told the index of the item that is picked
     */
    DropDown(Choice target, Font font, IntConsumer chosen) {
        this.target = target;
        this.chosen = chosen;
        items = new ItemList(target);
        items.setFont(font);
        items.setBackground(WidgetColors.FIELD);
        items.setForeground(target.getForeground());
        for (int i = 0; i < target.getItemCount(); i++) {
            items.add(i, target.getItem(i));
        }
        Mouse mouse = new Mouse();
        items.addMouseListener(mouse);
        items.addMouseMotionListener(mouse);
        FlatScrollPane scroll = new FlatScrollPane(
                items,
                ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
                ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        int lines = Math.min(items.count(), MAX_LINES);
        Dimension size = scroll.sizeFor(items.contentWidth(), lines * items.lineHeight());
        scroll.setPreferredSize(new Dimension(Math.max(size.width, target.getWidth()), size.height));
        popup.setBorder(null);
        popup.setLightWeightPopupEnabled(false);
        popup.setFocusable(false);
        popup.add(scroll);
        keys.attach(popup);
    }

    void show() {
        popup.show(target, 0, target.getHeight());
        mark(target.getSelectedIndex());
    }

    boolean isOpen() {
        return popup.isVisible();
    }

    /** Whether the event that is dispatched now has closed the list: a click on the choice does that by itself. */
    boolean isBeingClosed() {
        return closedBy != null && closedBy == EventQueue.getCurrentEvent();
    }

    void close() {
        popup.setVisible(false);
    }

    private void mark(int index) {
        items.clearSelection();
        items.setSelected(index, true);
        items.setCursorAt(index);
    }

    private void pick() {
        int index = items.cursor();
        close();
        if (index != ItemList.NONE) {
            chosen.accept(index);
        }
    }

    private boolean pressed(KeyEvent event) {
        int cursor = items.cursor();
        switch (event.getKeyCode()) {
            case KeyEvent.VK_UP -> mark(Math.max(0, cursor - 1));
            case KeyEvent.VK_DOWN -> mark(Math.min(items.count() - 1, cursor + 1));
            case KeyEvent.VK_HOME -> mark(0);
            case KeyEvent.VK_END -> mark(items.count() - 1);
            case KeyEvent.VK_ENTER, KeyEvent.VK_SPACE -> pick();
            case KeyEvent.VK_ESCAPE, KeyEvent.VK_TAB -> close();
            default -> {}
        }
        return true;
    }

    private final class Mouse extends MouseAdapter {
        @Override
        public void mouseMoved(MouseEvent event) {
            point(event);
        }

        @Override
        public void mouseDragged(MouseEvent event) {
            point(event);
        }

        @Override
        public void mouseReleased(MouseEvent event) {
            if (items.contains(event.getPoint())) {
                point(event);
                pick();
            }
        }

        private void point(MouseEvent event) {
            int index = items.indexAt(event.getY());
            if (index != ItemList.NONE && index != items.cursor()) {
                mark(index);
            }
        }
    }
}
