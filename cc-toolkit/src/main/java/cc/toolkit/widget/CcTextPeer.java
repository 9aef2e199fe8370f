package cc.toolkit.widget;

import java.awt.AWTEvent;
import java.awt.Color;
import java.awt.TextComponent;
import java.awt.event.InputMethodEvent;
import java.awt.event.TextEvent;
import java.awt.im.InputMethodRequests;
import java.awt.peer.TextComponentPeer;
import javax.swing.JComponent;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.JTextComponent;
import org.jspecify.annotations.Nullable;

/**
 * What text fields and text areas have in common: their text, selection and caret, and an event for each change.
 *
 * @param <T> the AWT component's type
 * @param <W> the Swing component that fills the area
 */
abstract class CcTextPeer<T extends TextComponent, W extends JComponent> extends CcWidgetPeer<T, W>
        implements TextComponentPeer, DocumentListener {
    private final JTextComponent text;
    /** While the program replaces the text, which Swing does in two steps and AWT reports as one. */
    private boolean replacing;

    CcTextPeer(T target, CcContainerPeer<?> parent, W widget, JTextComponent text) {
        super(target, parent, widget);
        this.text = text;
        synchronized (lock()) {
            text.setText(target.getText());
            text.setEditable(target.isEditable());
            select(target.getSelectionStart(), target.getSelectionEnd());
            text.getDocument().addDocumentListener(this);
        }
    }

    @Override
    final JTextComponent content() {
        return text;
    }

    @Override
    Color plainBackground() {
        return text.isEditable() ? WidgetColors.FIELD : backgroundColor();
    }

    // ------------------------------------------------------------------------------------------- what AWT says

    @Override
    public final void setEditable(boolean editable) {
        synchronized (lock()) {
            text.setEditable(editable);
            text.getCaret().setVisible(editable && target.isFocusOwner());
            text.setBackground(target.isBackgroundSet() ? backgroundColor() : plainBackground());
        }
        repaintAll();
    }

    @Override
    public final String getText() {
        synchronized (lock()) {
            return text.getText();
        }
    }

    @Override
    public final void setText(@Nullable String newText) {
        replace(() -> {
            text.setText(newText);
            text.setCaretPosition(0);
        });
    }

    /** Changes the text, and posts one event if it is another one then. */
    final void replace(Runnable change) {
        boolean changed;
        synchronized (lock()) {
            String before = text.getText();
            replacing = true;
            try {
                change.run();
            } finally {
                replacing = false;
            }
            changed = !text.getText().equals(before);
        }
        if (changed) {
            textChanged();
        }
    }

    @Override
    public final int getSelectionStart() {
        synchronized (lock()) {
            return text.getSelectionStart();
        }
    }

    @Override
    public final int getSelectionEnd() {
        synchronized (lock()) {
            return text.getSelectionEnd();
        }
    }

    @Override
    public final void select(int start, int end) {
        synchronized (lock()) {
            text.select(start, end);
        }
        repaintAll();
    }

    @Override
    public final int getCaretPosition() {
        synchronized (lock()) {
            return text.getCaretPosition();
        }
    }

    @Override
    public final void setCaretPosition(int position) {
        synchronized (lock()) {
            text.setCaretPosition(
                    Math.max(0, Math.min(position, text.getDocument().getLength())));
        }
        repaintAll();
    }

    @Override
    public final @Nullable InputMethodRequests getInputMethodRequests() {
        synchronized (lock()) {
            return text.getInputMethodRequests();
        }
    }

    // ------------------------------------------------------------------------------------------- what a person does

    @Override
    protected void handleOther(AWTEvent event) {
        if (event instanceof InputMethodEvent input && !input.isConsumed()) {
            synchronized (lock()) {
                SwingHost.send(
                        text,
                        new InputMethodEvent(
                                text,
                                input.getID(),
                                input.getWhen(),
                                input.getText(),
                                input.getCommittedCharacterCount(),
                                input.getCaret(),
                                input.getVisiblePosition()));
            }
            input.consume();
        }
    }

    private void textChanged() {
        post(new TextEvent(target, TextEvent.TEXT_VALUE_CHANGED));
    }

    @Override
    public final void insertUpdate(DocumentEvent event) {
        if (!replacing) {
            textChanged();
        }
    }

    @Override
    public final void removeUpdate(DocumentEvent event) {
        if (!replacing) {
            textChanged();
        }
    }

    @Override
    public final void changedUpdate(DocumentEvent event) {}
}
