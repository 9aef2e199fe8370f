package cc.toolkit.widget;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Insets;
import java.awt.Point;
import java.awt.TextField;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.peer.TextFieldPeer;
import javax.swing.BorderFactory;
import javax.swing.JPasswordField;
import javax.swing.plaf.basic.BasicPasswordFieldUI;
import javax.swing.plaf.basic.BasicTextFieldUI;

/** A line of text that is edited, or hidden behind another character. */
public final class CcTextFieldPeer extends CcTextPeer<TextField, CcTextFieldPeer.Line> implements TextFieldPeer {
    /** See {@link CcComponentPeer#CcComponentPeer}. */
    public CcTextFieldPeer(TextField target, CcContainerPeer<?> parent) {
        this(target, parent, new Line(target));
    }

    private CcTextFieldPeer(TextField target, CcContainerPeer<?> parent, Line line) {
        super(target, parent, line, line);
        setEchoChar(target.getEchoChar());
        start();
    }

    @Override
    public void setEchoChar(char echo) {
        synchronized (lock()) {
            widget.setUI(echo == 0 ? new BasicTextFieldUI() : new BasicPasswordFieldUI());
            widget.setEchoChar(echo);
            widget.putClientProperty("JPasswordField.cutCopyAllowed", echo == 0);
        }
        repaintAll();
    }

    @Override
    public Dimension getPreferredSize(int columns) {
        synchronized (lock()) {
            FontMetrics metrics = widget.getFontMetrics(widget.getFont());
            Insets insets = widget.getInsets();
            return new Dimension(
                    metrics.charWidth('0') * columns + insets.left + insets.right + 1,
                    metrics.getHeight() + insets.top + insets.bottom);
        }
    }

    @Override
    public Dimension getMinimumSize(int columns) {
        return getPreferredSize(columns);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize(Math.max(1, target.getText().length()));
    }

    @Override
    protected void handleKey(KeyEvent event) {
        if (!event.isConsumed() && event.getID() == KeyEvent.KEY_PRESSED && event.getKeyCode() == KeyEvent.VK_ENTER) {
            post(new ActionEvent(
                    target, ActionEvent.ACTION_PERFORMED, getText(), event.getWhen(), event.getModifiersEx()));
            return;
        }
        super.handleKey(event);
    }

    /** A password field that shows its text, and moves by words, unless it is told not to. */
    static final class Line extends JPasswordField {
        private final transient TextField target;

        Line(TextField target) {
            this.target = target;
            TextLook.apply(this);
            setBorder(
                    BorderFactory.createCompoundBorder(BorderFactory.createLineBorder(WidgetColors.LINE), getBorder()));
            setEchoChar((char) 0);
        }

        @Override
        public void updateUI() {
            setUI(new BasicTextFieldUI());
        }

        @Override
        @SuppressWarnings("deprecation") // the clear text is the point here
        public String getText() {
            return super.getText();
        }

        @Override
        public boolean hasFocus() {
            return SwingHost.isFocused(target);
        }

        @Override
        public Point getLocationOnScreen() {
            return target.getLocationOnScreen();
        }
    }
}
