package cc.toolkit.surface;

import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import org.jspecify.annotations.Nullable;
import sun.java2d.SunGraphics2D;

/**
 * Records outlines and areas that native loops have drawn. Which pixels a slanted line takes is the loop's affair, so
 * those are damage, in pieces along the line, that the large rectangle around it stays out of it.
 */
final class LineRecorder {
    /** Longer pieces of a slanted line than this many pixels are halved. */
    private static final double MAX_PIECE = 48;

    /** What a native loop may draw beside the ideal line. */
    private static final double MARGIN = 2;

    private static final double FLATNESS = 0.5;
    private static final int MAX_DEPTH = 6;
    private static final int MAX_PIECES = 64;
    private static final double MAX_EDGE = 1 << 28;

    private LineRecorder() {}

    static void line(Surface surface, SunGraphics2D graphics, boolean solid, long x1, long y1, long x2, long y2) {
        if (x1 == x2 || y1 == y2) {
            long x = Math.min(x1, x2);
            long y = Math.min(y1, y2);
            RecordingLoops.fill(surface, graphics, solid, x, y, Math.abs(x2 - x1) + 1, Math.abs(y2 - y1) + 1);
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

    private static void damage(
            Surface surface, SunGraphics2D graphics, double x, double y, double width, double height) {
        long left = (long) Math.floor(x - MARGIN);
        long top = (long) Math.floor(y - MARGIN);
        long right = (long) Math.ceil(x + width + MARGIN);
        long bottom = (long) Math.ceil(y + height + MARGIN);
        RecordingLoops.damage(surface, graphics, left, top, right - left + 1, bottom - top + 1);
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

    static void parallelogram(
            Surface surface,
            SunGraphics2D graphics,
            boolean solid,
            double x,
            double y,
            double dx1,
            double dy1,
            double dx2,
            double dy2) {
        if (dy1 == 0 && dx2 == 0) {
            upright(surface, graphics, solid, x, y, x + dx1, y + dy2);
        } else if (dx1 == 0 && dy2 == 0) {
            upright(surface, graphics, solid, x, y, x + dx2, y + dy1);
        } else if (Math.hypot(dx1, dy1) > Math.hypot(dx2, dy2)) {
            along(surface, graphics, x, y, dx1, dy1, dx2, dy2);
        } else {
            along(surface, graphics, x, y, dx2, dy2, dx1, dy1);
        }
    }

    /** A rectangle: pixels whose centres are inside of it. */
    private static void upright(
            Surface surface, SunGraphics2D graphics, boolean solid, double x1, double y1, double x2, double y2) {
        double left = Math.min(x1, x2);
        double top = Math.min(y1, y2);
        double right = Math.max(x1, x2);
        double bottom = Math.max(y1, y2);
        if (solid && isClear(left) && isClear(top) && isClear(right) && isClear(bottom)) {
            long x = Math.round(left);
            long y = Math.round(top);
            RecordingLoops.fill(surface, graphics, true, x, y, Math.round(right) - x, Math.round(bottom) - y);
        } else {
            damage(surface, graphics, left, top, right - left, bottom - top);
        }
    }

    /** Whether there is no doubt which pixels a rectangle's edge is between. */
    private static boolean isClear(double edge) {
        double fraction = edge - Math.floor(edge);
        return Math.abs(fraction - 0.5) > 1e-5 && Math.abs(edge) < MAX_EDGE;
    }

    /** In pieces along the longer side, {@code lx, ly}. */
    private static void along(
            Surface surface, SunGraphics2D graphics, double x, double y, double lx, double ly, double sx, double sy) {
        int pieces = (int) Math.max(1, Math.min(MAX_PIECES, Math.min(Math.abs(lx), Math.abs(ly)) / MAX_PIECE));
        double left = Math.min(Math.min(0, lx / pieces), Math.min(sx, sx + lx / pieces));
        double top = Math.min(Math.min(0, ly / pieces), Math.min(sy, sy + ly / pieces));
        double width = Math.abs(lx / pieces) + Math.abs(sx);
        double height = Math.abs(ly / pieces) + Math.abs(sy);
        for (int i = 0; i < pieces; i++) {
            damage(surface, graphics, x + lx * i / pieces + left, y + ly * i / pieces + top, width, height);
        }
    }

    /** The clipped pixels that a parallelogram may touch. */
    static @Nullable Box bounds(
            Surface surface,
            SunGraphics2D graphics,
            double x,
            double y,
            double dx1,
            double dy1,
            double dx2,
            double dy2) {
        long left = (long) Math.floor(x + Math.min(dx1, 0) + Math.min(dx2, 0));
        long top = (long) Math.floor(y + Math.min(dy1, 0) + Math.min(dy2, 0));
        long right = (long) Math.ceil(x + Math.max(dx1, 0) + Math.max(dx2, 0));
        long bottom = (long) Math.ceil(y + Math.max(dy1, 0) + Math.max(dy2, 0));
        return Box.clipped(
                left, top, right - left, bottom - top, graphics.getCompClip(), surface.width(), surface.height());
    }

    /** The four sides, each as a parallelogram of its own. */
    static void parallelogramOutline(
            Surface surface,
            SunGraphics2D graphics,
            double x,
            double y,
            double dx1,
            double dy1,
            double dx2,
            double dy2,
            double lw1,
            double lw2) {
        double wx1 = dx1 * lw1;
        double wy1 = dy1 * lw1;
        double wx2 = dx2 * lw2;
        double wy2 = dy2 * lw2;
        double ox = x - (wx1 + wx2) / 2;
        double oy = y - (wy1 + wy2) / 2;
        double lx1 = dx1 + wx1;
        double ly1 = dy1 + wy1;
        double lx2 = dx2 + wx2;
        double ly2 = dy2 + wy2;
        parallelogram(surface, graphics, false, ox, oy, lx1, ly1, wx2, wy2);
        parallelogram(surface, graphics, false, ox, oy, wx1, wy1, lx2, ly2);
        parallelogram(surface, graphics, false, ox + dx2, oy + dy2, lx1, ly1, wx2, wy2);
        parallelogram(surface, graphics, false, ox + dx1, oy + dy1, wx1, wy1, lx2, ly2);
    }
}
