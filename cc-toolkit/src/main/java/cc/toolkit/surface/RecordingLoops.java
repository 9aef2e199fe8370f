package cc.toolkit.surface;

import cc.toolkit.surface.GlyphCache.Reading;
import java.awt.geom.Path2D;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sun.font.GlyphList;
import sun.java2d.InvalidPipeException;
import sun.java2d.SunGraphics2D;
import sun.java2d.SurfaceData;
import sun.java2d.loops.CompositeType;
import sun.java2d.loops.DrawGlyphList;
import sun.java2d.loops.DrawGlyphListAA;
import sun.java2d.loops.DrawGlyphListColor;
import sun.java2d.loops.DrawGlyphListLCD;
import sun.java2d.loops.DrawLine;
import sun.java2d.loops.DrawParallelogram;
import sun.java2d.loops.DrawPath;
import sun.java2d.loops.DrawPolygons;
import sun.java2d.loops.DrawRect;
import sun.java2d.loops.FillParallelogram;
import sun.java2d.loops.FillPath;
import sun.java2d.loops.FillRect;
import sun.java2d.loops.FillSpans;
import sun.java2d.loops.GraphicsPrimitive;
import sun.java2d.loops.RenderLoops;
import sun.java2d.loops.SurfaceType;
import sun.java2d.pipe.SpanIterator;

/** Loops that draw by others and tell the surface what they drew. */
final class RecordingLoops {
    private RecordingLoops() {}

    /** @param solid the loops store the graphics' pixel: no XOR, no blending but that of text */
    static RenderLoops of(RenderLoops to, boolean solid) {
        RenderLoops loops = new RenderLoops();
        loops.fillRectLoop = wrap(to.fillRectLoop, loop -> new Rects(loop, solid));
        loops.drawLineLoop = wrap(to.drawLineLoop, loop -> new Lines(loop, solid));
        loops.drawRectLoop = wrap(to.drawRectLoop, loop -> new RectOutlines(loop, solid));
        loops.drawPolygonsLoop = wrap(to.drawPolygonsLoop, loop -> new Polygons(loop, solid));
        loops.drawPathLoop = wrap(to.drawPathLoop, loop -> new PathOutlines(loop));
        loops.fillPathLoop = wrap(to.fillPathLoop, loop -> new Paths(loop));
        loops.fillSpansLoop = wrap(to.fillSpansLoop, loop -> new Spans(loop, solid));
        loops.fillParallelogramLoop = wrap(to.fillParallelogramLoop, loop -> new Parallelograms(loop, solid));
        loops.drawParallelogramLoop = wrap(to.drawParallelogramLoop, loop -> new ParallelogramOutlines(loop));
        loops.drawGlyphListLoop = wrap(to.drawGlyphListLoop, loop -> new Glyphs(loop));
        loops.drawGlyphListAALoop = wrap(to.drawGlyphListAALoop, loop -> new GrayGlyphs(loop));
        loops.drawGlyphListLCDLoop = wrap(to.drawGlyphListLCDLoop, loop -> new LcdGlyphs(loop));
        loops.drawGlyphListColorLoop = wrap(to.drawGlyphListColorLoop, loop -> new ColorGlyphs(loop));
        return loops;
    }

    /** There are combinations of paint and composite that have no loop. */
    private static <L> @Nullable L wrap(@Nullable L loop, UnaryOperator<L> wrapper) {
        return loop == null ? null : wrapper.apply(loop);
    }

    /** Graphics whose surface was replaced notice it by this exception, and follow. */
    static Surface surfaceOf(SurfaceData data) {
        if (!data.isValid()) {
            throw new InvalidPipeException("the surface was replaced");
        }
        return ((RecordingSurfaceData) data).surface();
    }

    /** Records a rectangle that was drawn in the graphics' colour. */
    static void fill(Surface surface, SunGraphics2D graphics, boolean solid, long x, long y, long width, long height) {
        Box box = clip(surface, graphics, x, y, width, height);
        if (box == null) {
            return;
        }
        if (solid) {
            surface.addFill(box, graphics.pixel);
        } else {
            surface.addDamage(box);
        }
    }

    static void damage(Surface surface, SunGraphics2D graphics, long x, long y, long width, long height) {
        Box box = clip(surface, graphics, x, y, width, height);
        if (box != null) {
            surface.addDamage(box);
        }
    }

    private static @Nullable Box clip(
            Surface surface, SunGraphics2D graphics, long x, long y, long width, long height) {
        return Box.clipped(x, y, width, height, graphics.getCompClip(), surface.width(), surface.height());
    }

    private static SurfaceType source(GraphicsPrimitive primitive) {
        return primitive.getSourceType();
    }

    private static CompositeType composite(GraphicsPrimitive primitive) {
        return primitive.getCompositeType();
    }

    private static SurfaceType destination(GraphicsPrimitive primitive) {
        return primitive.getDestType();
    }

    private static final class Rects extends FillRect {
        private final FillRect to;
        private final boolean solid;

        Rects(FillRect to, boolean solid) {
            super(source(to), composite(to), destination(to));
            this.to = to;
            this.solid = solid;
        }

        @Override
        public void FillRect(SunGraphics2D graphics, SurfaceData data, int x, int y, int width, int height) {
            Surface surface = surfaceOf(data);
            synchronized (surface.recorder()) {
                to.FillRect(graphics, data, x, y, width, height);
                fill(surface, graphics, solid, x, y, width, height);
            }
        }
    }

    private static final class Lines extends DrawLine {
        private final DrawLine to;
        private final boolean solid;

        Lines(DrawLine to, boolean solid) {
            super(source(to), composite(to), destination(to));
            this.to = to;
            this.solid = solid;
        }

        @Override
        public void DrawLine(SunGraphics2D graphics, SurfaceData data, int x1, int y1, int x2, int y2) {
            Surface surface = surfaceOf(data);
            synchronized (surface.recorder()) {
                to.DrawLine(graphics, data, x1, y1, x2, y2);
                LineRecorder.line(surface, graphics, solid, x1, y1, x2, y2);
            }
        }
    }

    private static final class RectOutlines extends DrawRect {
        private final DrawRect to;
        private final boolean solid;

        RectOutlines(DrawRect to, boolean solid) {
            super(source(to), composite(to), destination(to));
            this.to = to;
            this.solid = solid;
        }

        @Override
        public void DrawRect(SunGraphics2D graphics, SurfaceData data, int x, int y, int width, int height) {
            Surface surface = surfaceOf(data);
            synchronized (surface.recorder()) {
                to.DrawRect(graphics, data, x, y, width, height);
                if (width < 0 || height < 0) {
                    return;
                }
                if (width < 2 || height < 2) {
                    fill(surface, graphics, solid, x, y, width + 1L, height + 1L);
                } else {
                    fill(surface, graphics, solid, x, y, width + 1L, 1);
                    fill(surface, graphics, solid, x, y + 1L, 1, height - 1L);
                    fill(surface, graphics, solid, (long) x + width, y + 1L, 1, height - 1L);
                    fill(surface, graphics, solid, x, (long) y + height, width + 1L, 1);
                }
            }
        }
    }

    private static final class Polygons extends DrawPolygons {
        private final DrawPolygons to;
        private final boolean solid;

        Polygons(DrawPolygons to, boolean solid) {
            super(source(to), composite(to), destination(to));
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
            Surface surface = surfaceOf(data);
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

    private static final class PathOutlines extends DrawPath {
        private final DrawPath to;

        PathOutlines(DrawPath to) {
            super(source(to), composite(to), destination(to));
            this.to = to;
        }

        @Override
        public void DrawPath(SunGraphics2D graphics, SurfaceData data, int dx, int dy, Path2D.Float path) {
            Surface surface = surfaceOf(data);
            synchronized (surface.recorder()) {
                to.DrawPath(graphics, data, dx, dy, path);
                LineRecorder.outline(surface, graphics, dx, dy, path);
            }
        }
    }

    private static final class Paths extends FillPath {
        private final FillPath to;

        Paths(FillPath to) {
            super(source(to), composite(to), destination(to));
            this.to = to;
        }

        @Override
        public void FillPath(SunGraphics2D graphics, SurfaceData data, int dx, int dy, Path2D.Float path) {
            Surface surface = surfaceOf(data);
            synchronized (surface.recorder()) {
                to.FillPath(graphics, data, dx, dy, path);
                LineRecorder.inside(surface, graphics, dx, dy, path);
            }
        }
    }

    /** Spans are taken one by one: a native loop would not tell them. */
    private static final class Spans extends FillSpans {
        private final FillSpans to;
        private final boolean solid;

        Spans(FillSpans to, boolean solid) {
            super(source(to), composite(to), destination(to));
            this.to = to;
            this.solid = solid;
        }

        @Override
        public void FillSpans(SunGraphics2D graphics, SurfaceData data, SpanIterator spans) {
            Surface surface = surfaceOf(data);
            synchronized (surface.recorder()) {
                if (!solid) {
                    int[] bounds = new int[4];
                    spans.getPathBox(bounds);
                    to.FillSpans(graphics, data, spans);
                    damage(
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
                    Box box = clip(
                            surface, graphics, span[0], span[1], (long) span[2] - span[0], (long) span[3] - span[1]);
                    if (box != null) {
                        surface.fill(box, graphics.pixel);
                    }
                }
            }
        }
    }

    private static final class Parallelograms extends FillParallelogram {
        private final FillParallelogram to;
        private final boolean solid;

        Parallelograms(FillParallelogram to, boolean solid) {
            super(source(to), composite(to), destination(to));
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
            Surface surface = surfaceOf(data);
            synchronized (surface.recorder()) {
                to.FillParallelogram(graphics, data, x, y, dx1, dy1, dx2, dy2);
                LineRecorder.parallelogram(surface, graphics, solid, x, y, dx1, dy1, dx2, dy2);
            }
        }
    }

    private static final class ParallelogramOutlines extends DrawParallelogram {
        private final DrawParallelogram to;

        ParallelogramOutlines(DrawParallelogram to) {
            super(source(to), composite(to), destination(to));
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
            Surface surface = surfaceOf(data);
            synchronized (surface.recorder()) {
                to.DrawParallelogram(graphics, data, x, y, dx1, dy1, dx2, dy2, lw1, lw2);
                LineRecorder.parallelogramOutline(surface, graphics, x, y, dx1, dy1, dx2, dy2, lw1, lw2);
            }
        }
    }

    private static final class Glyphs extends DrawGlyphList {
        private final DrawGlyphList to;

        Glyphs(DrawGlyphList to) {
            super(source(to), composite(to), destination(to));
            this.to = to;
        }

        @Override
        public void DrawGlyphList(SunGraphics2D graphics, SurfaceData data, GlyphList glyphs, int from, int end) {
            Surface surface = surfaceOf(data);
            synchronized (surface.recorder()) {
                GlyphRecorder.record(surface, graphics, glyphs, from, end, Reading.SOLID);
                to.DrawGlyphList(graphics, data, glyphs, from, end);
            }
        }
    }

    private static final class GrayGlyphs extends DrawGlyphListAA {
        private final DrawGlyphListAA to;

        GrayGlyphs(DrawGlyphListAA to) {
            super(source(to), composite(to), destination(to));
            this.to = to;
        }

        @Override
        public void DrawGlyphListAA(SunGraphics2D graphics, SurfaceData data, GlyphList glyphs, int from, int end) {
            Surface surface = surfaceOf(data);
            synchronized (surface.recorder()) {
                GlyphRecorder.record(surface, graphics, glyphs, from, end, Reading.GRAY);
                to.DrawGlyphListAA(graphics, data, glyphs, from, end);
            }
        }
    }

    private static final class LcdGlyphs extends DrawGlyphListLCD {
        private final DrawGlyphListLCD to;

        LcdGlyphs(DrawGlyphListLCD to) {
            super(source(to), composite(to), destination(to));
            this.to = to;
        }

        @Override
        public void DrawGlyphListLCD(SunGraphics2D graphics, SurfaceData data, GlyphList glyphs, int from, int end) {
            Surface surface = surfaceOf(data);
            synchronized (surface.recorder()) {
                GlyphRecorder.record(surface, graphics, glyphs, from, end, Reading.LCD);
                to.DrawGlyphListLCD(graphics, data, glyphs, from, end);
            }
        }
    }

    private static final class ColorGlyphs extends DrawGlyphListColor {
        private final DrawGlyphListColor to;

        ColorGlyphs(DrawGlyphListColor to) {
            super(source(to), composite(to), destination(to));
            this.to = to;
        }

        @Override
        public void DrawGlyphListColor(SunGraphics2D graphics, SurfaceData data, GlyphList glyphs, int from, int end) {
            Surface surface = surfaceOf(data);
            synchronized (surface.recorder()) {
                damage(surface, graphics, 0, 0, surface.width(), surface.height());
                to.DrawGlyphListColor(graphics, data, glyphs, from, end);
            }
        }
    }
}
