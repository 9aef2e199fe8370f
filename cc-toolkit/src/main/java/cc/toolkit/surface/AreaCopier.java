package cc.toolkit.surface;

import cc.protocol.raster.Rect;
import sun.java2d.SunGraphics2D;
import sun.java2d.SurfaceData;
import sun.java2d.loops.Blit;
import sun.java2d.loops.CompositeType;
import sun.java2d.loops.SurfaceType;
import sun.java2d.pipe.Region;

/** Moves pixels within a surface: scrolling. */
final class AreaCopier {
    private AreaCopier() {}

    static boolean copy(
            RecordingSurfaceData data, SunGraphics2D graphics, int x, int y, int width, int height, int dx, int dy) {
        Surface surface = RecordingSurfaceData.surfaceOf(data);
        Region clip = graphics.getCompClip();
        SurfaceType type = data.getSurfaceType();
        CompositeType composite = graphics.imageComp;
        boolean plain = CompositeType.SrcNoEa.equals(composite)
                || CompositeType.SrcOverNoEa.equals(composite) && type == SurfaceType.IntRgb;
        if (plain && clip.isRectangular()) {
            synchronized (surface.recorder()) {
                surface.move(x, y, width, height, dx, dy, clip);
            }
            return true;
        }
        Rect source = Clipping.clip(surface, data.wholeRegion(), x, y, width, height);
        if (source != null) {
            blend(data, graphics, source, source.left() + (long) dx, source.top() + (long) dy);
        }
        return true;
    }

    /** Draws a copy of the source, so the order in which pixels are stored does not matter. */
    private static void blend(RecordingSurfaceData data, SunGraphics2D graphics, Rect source, long toX, long toY) {
        Region clip = graphics.getCompClip();
        Surface surface = data.surface();
        Rect to = Clipping.clip(surface, clip, toX, toY, source.width(), source.height());
        if (to == null) {
            return;
        }
        SurfaceData copy = SurfaceData.getPrimarySurfaceData(data.copyOf(source));
        Blit blit = Blit.getFromCache(copy.getSurfaceType(), graphics.imageComp, data.getSurfaceType());
        surface.writeUnlocked(
                to.left(),
                to.top(),
                to.width(),
                to.height(),
                clip,
                () -> blit.Blit(
                        copy,
                        data,
                        graphics.composite,
                        clip,
                        (int) (to.left() - toX),
                        (int) (to.top() - toY),
                        to.left(),
                        to.top(),
                        to.width(),
                        to.height()));
    }
}
