package cc.toolkit.surface;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import sun.java2d.loops.RenderLoops;

/** Puts loops that record around the JDK's own loops, which draw. */
final class RecordingLoops {
    private RecordingLoops() {}

    /** @param solid the loops store the graphics' pixel: no XOR, no blending but that of text */
    static RenderLoops of(RenderLoops to, boolean solid) {
        RenderLoops loops = new RenderLoops();
        loops.fillRectLoop = wrap(to.fillRectLoop, loop -> new RectangleLoops.Rects(loop, solid));
        loops.drawLineLoop = wrap(to.drawLineLoop, loop -> new RectangleLoops.Lines(loop, solid));
        loops.drawRectLoop = wrap(to.drawRectLoop, loop -> new RectangleLoops.RectOutlines(loop, solid));
        loops.drawPolygonsLoop = wrap(to.drawPolygonsLoop, loop -> new RectangleLoops.Polygons(loop, solid));
        loops.drawPathLoop = wrap(to.drawPathLoop, loop -> new PathLoops.PathOutlines(loop));
        loops.fillPathLoop = wrap(to.fillPathLoop, loop -> new PathLoops.Paths(loop));
        loops.fillSpansLoop = wrap(to.fillSpansLoop, loop -> new PathLoops.Spans(loop, solid));
        loops.fillParallelogramLoop =
                wrap(to.fillParallelogramLoop, loop -> new ParallelogramLoops.Parallelograms(loop, solid));
        loops.drawParallelogramLoop =
                wrap(to.drawParallelogramLoop, loop -> new ParallelogramLoops.ParallelogramOutlines(loop));
        loops.drawGlyphListLoop = wrap(to.drawGlyphListLoop, loop -> new GlyphLoops.Glyphs(loop));
        loops.drawGlyphListAALoop = wrap(to.drawGlyphListAALoop, loop -> new GlyphLoops.GrayGlyphs(loop));
        loops.drawGlyphListLCDLoop = wrap(to.drawGlyphListLCDLoop, loop -> new GlyphLoops.LcdGlyphs(loop));
        loops.drawGlyphListColorLoop = wrap(to.drawGlyphListColorLoop, loop -> new GlyphLoops.ColorGlyphs(loop));
        return loops;
    }

    /** There are combinations of paint and composite that have no loop. */
    private static <L> @Nullable L wrap(@Nullable L loop, UnaryOperator<L> wrapper) {
        return loop == null ? null : wrapper.apply(loop);
    }
}
