package cc.toolkit.surface;

import java.awt.Composite;
import sun.java2d.SunGraphics2D;
import sun.java2d.SurfaceData;
import sun.java2d.loops.MaskFill;

/** Paints a colour through coverage, which is how antialiased shapes are drawn, and records it. */
final class RecordingMaskFill extends MaskFill {
    /** Antialiasing reaches this far beyond the ideal shape. */
    private static final double MARGIN = 1;

    private final MaskFill to;

    RecordingMaskFill(MaskFill to) {
        super(to.getSourceType(), to.getCompositeType(), to.getDestType());
        this.to = to;
    }

    @Override
    public boolean canDoParallelograms() {
        return to.canDoParallelograms();
    }

    @Override
    public void MaskFill(
            SunGraphics2D graphics,
            SurfaceData data,
            Composite composite,
            int x,
            int y,
            int width,
            int height,
            byte[] mask,
            int offset,
            int scan) {
        Surface surface = RecordingLoops.surfaceOf(data);
        synchronized (surface.recorder()) {
            to.MaskFill(graphics, data, composite, x, y, width, height, mask, offset, scan);
            RecordingLoops.damage(surface, graphics, x, y, width, height);
        }
    }

    @Override
    public void FillAAPgram(
            SunGraphics2D graphics,
            SurfaceData data,
            Composite composite,
            double x,
            double y,
            double dx1,
            double dy1,
            double dx2,
            double dy2) {
        Surface surface = RecordingLoops.surfaceOf(data);
        synchronized (surface.recorder()) {
            to.FillAAPgram(graphics, data, composite, x, y, dx1, dy1, dx2, dy2);
            LineRecorder.parallelogram(surface, graphics, false, x, y, dx1, dy1, dx2, dy2);
        }
    }

    @Override
    public void DrawAAPgram(
            SunGraphics2D graphics,
            SurfaceData data,
            Composite composite,
            double x,
            double y,
            double dx1,
            double dy1,
            double dx2,
            double dy2,
            double lw1,
            double lw2) {
        Surface surface = RecordingLoops.surfaceOf(data);
        synchronized (surface.recorder()) {
            to.DrawAAPgram(graphics, data, composite, x, y, dx1, dy1, dx2, dy2, lw1, lw2);
            LineRecorder.parallelogramOutline(surface, graphics, x, y, dx1, dy1, dx2, dy2, lw1, lw2);
        }
    }
}
