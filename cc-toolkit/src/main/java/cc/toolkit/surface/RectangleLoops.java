package cc.toolkit.surface;

import sun.java2d.SunGraphics2D;
import sun.java2d.SurfaceData;
import sun.java2d.loops.DrawLine;
import sun.java2d.loops.DrawPolygons;
import sun.java2d.loops.DrawRect;
import sun.java2d.loops.FillRect;

/** Loops that draw upright rectangles, lines and polygons, and tell the surface what they drew. */
final class RectangleLoops {
    private RectangleLoops() {}

    static final class Rects extends FillRect {
        private final FillRect to;
        private final boolean solid;

        Rects(FillRect to, boolean solid) {
            super(to.getSourceType(), to.getCompositeType(), to.getDestType());
            this.to = to;
            this.solid = solid;
        }

        @Override
        public void FillRect(SunGraphics2D graphics, SurfaceData data, int x, int y, int width, int height) {
            Surface surface = RecordingSurfaceData.surfaceOf(data);
            synchronized (surface.recorder()) {
                to.FillRect(graphics, data, x, y, width, height);
                Clipping.fill(surface, graphics, solid, x, y, width, height);
            }
        }
    }

    static final class Lines extends DrawLine {
        private final DrawLine to;
        private final boolean solid;

        Lines(DrawLine to, boolean solid) {
            super(to.getSourceType(), to.getCompositeType(), to.getDestType());
            this.to = to;
            this.solid = solid;
        }

        @Override
        public void DrawLine(SunGraphics2D graphics, SurfaceData data, int x1, int y1, int x2, int y2) {
            Surface surface = RecordingSurfaceData.surfaceOf(data);
            synchronized (surface.recorder()) {
                to.DrawLine(graphics, data, x1, y1, x2, y2);
                LineRecorder.line(surface, graphics, solid, x1, y1, x2, y2);
            }
        }
    }

    static final class RectOutlines extends DrawRect {
        private final DrawRect to;
        private final boolean solid;

        RectOutlines(DrawRect to, boolean solid) {
            super(to.getSourceType(), to.getCompositeType(), to.getDestType());
            this.to = to;
            this.solid = solid;
        }

        @Override
        public void DrawRect(SunGraphics2D graphics, SurfaceData data, int x, int y, int width, int height) {
            Surface surface = RecordingSurfaceData.surfaceOf(data);
            synchronized (surface.recorder()) {
                to.DrawRect(graphics, data, x, y, width, height);
                if (width < 0 || height < 0) {
                    return;
                }
                if (width < 2 || height < 2) {
                    Clipping.fill(surface, graphics, solid, x, y, width + 1L, height + 1L);
                } else {
                    Clipping.fill(surface, graphics, solid, x, y, width + 1L, 1);
                    Clipping.fill(surface, graphics, solid, x, y + 1L, 1, height - 1L);
                    Clipping.fill(surface, graphics, solid, (long) x + width, y + 1L, 1, height - 1L);
                    Clipping.fill(surface, graphics, solid, x, (long) y + height, width + 1L, 1);
                }
            }
        }
    }

    static final class Polygons extends DrawPolygons {
        private final DrawPolygons to;
        private final boolean solid;

        Polygons(DrawPolygons to, boolean solid) {
            super(to.getSourceType(), to.getCompositeType(), to.getDestType());
            this.to = to;
            this.solid = solid;
        }

        @Override
        public void DrawPolygons(
                SunGraphics2D graphics,
                SurfaceData data,
                int[] xs,
                int[] ys,
                int[] counts,
                int polygons,
                int dx,
                int dy,
                boolean close) {
            Surface surface = RecordingSurfaceData.surfaceOf(data);
            synchronized (surface.recorder()) {
                to.DrawPolygons(graphics, data, xs, ys, counts, polygons, dx, dy, close);
                int first = 0;
                for (int polygon = 0; polygon < polygons; polygon++) {
                    LineRecorder.polygon(surface, graphics, solid, xs, ys, first, counts[polygon], dx, dy, close);
                    first += counts[polygon];
                }
            }
        }
    }
}
