package cc.toolkit.widget;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Insets;
import java.awt.Point;
import java.awt.TextArea;
import java.awt.peer.TextAreaPeer;
import javax.swing.JTextArea;
import javax.swing.ScrollPaneConstants;
import javax.swing.plaf.basic.BasicTextAreaUI;

/** Lines of text that are edited. Where it has no horizontal scroll bar, lines are wrapped. */
public final class CcTextAreaPeer extends CcTextPeer<TextArea, FlatScrollPane> implements TextAreaPeer {
    private static final int PLAIN_ROWS = 10;
    private static final int PLAIN_COLUMNS = 60;

    /** See {@link CcComponentPeer#CcComponentPeer}. */
    public CcTextAreaPeer(TextArea target, CcContainerPeer<?> parent) {
        this(target, parent, new Lines(target));
    }

    private CcTextAreaPeer(TextArea target, CcContainerPeer<?> parent, Lines lines) {
        super(target, parent, scrolled(lines, target.getScrollbarVisibility()), lines);
        synchronized (lock()) {
            boolean wrap = !hasHorizontal(target.getScrollbarVisibility());
            lines.setLineWrap(wrap);
            lines.setWrapStyleWord(wrap);
        }
        start();
    }

    private static FlatScrollPane scrolled(Lines lines, int visibility) {
        return new FlatScrollPane(
                lines,
                hasVertical(visibility)
                        ? ScrollPaneConstants.VERTICAL_SCROLLBAR_ALWAYS
                        : ScrollPaneConstants.VERTICAL_SCROLLBAR_NEVER,
                hasHorizontal(visibility)
                        ? ScrollPaneConstants.HORIZONTAL_SCROLLBAR_ALWAYS
                        : ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
    }

    private static boolean hasVertical(int visibility) {
        return visibility == TextArea.SCROLLBARS_BOTH || visibility == TextArea.SCROLLBARS_VERTICAL_ONLY;
    }

    private static boolean hasHorizontal(int visibility) {
        return visibility == TextArea.SCROLLBARS_BOTH || visibility == TextArea.SCROLLBARS_HORIZONTAL_ONLY;
    }

    private Lines lines() {
        return (Lines) content();
    }

    /** Inserts text; text inserted at the end is scrolled to, as programs that show a log expect. */
    @Override
    public void insert(String text, int position) {
        replace(() -> {
            int length = lines().getDocument().getLength();
            int at = Math.max(0, Math.min(position, length));
            lines().insert(text, at);
            lines().setCaretPosition(at + text.length());
        });
    }

    @Override
    public void replaceRange(String text, int start, int end) {
        replace(() -> {
            int length = lines().getDocument().getLength();
            int from = Math.max(0, Math.min(start, length));
            lines().replaceRange(text, from, Math.max(from, Math.min(end, length)));
        });
    }

    @Override
    public Dimension getPreferredSize(int rows, int columns) {
        synchronized (lock()) {
            FontMetrics metrics = lines().getFontMetrics(lines().getFont());
            Insets insets = lines().getInsets();
            return widget.sizeFor(
                    metrics.charWidth('0') * columns + insets.left + insets.right + 1,
                    metrics.getHeight() * rows + insets.top + insets.bottom);
        }
    }

    @Override
    public Dimension getMinimumSize(int rows, int columns) {
        return getPreferredSize(rows, columns);
    }

    @Override
    public Dimension getMinimumSize() {
        return getPreferredSize(PLAIN_ROWS, PLAIN_COLUMNS);
    }

    @Override
    public boolean handlesWheelScrolling() {
        return true;
    }

    private static final class Lines extends JTextArea {
        private final transient TextArea target;

        Lines(TextArea target) {
            this.target = target;
            TextLook.apply(this);
        }

        @Override
        public void updateUI() {
            setUI(new BasicTextAreaUI());
        }

        @Override
        public boolean hasFocus() {
            return SwingHost.isFocused(target);
        }

        @Override
        public Point getLocationOnScreen() {
            return TextLook.locationOnScreen(target, this);
        }
    }
}
