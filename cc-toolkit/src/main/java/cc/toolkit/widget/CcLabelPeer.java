package cc.toolkit.widget;

import java.awt.Label;
import java.awt.peer.LabelPeer;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.SwingConstants;
import javax.swing.plaf.basic.BasicLabelUI;
import org.jspecify.annotations.Nullable;

/** A line of text. */
public final class CcLabelPeer extends CcWidgetPeer<Label, JLabel> implements LabelPeer {
    private static final int PADDING_PX = 3;

    /** See {@link CcComponentPeer#CcComponentPeer}. */
    public CcLabelPeer(Label target, CcContainerPeer<?> parent) {
        super(target, parent, new Text());
        setText(target.getText());
        setAlignment(target.getAlignment());
        start();
    }

    @Override
    public void setText(@Nullable String text) {
        synchronized (lock()) {
            widget.setText(text);
        }
        repaintAll();
    }

    @Override
    public void setAlignment(int alignment) {
        synchronized (lock()) {
            widget.setHorizontalAlignment(
                    switch (alignment) {
                        case Label.CENTER -> SwingConstants.CENTER;
                        case Label.RIGHT -> SwingConstants.RIGHT;
                        default -> SwingConstants.LEFT;
                    });
        }
        repaintAll();
    }

    @Override
    public boolean isFocusable() {
        return false;
    }

    private static final class Text extends JLabel {
        Text() {
            putClientProperty("html.disable", true);
            setOpaque(true);
            setBorder(BorderFactory.createEmptyBorder(PADDING_PX, PADDING_PX, PADDING_PX, PADDING_PX));
        }

        @Override
        public void updateUI() {
            setUI(new BasicLabelUI());
        }
    }
}
