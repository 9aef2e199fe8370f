package cc.toolkit.surface;

import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import sun.java2d.SunGraphics2D;

/**
 * Records outlines and areas that native loops have drawn. Which pixels a slanted line takes is the loop's affair, so
 * those are damage, in pieces along the line, that the large rectangle around it stays out of it.
 */
final class LineRecorder {
    /** Longer pieces of a slanted line than this many pixels are halved. */
    static final double MAX_PIECE = 48;

    /** What a native loop may draw beside the ideal line. */
    private static final double MARGIN = 2;

    private static final double FLATNESS = 0.5;
    private static final int MAX_DEPTH = 6;

    private LineRecorder() {}

    static void line(Surface surface, SunGraphics2D graphics, boolean solid, long x1, long y1, long x2, long y2) {
        if (x1 == x2 || y1 == y2) {
            long x = Math.min(x1, x2);
            long y = Math.min(y1, y2);
            Clipping.fill(surface, graphics, solid, x, y, Math.abs(x2 - x1) + 1, Math.abs(y2 - y1) + 1);
        } else {
            slanted(surface, graphics, x1, y1, x2, y2, 0);
        }
    }

    private static void slanted(
            Surface surface, SunGraphics2D graphics, double x1, double y1, double x2, double y2, int depth) {
        double width = Math.abs(x2 - x1);
        double height = Math.abs(y2 - y1);
        if (Math.min(width, height) > MAX_PIECE && depth < MAX_DEPTH) {
            double x = (x1 + x2) / 2;
            double y = (y1 + y2) / 2;
            slanted(surface, graphics, x1, y1, x, y, depth + 1);
            slanted(surface, graphics, x, y, x2, y2, depth + 1);
        } else {
            damage(surface, graphics, Math.min(x1, x2), Math.min(y1, y2), width, height);
        }
    }

    /** Records all that a native loop may have drawn for a shape within a rectangle. */
    static void damage(Surface surface, SunGraphics2D graphics, double x, double y, double width, double height) {
        long left = (long) Math.floor(x - MARGIN);
        long top = (long) Math.floor(y - MARGIN);
        long right = (long) Math.ceil(x + width + MARGIN);
        long bottom = (long) Math.ceil(y + height + MARGIN);
        Clipping.damage(surface, graphics, left, top, right - left + 1, bottom - top + 1);
    }

    static void polygon(
            Surface surface,
            SunGraphics2D graphics,
            boolean solid,
            int[] xs,
            int[] ys,
            int first,
            int count,
            int dx,
            int dy,
            boolean close) {
        for (int i = first + 1; i < first + count; i++) {
            line(surface, graphics, solid, xs[i - 1] + dx, ys[i - 1] + dy, xs[i] + dx, ys[i] + dy);
        }
        if (close && count > 1) {
            int last = first + count - 1;
            line(surface, graphics, solid, xs[last] + dx, ys[last] + dy, xs[first] + dx, ys[first] + dy);
        }
    }

    static void outline(Surface surface, SunGraphics2D graphics, int dx, int dy, Path2D.Float path) {
        PathIterator segments = new FlatteningPathIterator(path.getPathIterator(null), FLATNESS);
        double[] point = new double[6];
        double startX = 0;
        double startY = 0;
        double x = 0;
        double y = 0;
        for (; !segments.isDone(); segments.next()) {
            int kind = segments.currentSegment(point);
            double toX = kind == PathIterator.SEG_CLOSE ? startX : point[0] + dx;
            double toY = kind == PathIterator.SEG_CLOSE ? startY : point[1] + dy;
            if (kind == PathIterator.SEG_MOVETO) {
                startX = toX;
                startY = toY;
            } else {
                slanted(surface, graphics, x, y, toX, toY, 0);
            }
            x = toX;
            y = toY;
        }
    }

    static void inside(Surface surface, SunGraphics2D graphics, int dx, int dy, Path2D.Float path) {
        Rectangle2D bounds = path.getBounds2D();
        damage(surface, graphics, bounds.getX() + dx, bounds.getY() + dy, bounds.getWidth(), bounds.getHeight());
    }
}
