package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.raster.Rect;
import java.awt.Rectangle;
import java.awt.Shape;
import org.jspecify.annotations.Nullable;
import sun.java2d.SunGraphics2D;
import sun.java2d.loops.CompositeType;
import sun.java2d.pipe.AAShapePipe;
import sun.java2d.pipe.AlphaPaintPipe;
import sun.java2d.pipe.CompositePipe;
import sun.java2d.pipe.GeneralCompositePipe;
import sun.java2d.pipe.PixelToParallelogramConverter;
import sun.java2d.pipe.PixelToShapeConverter;
import sun.java2d.pipe.SpanClipRenderer;
import sun.java2d.pipe.SpanShapeRenderer;
import sun.java2d.pipe.TextRenderer;

/** The pipes for paints and composites that no loop knows; they record each tile that they draw. */
final class RecordingPipes {
    private static final double MIN_PEN_SIZE = 1.0 / 8.0;
    private static final double NORM_POSITION = 0.499;

    static final RecordingPipes PAINT = new RecordingPipes(new AlphaPaintPipe());
    static final RecordingPipes COMPOSITE = new RecordingPipes(new GeneralCompositePipe());

    final SpanShapeRenderer shape;
    final PixelToShapeConverter viaShape;
    final TextRenderer text;
    final TextRenderer clippedText;
    final PixelToParallelogramConverter antialiased;
    final PixelToParallelogramConverter clippedAntialiased;

    private RecordingPipes(CompositePipe to) {
        CompositePipe tiles = new Tiles(to);
        CompositePipe clipped = new SpanClipRenderer(tiles);
        shape = new SpanShapeRenderer.Composite(tiles);
        viaShape = new PixelToShapeConverter(shape);
        text = new TextRenderer(tiles);
        clippedText = new TextRenderer(clipped);
        antialiased = antialiased(new AAShapePipe(tiles));
        clippedAntialiased = antialiased(new AAShapePipe(clipped));
    }

    private static PixelToParallelogramConverter antialiased(AAShapePipe pipe) {
        return new PixelToParallelogramConverter(pipe, pipe, MIN_PEN_SIZE, NORM_POSITION, false);
    }

    private record Sequence(SunGraphics2D graphics, Object of) {}

    /** Calls a pipe that runs code of the program (paints, composites), so the lock is not held meanwhile. */
    private record Tiles(CompositePipe to) implements CompositePipe {
        @Override
        public Object startSequence(SunGraphics2D graphics, Shape shape, Rectangle bounds, int[] box) {
            return new Sequence(graphics, to.startSequence(graphics, shape, bounds, box));
        }

        @Override
        public boolean needTile(Object context, int x, int y, int width, int height) {
            return to.needTile(((Sequence) context).of, x, y, width, height);
        }

        @Override
        public void renderPathTile(
                Object context, byte @Nullable [] tile, int offset, int scan, int x, int y, int width, int height) {
            Sequence sequence = (Sequence) context;
            Surface surface = RecordingSurfaceData.surfaceOf(sequence.graphics.getSurfaceData());
            if (tile == null && isBlend(sequence.graphics)) {
                blend(surface, sequence, scan, x, y, width, height);
                return;
            }
            surface.writeUnlocked(
                    x,
                    y,
                    width,
                    height,
                    sequence.graphics.getCompClip(),
                    () -> to.renderPathTile(sequence.of, tile, offset, scan, x, y, width, height));
        }

        /** Whether all that happens is that a colour is painted over. */
        private static boolean isBlend(SunGraphics2D graphics) {
            if (graphics.paintState > SunGraphics2D.PAINT_ALPHACOLOR) {
                return false;
            }
            CompositeType composite = graphics.imageComp;
            return CompositeType.SrcOverNoEa.equals(composite)
                    || CompositeType.SrcOver.equals(composite)
                            && graphics.paintState == SunGraphics2D.PAINT_OPAQUECOLOR;
        }

        private void blend(Surface surface, Sequence sequence, int scan, int x, int y, int width, int height) {
            synchronized (surface.recorder()) {
                to.renderPathTile(sequence.of, null, 0, scan, x, y, width, height);
                Rect box = Clipping.clip(surface, sequence.graphics, x, y, width, height);
                if (box != null) {
                    surface.addCover(box, sequence.graphics.eargb, DrawCommand.Rule.SRC_OVER);
                }
            }
        }

        @Override
        public void skipTile(Object context, int x, int y) {
            to.skipTile(((Sequence) context).of, x, y);
        }

        @Override
        public void endSequence(Object context) {
            to.endSequence(((Sequence) context).of);
        }
    }
}
