package cc.toolkit.surface;

import cc.protocol.raster.Rect;
import org.jspecify.annotations.Nullable;
import sun.java2d.SunGraphics2D;
import sun.java2d.pipe.Region;

/** Cuts what is drawn to the part of a surface that it reaches, and records that. Sums may be beyond an int's range. */
final class Clipping {
    private Clipping() {}

    /** The part of a rectangle that the graphics' clip and the surface's size leave, or null. */
    static @Nullable Rect clip(Surface surface, SunGraphics2D graphics, long x, long y, long width, long height) {
        return clip(surface, graphics.getCompClip(), x, y, width, height);
    }

    static @Nullable Rect clip(Surface surface, Region clip, long x, long y, long width, long height) {
        long left = Math.max(x, Math.max(0, clip.getLoX()));
        long top = Math.max(y, Math.max(0, clip.getLoY()));
        long right = Math.min(x + width, Math.min(surface.width(), clip.getHiX()));
        long bottom = Math.min(y + height, Math.min(surface.height(), clip.getHiY()));
        return left < right && top < bottom ? new Rect((int) left, (int) top, (int) right, (int) bottom) : null;
    }

    /** A rectangle whose edges would be beyond an int's range ends there. */
    static Rect saturated(int x, int y, int width, int height) {
        return new Rect(x, y, (int) Math.min((long) x + width, Integer.MAX_VALUE), (int)
                Math.min((long) y + height, Integer.MAX_VALUE));
    }

    /** Records a rectangle that was drawn: stored in the graphics' colour if {@code solid}. */
    static void fill(Surface surface, SunGraphics2D graphics, boolean solid, long x, long y, long width, long height) {
        Rect box = clip(surface, graphics, x, y, width, height);
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
        Rect box = clip(surface, graphics, x, y, width, height);
        if (box != null) {
            surface.addDamage(box);
        }
    }
}
