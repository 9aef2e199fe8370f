package cc.toolkit.surface;

import sun.java2d.SunGraphics2D;
import sun.java2d.SurfaceData;
import sun.java2d.loops.DrawParallelogram;
import sun.java2d.loops.FillParallelogram;

/** Loops that draw parallelograms, which is what rectangles become under a transform, and tell the surface what they drew. */
final class ParallelogramLoops {
    private ParallelogramLoops() {}

    static final class Parallelograms extends FillParallelogram {
        private final FillParallelogram to;
        private final boolean solid;

        Parallelograms(FillParallelogram to, boolean solid) {
            super(to.getSourceType(), to.getCompositeType(), to.getDestType());
            this.to = to;
            this.solid = solid;
        }

        @Override
        public void FillParallelogram(
                SunGraphics2D graphics,
                SurfaceData data,
                double x,
                double y,
                double dx1,
                double dy1,
                double dx2,
                double dy2) {
            Surface surface = RecordingSurfaceData.surfaceOf(data);
            synchronized (surface.recorder()) {
                to.FillParallelogram(graphics, data, x, y, dx1, dy1, dx2, dy2);
                ParallelogramRecorder.fill(surface, graphics, solid, new Parallelogram(x, y, dx1, dy1, dx2, dy2));
            }
        }
    }

    static final class ParallelogramOutlines extends DrawParallelogram {
        private final DrawParallelogram to;

        ParallelogramOutlines(DrawParallelogram to) {
            super(to.getSourceType(), to.getCompositeType(), to.getDestType());
            this.to = to;
        }

        @Override
        public void DrawParallelogram(
                SunGraphics2D graphics,
                SurfaceData data,
                double x,
                double y,
                double dx1,
                double dy1,
                double dx2,
                double dy2,
                double lw1,
                double lw2) {
            Surface surface = RecordingSurfaceData.surfaceOf(data);
            synchronized (surface.recorder()) {
                to.DrawParallelogram(graphics, data, x, y, dx1, dy1, dx2, dy2, lw1, lw2);
                ParallelogramRecorder.outline(surface, graphics, new Parallelogram(x, y, dx1, dy1, dx2, dy2), lw1, lw2);
            }
        }
    }
}
