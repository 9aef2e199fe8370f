package cc.toolkit.widget;

import java.awt.BasicStroke;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import javax.swing.AbstractButton;
import javax.swing.Icon;

/**
 * The mark beside a check box's text.
 *
 * @param round whether it stands for one choice of several
 */
record CheckIcon(boolean round) implements Icon {
    private static final int SIZE_PX = 13;

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
        AbstractButton button = (AbstractButton) component;
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.translate(x, y);
        var frame = round
                ? new Ellipse2D.Double(0.5, 0.5, SIZE_PX - 1, SIZE_PX - 1)
                : new RoundRectangle2D.Double(0.5, 0.5, SIZE_PX - 1, SIZE_PX - 1, 3, 3);
        boolean down = button.getModel().isArmed() && button.getModel().isPressed();
        g.setColor(down ? WidgetColors.FACE_PRESSED : WidgetColors.FIELD);
        g.fill(frame);
        g.setColor(button.hasFocus() ? WidgetColors.FOCUS : WidgetColors.LINE);
        g.draw(frame);
        if (button.isSelected()) {
            g.setColor(button.isEnabled() ? WidgetColors.SELECTION : WidgetColors.DISABLED_TEXT);
            paintMark(g);
        }
        g.dispose();
    }

    private void paintMark(Graphics2D g) {
        if (round) {
            g.fill(new Ellipse2D.Double(3.5, 3.5, SIZE_PX - 7, SIZE_PX - 7));
            return;
        }
        Path2D tick = new Path2D.Double();
        tick.moveTo(3, 6.5);
        tick.lineTo(5.5, 9.5);
        tick.lineTo(10, 3.5);
        g.setStroke(new BasicStroke(2, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        g.draw(tick);
    }

    @Override
    public int getIconWidth() {
        return SIZE_PX;
    }

    @Override
    public int getIconHeight() {
        return SIZE_PX;
    }
}
