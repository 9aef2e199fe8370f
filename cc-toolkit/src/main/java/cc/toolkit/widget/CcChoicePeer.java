package cc.toolkit.widget;

import java.awt.Choice;
import java.awt.Color;
import java.awt.event.ItemEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.peer.ChoicePeer;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** One item of several, picked from a list that drops down. */
public final class CcChoicePeer extends CcWidgetPeer<Choice, ChoiceBox> implements ChoicePeer {
    private @Nullable DropDown open;

    /** See {@link CcComponentPeer#CcComponentPeer}. */
    public CcChoicePeer(Choice target, CcContainerPeer<?> parent) {
        super(target, parent, new ChoiceBox(target));
        start();
    }

    @Override
    Color plainBackground() {
        return WidgetColors.FIELD;
    }

    // ------------------------------------------------------------------------------------------- what AWT says

    @Override
    public void add(String item, int index) {
        itemsChanged();
    }

    @Override
    public void remove(int index) {
        itemsChanged();
    }

    @Override
    public void removeAll() {
        itemsChanged();
    }

    private void itemsChanged() {
        SwingUtilities.invokeLater(this::close);
        repaintAll();
    }

    @Override
    public void select(int index) {
        repaintAll();
    }

    // ------------------------------------------------------------------------------------------- what a person does

    @Override
    protected void handleMouse(MouseEvent event) {
        if (!event.isConsumed()
                && event.getID() == MouseEvent.MOUSE_PRESSED
                && SwingUtilities.isLeftMouseButton(event)) {
            toggle();
        }
    }

    @Override
    protected void handleWheel(MouseWheelEvent event) {
        if (!event.isConsumed()) {
            choose(target.getSelectedIndex() + Integer.signum(event.getWheelRotation()));
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
        int selected = target.getSelectedIndex();
        switch (event.getKeyCode()) {
            case KeyEvent.VK_UP, KeyEvent.VK_KP_UP -> choose(selected - 1);
            case KeyEvent.VK_DOWN, KeyEvent.VK_KP_DOWN -> choose(selected + 1);
            case KeyEvent.VK_HOME, KeyEvent.VK_PAGE_UP -> choose(0);
            case KeyEvent.VK_END, KeyEvent.VK_PAGE_DOWN -> choose(target.getItemCount() - 1);
            case KeyEvent.VK_SPACE, KeyEvent.VK_F4 -> toggle();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void toggle() {
        if (open != null && (open.isOpen() || open.isBeingClosed())) {
            close();
        } else if (target.getItemCount() > 0) {
            open = new DropDown(target, currentFont(), this::choose);
            open.show();
        }
    }

    private void close() {
        if (open != null) {
            open.close();
            open = null;
        }
    }

    /** Selects an item as a person's choice; an index out of range is not a choice. */
    private void choose(int index) {
        if (index >= 0 && index < target.getItemCount() && index != target.getSelectedIndex()) {
            target.select(index);
            post(new ItemEvent(target, ItemEvent.ITEM_STATE_CHANGED, target.getItem(index), ItemEvent.SELECTED));
        }
    }

    @Override
    public void dispose() {
        SwingUtilities.invokeLater(this::close);
        super.dispose();
    }
}
