package cc.demo;

import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import javax.swing.Icon;

/** A small square of one colour. */
record Swatch(Color colour) implements Icon {
    private static final int SIZE_PX = 12;

    @Override
    public void paintIcon(Component component, Graphics g, int x, int y) {
        g.setColor(colour);
        g.fillRect(x, y, SIZE_PX, SIZE_PX);
        g.setColor(colour.darker());
        g.drawRect(x, y, SIZE_PX - 1, SIZE_PX - 1);
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
