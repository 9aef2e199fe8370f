package cc.toolkit.surface;

import cc.protocol.command.DrawCommand.Rule;
import cc.protocol.command.Mask;
import cc.protocol.raster.Rect;
import java.awt.Composite;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sun.java2d.SunGraphics2D;
import sun.java2d.SurfaceData;
import sun.java2d.loops.CompositeType;
import sun.java2d.loops.MaskFill;

/** Paints a colour through coverage, which is how antialiased shapes are drawn, and records it. */
final class RecordingMaskFill extends MaskFill {
    private final MaskFill to;
    /** What the fill does in terms of drawing commands; null: something else. */
    private final @Nullable Rule rule;

    RecordingMaskFill(MaskFill to) {
        super(to.getSourceType(), to.getCompositeType(), to.getDestType());
        this.to = to;
        CompositeType composite = to.getCompositeType();
        if (CompositeType.SrcNoEa.equals(composite) || CompositeType.Src.equals(composite)) {
            rule = Rule.SRC;
        } else {
            rule = CompositeType.SrcOver.equals(composite) ? Rule.SRC_OVER : null;
        }
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
            byte @Nullable [] mask,
            int offset,
            int scan) {
        Surface surface = RecordingSurfaceData.surfaceOf(data);
        synchronized (surface.recorder()) {
            to.MaskFill(graphics, data, composite, x, y, width, height, mask, offset, scan);
            record(surface, graphics, x, y, width, height, mask, offset, scan);
        }
    }

    private void record(
            Surface surface,
            SunGraphics2D graphics,
            int x,
            int y,
            int width,
            int height,
            byte @Nullable [] mask,
            int offset,
            int scan) {
        Rect box = Clipping.clip(surface, graphics, x, y, width, height);
        if (box == null) {
            return;
        }
        if (rule == null || graphics.paintState > SunGraphics2D.PAINT_ALPHACOLOR) {
            surface.addDamage(box);
        } else if (mask == null) {
            surface.addCover(box, graphics.eargb, rule);
        } else {
            int first = offset + (box.top() - y) * scan + box.left() - x;
            surface.addMask(box, copy(mask, first, scan, box.width(), box.height()), graphics.eargb, rule);
        }
    }

    private static Mask copy(byte[] mask, int first, int scan, int width, int height) {
        byte[] coverage = new byte[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(mask, first + y * scan, coverage, y * width, width);
        }
        return new Mask(Mask.Kind.GRAY, width, height, coverage);
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
        Surface surface = RecordingSurfaceData.surfaceOf(data);
        synchronized (surface.recorder()) {
            to.FillAAPgram(graphics, data, composite, x, y, dx1, dy1, dx2, dy2);
            recordParallelogram(surface, graphics, new Parallelogram(x, y, dx1, dy1, dx2, dy2));
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
        Surface surface = RecordingSurfaceData.surfaceOf(data);
        synchronized (surface.recorder()) {
            to.DrawAAPgram(graphics, data, composite, x, y, dx1, dy1, dx2, dy2, lw1, lw2);
            ParallelogramRecorder.outline(surface, graphics, new Parallelogram(x, y, dx1, dy1, dx2, dy2), lw1, lw2);
        }
    }

    /** An upright rectangle is covered in full but for its edges; those, and other shapes, are damage. */
    private void recordParallelogram(Surface surface, SunGraphics2D graphics, Parallelogram p) {
        Rect outer = ParallelogramRecorder.bounds(surface, graphics, p);
        if (!p.isUpright() || rule == null || graphics.paintState > SunGraphics2D.PAINT_ALPHACOLOR || outer == null) {
            ParallelogramRecorder.fill(surface, graphics, false, p);
            return;
        }
        long left = (long) Math.ceil(p.left());
        long top = (long) Math.ceil(p.top());
        long right = (long) Math.floor(p.right());
        long bottom = (long) Math.floor(p.bottom());
        Rect inner = Clipping.clip(surface, graphics, left, top, right - left, bottom - top);
        if (inner == null) {
            surface.addDamage(outer);
            return;
        }
        surface.addCover(inner, graphics.eargb, rule);
        for (Rect edge : RectList.without(List.of(outer), inner)) {
            surface.addDamage(edge);
        }
    }
}
