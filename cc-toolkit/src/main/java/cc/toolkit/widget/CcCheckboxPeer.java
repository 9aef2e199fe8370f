package cc.toolkit.widget;

import java.awt.Checkbox;
import java.awt.CheckboxGroup;
import java.awt.event.ItemEvent;
import java.awt.peer.CheckboxPeer;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;
import javax.swing.plaf.basic.BasicCheckBoxUI;
import org.jspecify.annotations.Nullable;

/** A check box, or one of a group of which one is chosen. */
public final class CcCheckboxPeer extends CcPushPeer<Checkbox, JCheckBox> implements CheckboxPeer {
    private static final int PADDING_PX = 3;

    /** See {@link CcComponentPeer#CcComponentPeer}. */
    public CcCheckboxPeer(Checkbox target, CcContainerPeer<?> parent) {
        super(target, parent, new Box(target));
        synchronized (lock()) {
            // Later, since this holds the lock, and the program may hold the component's.
            widget.addActionListener(event -> {
                boolean wanted = widget.isSelected();
                SwingUtilities.invokeLater(() -> clicked(wanted));
            });
        }
        setLabel(target.getLabel());
        setState(target.getState());
        setCheckboxGroup(target.getCheckboxGroup());
        start();
    }

    /** A person turned the box over: AWT's rules say whether it stays so, and then this is told by them. */
    private void clicked(boolean wanted) {
        CheckboxGroup group = target.getCheckboxGroup();
        if (group != null && group.getSelectedCheckbox() == target) {
            setState(true);
            return;
        }
        target.setState(wanted);
        post(new ItemEvent(
                target,
                ItemEvent.ITEM_STATE_CHANGED,
                target.getLabel(),
                wanted ? ItemEvent.SELECTED : ItemEvent.DESELECTED));
    }

    @Override
    public void setState(boolean state) {
        synchronized (lock()) {
            widget.setSelected(state);
        }
        repaintAll();
    }

    @Override
    public void setCheckboxGroup(@Nullable CheckboxGroup group) {
        synchronized (lock()) {
            widget.setIcon(new CheckIcon(group != null));
        }
        repaintAll();
    }

    @Override
    public void setLabel(@Nullable String label) {
        synchronized (lock()) {
            widget.setText(label);
        }
        repaintAll();
    }

    private static final class Box extends JCheckBox {
        private final transient Checkbox target;

        Box(Checkbox target) {
            this.target = target;
            putClientProperty("html.disable", true);
            setHorizontalAlignment(SwingConstants.LEFT);
            setOpaque(true);
            setBorder(BorderFactory.createEmptyBorder(PADDING_PX, PADDING_PX, PADDING_PX, PADDING_PX));
        }

        @Override
        public void updateUI() {
            setUI(new BasicCheckBoxUI());
        }

        @Override
        public boolean hasFocus() {
            return SwingHost.isFocused(target);
        }
    }
}
