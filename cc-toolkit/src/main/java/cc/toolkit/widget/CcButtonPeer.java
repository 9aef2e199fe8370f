package cc.toolkit.widget;

import java.awt.Button;
import java.awt.Color;
import java.awt.event.ActionEvent;
import java.awt.peer.ButtonPeer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import org.jspecify.annotations.Nullable;

/** A push button. */
public final class CcButtonPeer extends CcPushPeer<Button, JButton> implements ButtonPeer {
    private static final int VERTICAL_PADDING_PX = 4;
    private static final int HORIZONTAL_PADDING_PX = 10;

    /** See {@link CcComponentPeer#CcComponentPeer}. */
    public CcButtonPeer(Button target, CcContainerPeer<?> parent) {
        super(target, parent, new Face(target));
        synchronized (lock()) {
            widget.setText(target.getLabel());
            widget.addActionListener(event -> pushed(event.getWhen(), event.getModifiers()));
        }
        start();
    }

    private void pushed(long when, int modifiers) {
        post(new ActionEvent(target, ActionEvent.ACTION_PERFORMED, target.getActionCommand(), when, modifiers));
    }

    @Override
    public void setLabel(@Nullable String label) {
        synchronized (lock()) {
            widget.setText(label);
        }
        repaintAll();
    }

    @Override
    Color plainBackground() {
        return WidgetColors.FACE;
    }

    private static final class Face extends JButton {
        private final transient Button target;

        Face(Button target) {
            this.target = target;
            putClientProperty("html.disable", true);
            setOpaque(false);
            setBorder(BorderFactory.createEmptyBorder(
                    VERTICAL_PADDING_PX, HORIZONTAL_PADDING_PX, VERTICAL_PADDING_PX, HORIZONTAL_PADDING_PX));
        }

        @Override
        public void updateUI() {
            setUI(new FlatButtonUI());
        }

        @Override
        public boolean hasFocus() {
            return SwingHost.isFocused(target);
        }
    }
}
