package cc.toolkit.surface;

import cc.protocol.raster.Rect;
import org.jspecify.annotations.Nullable;
import sun.java2d.SunGraphics2D;

/** Records parallelograms that native loops have drawn: upright ones as rectangles, others as damage along them. */
final class ParallelogramRecorder {
    private static final int MAX_PIECES = 64;
    private static final double MAX_EDGE = 1 << 28;

    private ParallelogramRecorder() {}

    static void fill(Surface surface, SunGraphics2D graphics, boolean solid, Parallelogram p) {
        if (p.isUpright()) {
            upright(surface, graphics, solid, p);
        } else if (Math.hypot(p.dx1(), p.dy1()) > Math.hypot(p.dx2(), p.dy2())) {
            along(surface, graphics, p.x(), p.y(), p.dx1(), p.dy1(), p.dx2(), p.dy2());
        } else {
            along(surface, graphics, p.x(), p.y(), p.dx2(), p.dy2(), p.dx1(), p.dy1());
        }
    }

    /** A rectangle: pixels whose centres are inside of it. */
    private static void upright(Surface surface, SunGraphics2D graphics, boolean solid, Parallelogram p) {
        double left = p.left();
        double top = p.top();
        double right = p.right();
        double bottom = p.bottom();
        if (solid && isClear(left) && isClear(top) && isClear(right) && isClear(bottom)) {
            long x = Math.round(left);
            long y = Math.round(top);
            Clipping.fill(surface, graphics, true, x, y, Math.round(right) - x, Math.round(bottom) - y);
        } else {
            LineRecorder.damage(surface, graphics, left, top, right - left, bottom - top);
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
        double shorter = Math.min(Math.abs(lx), Math.abs(ly));
        int pieces = (int) Math.max(1, Math.min(MAX_PIECES, shorter / LineRecorder.MAX_PIECE));
        double left = Math.min(Math.min(0, lx / pieces), Math.min(sx, sx + lx / pieces));
        double top = Math.min(Math.min(0, ly / pieces), Math.min(sy, sy + ly / pieces));
        double width = Math.abs(lx / pieces) + Math.abs(sx);
        double height = Math.abs(ly / pieces) + Math.abs(sy);
        for (int i = 0; i < pieces; i++) {
            LineRecorder.damage(
                    surface, graphics, x + lx * i / pieces + left, y + ly * i / pieces + top, width, height);
        }
    }

    /** The clipped pixels that a parallelogram may touch, or null. */
    static @Nullable Rect bounds(Surface surface, SunGraphics2D graphics, Parallelogram p) {
        long left = (long) Math.floor(p.left());
        long top = (long) Math.floor(p.top());
        long right = (long) Math.ceil(p.right());
        long bottom = (long) Math.ceil(p.bottom());
        return Clipping.clip(surface, graphics, left, top, right - left, bottom - top);
    }

    /**
     * The four sides, each as a parallelogram of its own.
     *
     * @param lw1 the outline's width beside the first side, as a part of that side's length
     * @param lw2 the same of the second side
     */
    static void outline(Surface surface, SunGraphics2D graphics, Parallelogram p, double lw1, double lw2) {
        double wx1 = p.dx1() * lw1;
        double wy1 = p.dy1() * lw1;
        double wx2 = p.dx2() * lw2;
        double wy2 = p.dy2() * lw2;
        double ox = p.x() - (wx1 + wx2) / 2;
        double oy = p.y() - (wy1 + wy2) / 2;
        double lx1 = p.dx1() + wx1;
        double ly1 = p.dy1() + wy1;
        double lx2 = p.dx2() + wx2;
        double ly2 = p.dy2() + wy2;
        fill(surface, graphics, false, new Parallelogram(ox, oy, lx1, ly1, wx2, wy2));
        fill(surface, graphics, false, new Parallelogram(ox, oy, wx1, wy1, lx2, ly2));
        fill(surface, graphics, false, new Parallelogram(ox + p.dx2(), oy + p.dy2(), lx1, ly1, wx2, wy2));
        fill(surface, graphics, false, new Parallelogram(ox + p.dx1(), oy + p.dy1(), wx1, wy1, lx2, ly2));
    }
}
