package cc.toolkit.surface;

import cc.protocol.raster.Rect;
import java.awt.geom.Path2D;
import sun.java2d.SunGraphics2D;
import sun.java2d.SurfaceData;
import sun.java2d.loops.DrawPath;
import sun.java2d.loops.FillPath;
import sun.java2d.loops.FillSpans;
import sun.java2d.pipe.SpanIterator;

/** Loops that draw paths, their spans and parallelograms, and tell the surface what they drew. */
final class PathLoops {
    private PathLoops() {}

    static final class PathOutlines extends DrawPath {
        private final DrawPath to;

        PathOutlines(DrawPath to) {
            super(to.getSourceType(), to.getCompositeType(), to.getDestType());
            this.to = to;
        }

        @Override
        public void DrawPath(SunGraphics2D graphics, SurfaceData data, int dx, int dy, Path2D.Float path) {
            Surface surface = RecordingSurfaceData.surfaceOf(data);
            synchronized (surface.recorder()) {
                to.DrawPath(graphics, data, dx, dy, path);
                LineRecorder.outline(surface, graphics, dx, dy, path);
            }
        }
    }

    static final class Paths extends FillPath {
        private final FillPath to;

        Paths(FillPath to) {
            super(to.getSourceType(), to.getCompositeType(), to.getDestType());
            this.to = to;
        }

        @Override
        public void FillPath(SunGraphics2D graphics, SurfaceData data, int dx, int dy, Path2D.Float path) {
            Surface surface = RecordingSurfaceData.surfaceOf(data);
            synchronized (surface.recorder()) {
                to.FillPath(graphics, data, dx, dy, path);
                LineRecorder.inside(surface, graphics, dx, dy, path);
            }
        }
    }

    /** Spans are taken one by one: a native loop would not tell them. */
    static final class Spans extends FillSpans {
        private final FillSpans to;
        private final boolean solid;

        Spans(FillSpans to, boolean solid) {
            super(to.getSourceType(), to.getCompositeType(), to.getDestType());
            this.to = to;
            this.solid = solid;
        }

        @Override
        public void FillSpans(SunGraphics2D graphics, SurfaceData data, SpanIterator spans) {
            Surface surface = RecordingSurfaceData.surfaceOf(data);
            synchronized (surface.recorder()) {
                if (!solid) {
                    int[] bounds = new int[4];
                    spans.getPathBox(bounds);
                    to.FillSpans(graphics, data, spans);
                    Clipping.damage(
                            surface,
                            graphics,
                            bounds[0],
                            bounds[1],
                            (long) bounds[2] - bounds[0],
                            (long) bounds[3] - bounds[1]);
                    return;
                }
                int[] span = new int[4];
                while (spans.nextSpan(span)) {
                    Rect box = Clipping.clip(
                            surface, graphics, span[0], span[1], (long) span[2] - span[0], (long) span[3] - span[1]);
                    if (box != null) {
                        surface.fill(box, graphics.pixel);
                    }
                }
            }
        }
    }
}
