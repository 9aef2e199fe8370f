package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.PixelImage;
import cc.protocol.raster.Rect;
import org.jspecify.annotations.Nullable;
import sun.java2d.SurfaceData;

/**
 * Records that a part of an image was drawn.
 *
 * @param box where on the surface
 * @param sourceX and sourceY what part of the image
 */
record ImageRecorder(Surface surface, Rect box, int sourceX, int sourceY, DrawCommand.Rule rule, int extraAlpha) {
    /** Images this many times larger than the part that is drawn are not worth to be sent whole. */
    private static final int MAX_UNUSED = 16;

    /** @param told the source is a surface whose present pixels have been told of */
    void record(SurfaceData source, boolean told) {
        DrawCommand command = told ? fromSurface(((RecordingSurfaceData) source).surface()) : command(source);
        if (command == null) {
            surface.addDamage(box);
        } else {
            boolean opaque = rule == DrawCommand.Rule.SRC;
            surface.add(Op.command(box, command, opaque));
        }
    }

    private DrawCommand fromSurface(Surface source) {
        surface.addSource(source);
        return new DrawCommand.DrawSurface(
                surface.id(),
                box.left(),
                box.top(),
                box.width(),
                box.height(),
                source.id(),
                sourceX,
                sourceY,
                rule,
                extraAlpha);
    }

    private @Nullable DrawCommand command(SurfaceData source) {
        if (source instanceof RecordingSurfaceData || !surface.recorder().isRecording()) {
            return null;
        }
        PixelImage image = surface.recorder().images().get(source, MAX_UNUSED * box.area());
        return image == null
                ? null
                : new DrawCommand.DrawImage(
                        surface.id(),
                        box.left(),
                        box.top(),
                        box.width(),
                        box.height(),
                        image,
                        sourceX,
                        sourceY,
                        rule,
                        extraAlpha);
    }
}
