package cc.toolkit.widget;

import java.awt.Component;
import java.awt.Point;
import javax.swing.BorderFactory;
import javax.swing.text.JTextComponent;

/** What the Swing components in text fields and text areas have in common. */
final class TextLook {
    private static final int PADDING_PX = 3;

    private TextLook() {}

    static void apply(JTextComponent text) {
        text.setOpaque(true);
        text.setBorder(BorderFactory.createEmptyBorder(PADDING_PX, PADDING_PX, PADDING_PX, PADDING_PX));
        text.setSelectionColor(WidgetColors.SELECTION);
        text.setSelectedTextColor(WidgetColors.SELECTED_TEXT);
        text.setDisabledTextColor(WidgetColors.DISABLED_TEXT);
    }

    /** Where a part of a hosted component is on the screen; Swing asks to place an input method's window. */
    static Point locationOnScreen(Component target, Component part) {
        Point at = target.getLocationOnScreen();
        for (Component c = part; c != null; c = c.getParent()) {
            at.translate(c.getX(), c.getY());
        }
        return at;
    }
}
