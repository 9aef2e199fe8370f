package cc.toolkit.surface;

import cc.protocol.command.DrawCommand.Rule;
import cc.protocol.raster.Rect;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.Transparency;
import java.awt.geom.AffineTransform;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import sun.java2d.SunGraphics2D;
import sun.java2d.SurfaceData;
import sun.java2d.loops.CompositeType;
import sun.java2d.loops.SurfaceType;
import sun.java2d.pipe.DrawImage;
import sun.java2d.pipe.Region;

/** Draws images and records them: those that are neither scaled nor transformed as images, others as pixels. */
final class RecordingImagePipe extends DrawImage {
    /** Interpolation reaches this far beyond the ideal rectangle. */
    private static final int MARGIN = 2;

    /** Whether graphics of a recorded image found within this very call that it is an ordinary one by now. */
    private static boolean isReleased(SurfaceData destination) {
        return !(destination instanceof RecordingSurfaceData);
    }

    @Override
    protected boolean renderImageCopy(
            SunGraphics2D graphics,
            Image image,
            @Nullable Color background,
            int dx,
            int dy,
            int sx,
            int sy,
            int width,
            int height) {
        if (isReleased(graphics.getSurfaceData())) {
            return super.renderImageCopy(graphics, image, background, dx, dy, sx, sy, width, height);
        }
        Surface surface = RecordingSurfaceData.surfaceOf(graphics.getSurfaceData());
        SurfaceData source = graphics.getSurfaceData()
                .getSourceSurfaceData(image, SunGraphics2D.TRANSFORM_ISIDENT, graphics.imageComp, background);
        Rule rule = rule(graphics.imageComp, source);
        if (rule == null || isBgOperation(source, background)) {
            return surface.writeUnlocked(
                    dx,
                    dy,
                    width,
                    height,
                    graphics.getCompClip(),
                    () -> super.renderImageCopy(graphics, image, background, dx, dy, sx, sy, width, height));
        }
        synchronized (surface.recorder()) {
            boolean told = source instanceof RecordingSurfaceData recording
                    && recording.surface() != surface
                    && recording.surface().recorder() == surface.recorder()
                    && surface.recorder().sealSource(recording.surface());
            boolean done = super.renderImageCopy(graphics, image, background, dx, dy, sx, sy, width, height);
            // The source may have been replaced meanwhile.
            SurfaceData drawn = graphics.getSurfaceData()
                    .getSourceSurfaceData(image, SunGraphics2D.TRANSFORM_ISIDENT, graphics.imageComp, background);
            record(surface, graphics, drawn, told && drawn == source, dx, dy, sx, sy, width, height, rule);
            return done;
        }
    }

    /** How the composite is said in drawing commands, or null where it isn't. */
    private static @Nullable Rule rule(CompositeType composite, @Nullable SurfaceData source) {
        if (source == null) {
            return null;
        }
        if (CompositeType.SrcOverNoEa.equals(composite)) {
            return source.getTransparency() == Transparency.OPAQUE ? Rule.SRC : Rule.SRC_OVER;
        }
        if (CompositeType.SrcNoEa.equals(composite) || CompositeType.Src.equals(composite)) {
            return Rule.SRC;
        }
        return CompositeType.SrcOver.equals(composite) ? Rule.SRC_OVER : null;
    }

    private static void record(
            Surface surface,
            SunGraphics2D graphics,
            SurfaceData source,
            boolean told,
            long dx,
            long dy,
            long sx,
            long sy,
            long width,
            long height,
            Rule rule) {
        Rect box = Clipping.clip(surface, graphics, dx, dy, width, height);
        if (box == null) {
            return;
        }
        int extraAlpha =
                graphics.composite instanceof AlphaComposite alpha ? (int) (alpha.getAlpha() * 255 + 0.5f) : 255;
        ImageRecorder recorder = new ImageRecorder(
                surface, box, (int) (box.left() - dx + sx), (int) (box.top() - dy + sy), rule, extraAlpha);
        // Some loops draw what is outside of the source as transparent, some don't.
        Rectangle bounds = source.getBounds();
        boolean inside = sx >= 0 && sy >= 0 && sx + width <= bounds.width && sy + height <= bounds.height;
        if (inside && graphics.getCompClip().isRectangular()) {
            recorder.record(source, told);
        } else {
            surface.addDamage(box);
        }
    }

    @Override
    protected boolean scaleSurfaceData(
            SunGraphics2D graphics,
            Region clip,
            SurfaceData source,
            SurfaceData destination,
            SurfaceType sourceType,
            SurfaceType destinationType,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            double dx1,
            double dy1,
            double dx2,
            double dy2) {
        BooleanSupplier scaling = () -> super.scaleSurfaceData(
                graphics,
                clip,
                source,
                destination,
                sourceType,
                destinationType,
                sx1,
                sy1,
                sx2,
                sy2,
                dx1,
                dy1,
                dx2,
                dy2);
        if (isReleased(destination)) {
            return scaling.getAsBoolean();
        }
        Surface surface = RecordingSurfaceData.surfaceOf(destination);
        // These loops take the nearest pixel and don't interpolate.
        int margin = isWhole(dx1) && isWhole(dy1) && isWhole(dx2) && isWhole(dy2) ? 0 : MARGIN;
        long left = (long) Math.floor(dx1) - margin;
        long top = (long) Math.floor(dy1) - margin;
        return surface.writeUnlocked(
                left, top, (long) Math.ceil(dx2) + margin - left, (long) Math.ceil(dy2) + margin - top, clip, scaling);
    }

    private static boolean isWhole(double coordinate) {
        return coordinate == Math.rint(coordinate);
    }

    @Override
    protected void renderImageXform(
            SunGraphics2D graphics,
            Image image,
            AffineTransform transform,
            int interpolation,
            int sx1,
            int sy1,
            int sx2,
            int sy2,
            @Nullable Color background) {
        if (isReleased(graphics.getSurfaceData())) {
            super.renderImageXform(graphics, image, transform, interpolation, sx1, sy1, sx2, sy2, background);
            return;
        }
        Surface surface = RecordingSurfaceData.surfaceOf(graphics.getSurfaceData());
        double[] corners = {0, 0, sx2 - sx1, 0, 0, sy2 - sy1, sx2 - sx1, sy2 - sy1};
        transform.transform(corners, 0, corners, 0, corners.length / 2);
        double left = Math.min(Math.min(corners[0], corners[2]), Math.min(corners[4], corners[6]));
        double top = Math.min(Math.min(corners[1], corners[3]), Math.min(corners[5], corners[7]));
        double right = Math.max(Math.max(corners[0], corners[2]), Math.max(corners[4], corners[6]));
        double bottom = Math.max(Math.max(corners[1], corners[3]), Math.max(corners[5], corners[7]));
        long x = (long) Math.floor(left) - MARGIN;
        long y = (long) Math.floor(top) - MARGIN;
        surface.writeUnlocked(
                x,
                y,
                (long) Math.ceil(right) + MARGIN - x,
                (long) Math.ceil(bottom) + MARGIN - y,
                graphics.getCompClip(),
                () -> super.renderImageXform(
                        graphics, image, transform, interpolation, sx1, sy1, sx2, sy2, background));
    }
}
