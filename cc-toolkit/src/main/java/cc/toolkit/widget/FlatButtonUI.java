package cc.toolkit.widget;

import java.awt.Color;
import java.awt.Graphics;
import java.awt.Rectangle;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.plaf.basic.BasicButtonUI;

/** Paints a push button with a plain face and a thin line around it. */
final class FlatButtonUI extends BasicButtonUI {
    private static final int ARC_PX = 6;

    @Override
    public void update(Graphics g, JComponent component) {
        AbstractButton button = (AbstractButton) component;
        boolean down = button.getModel().isArmed() && button.getModel().isPressed();
        Color face = button.getBackground();
        g.setColor(down ? WidgetColors.pressed(face) : face);
        g.fillRoundRect(0, 0, button.getWidth() - 1, button.getHeight() - 1, ARC_PX, ARC_PX);
        g.setColor(button.hasFocus() ? WidgetColors.FOCUS : WidgetColors.LINE);
        g.drawRoundRect(0, 0, button.getWidth() - 1, button.getHeight() - 1, ARC_PX, ARC_PX);
        paint(g, component);
    }

    @Override
    protected void paintText(Graphics g, JComponent component, Rectangle place, String text) {
        g.setColor(component.isEnabled() ? component.getForeground() : WidgetColors.DISABLED_TEXT);
        g.drawString(text, place.x, place.y + g.getFontMetrics().getAscent());
    }
}
