package cc.toolkit.widget;

import java.awt.Choice;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.JComponent;
import javax.swing.SwingConstants;

/** A closed choice: its selected item and an arrow. */
final class ChoiceBox extends JComponent {
    private static final int PADDING_PX = 4;
    private static final int ARROW_PX = 18;
    private static final int ARC_PX = 6;

    private final transient Choice target;

    ChoiceBox(Choice target) {
        this.target = target;
    }

    @Override
    public Dimension getPreferredSize() {
        FontMetrics metrics = getFontMetrics(getFont());
        int width = metrics.charWidth('0');
        for (int i = 0; i < target.getItemCount(); i++) {
            width = Math.max(width, metrics.stringWidth(target.getItem(i)));
        }
        return new Dimension(width + 2 * PADDING_PX + ARROW_PX, metrics.getHeight() + 2 * PADDING_PX);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics;
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        int right = getWidth() - 1;
        int bottom = getHeight() - 1;
        g.setColor(getBackground());
        g.fillRoundRect(0, 0, right, bottom, ARC_PX, ARC_PX);
        g.setColor(target.isFocusOwner() ? WidgetColors.FOCUS : WidgetColors.LINE);
        g.drawRoundRect(0, 0, right, bottom, ARC_PX, ARC_PX);
        g.setColor(isEnabled() ? WidgetColors.LINE.darker() : WidgetColors.DISABLED_TEXT);
        g.fillPolygon(FlatScrollBarUI.arrow(SwingConstants.SOUTH, right - ARROW_PX / 2, bottom / 2));
        int selected = target.getSelectedIndex();
        if (selected >= 0 && selected < target.getItemCount()) {
            FontMetrics metrics = g.getFontMetrics();
            g.setColor(isEnabled() ? getForeground() : WidgetColors.DISABLED_TEXT);
            g.clipRect(1, 1, Math.max(0, right - ARROW_PX), bottom);
            g.drawString(
                    target.getItem(selected),
                    PADDING_PX + 1,
                    (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent());
        }
    }
}
