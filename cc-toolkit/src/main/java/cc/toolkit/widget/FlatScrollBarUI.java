package cc.toolkit.widget;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.Rectangle;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JScrollBar;
import javax.swing.SwingConstants;
import javax.swing.plaf.basic.BasicScrollBarUI;

/** Paints a scroll bar with a plain thumb and an arrow at each end. */
final class FlatScrollBarUI extends BasicScrollBarUI {
    static final int WIDTH_PX = 15;
    private static final int MIN_THUMB_PX = 10;

    /** Makes a scroll bar with this look. */
    static JScrollBar scrollBar(int orientation) {
        return new JScrollBar(orientation) {
            @Override
            public void updateUI() {
                setUI(new FlatScrollBarUI());
            }
        };
    }

    @Override
    protected void installDefaults() {
        super.installDefaults();
        scrollBarWidth = WIDTH_PX;
        incrGap = 0;
        decrGap = 0;
        minimumThumbSize = new Dimension(MIN_THUMB_PX, MIN_THUMB_PX);
        scrollbar.setBorder(null);
    }

    /** Whether a point of the scroll bar is on its thumb. */
    boolean isOnThumb(int x, int y) {
        return getThumbBounds().contains(x, y);
    }

    @Override
    protected void configureScrollBarColors() {
        trackColor = WidgetColors.TRACK;
        thumbColor = WidgetColors.FACE;
        trackHighlightColor = WidgetColors.FACE_PRESSED;
    }

    @Override
    protected void paintTrack(Graphics g, JComponent bar, Rectangle place) {
        g.setColor(WidgetColors.TRACK);
        g.fillRect(place.x, place.y, place.width, place.height);
    }

    @Override
    protected void paintThumb(Graphics g, JComponent bar, Rectangle place) {
        if (place.isEmpty() || !bar.isEnabled()) {
            return;
        }
        g.setColor(isDragging ? WidgetColors.FACE_PRESSED : WidgetColors.FACE);
        g.fillRect(place.x, place.y, place.width - 1, place.height - 1);
        g.setColor(WidgetColors.LINE);
        g.drawRect(place.x, place.y, place.width - 1, place.height - 1);
    }

    @Override
    protected JButton createIncreaseButton(int direction) {
        return new Arrow(direction);
    }

    @Override
    protected JButton createDecreaseButton(int direction) {
        return new Arrow(direction);
    }

    /** A button at one end. */
    private static final class Arrow extends JButton {
        private final int direction;

        Arrow(int direction) {
            this.direction = direction;
            setBorder(null);
            setFocusable(false);
            setPreferredSize(new Dimension(WIDTH_PX, WIDTH_PX));
        }

        @Override
        public void updateUI() {
            setUI(new FlatButtonUI());
        }

        @Override
        public Dimension getMinimumSize() {
            return getPreferredSize();
        }

        @Override
        public void paint(Graphics graphics) {
            Graphics2D g = (Graphics2D) graphics;
            g.setColor(getModel().isArmed() ? WidgetColors.FACE_PRESSED : WidgetColors.TRACK);
            g.fillRect(0, 0, getWidth(), getHeight());
            g.setColor(isEnabled() ? WidgetColors.LINE.darker() : WidgetColors.FACE_PRESSED);
            g.fillPolygon(arrow(direction, getWidth() / 2, getHeight() / 2));
        }
    }

    /** A small arrow head around a centre. */
    static Polygon arrow(int direction, int x, int y) {
        return switch (direction) {
            case SwingConstants.NORTH -> new Polygon(new int[] {x - 4, x + 4, x}, new int[] {y + 2, y + 2, y - 3}, 3);
            case SwingConstants.SOUTH -> new Polygon(new int[] {x - 3, x + 4, x}, new int[] {y - 1, y - 1, y + 3}, 3);
            case SwingConstants.WEST -> new Polygon(new int[] {x + 2, x + 2, x - 3}, new int[] {y - 4, y + 4, y}, 3);
            default -> new Polygon(new int[] {x - 1, x - 1, x + 3}, new int[] {y - 3, y + 4, y}, 3);
        };
    }
}
