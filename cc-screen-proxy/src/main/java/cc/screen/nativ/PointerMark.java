package cc.screen.nativ;

import cc.protocol.raster.Rect;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import org.jspecify.annotations.Nullable;

/** Where the pointer of somebody is who drives the program from elsewhere, drawn over one of its windows. */
final class PointerMark {
    private static final int WIDTH = 16;
    private static final int HEIGHT = 24;
    private static final Color INSIDE = new Color(0xF59E0B);
    private static final Color EDGE = new Color(0x1F2937);
    private static final Path2D ARROW = arrow();

    private @Nullable Point place;

    /** @param newPlace in the window's coordinates; null: over another window, or nowhere */
    void move(@Nullable Point newPlace) {
        place = newPlace;
    }

    /**
     * What it covers, in pixels of the surface; null if it is not there.
     *
     * @param scale pixels per unit of the program
     */
    @Nullable
    Rect bounds(double scale) {
        Point at = place;
        if (at == null) {
            return null;
        }
        int x = (int) Math.floor(at.x * scale);
        int y = (int) Math.floor(at.y * scale);
        return new Rect(x - 2, y - 2, x + 2 + (int) Math.ceil(WIDTH * scale), y + 2 + (int) Math.ceil(HEIGHT * scale));
    }

    /** @param g in pixels of the surface */
    void paint(Graphics2D g, double scale) {
        Point at = place;
        if (at == null) {
            return;
        }
        AffineTransform toPixels = AffineTransform.getScaleInstance(scale, scale);
        toPixels.translate(at.x, at.y);
        Path2D arrow = new Path2D.Double(ARROW, toPixels);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(INSIDE);
        g.fill(arrow);
        g.setColor(EDGE);
        g.setStroke(new BasicStroke((float) scale));
        g.draw(arrow);
    }

    private static Path2D arrow() {
        Path2D path = new Path2D.Double();
        path.moveTo(0, 0);
        path.lineTo(0, 17);
        path.lineTo(4, 13.5);
        path.lineTo(7, 20);
        path.lineTo(10, 18.7);
        path.lineTo(7, 12.5);
        path.lineTo(12, 12);
        path.closePath();
        return path;
    }
}
