package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.raster.Rect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What those who look have been sent of a surface. Needs the recorder's lock. */
final class SentPixels {
    /** Null while no one has been told of the surface. */
    private int @Nullable [] pixels;

    private int width;
    private boolean defined;

    /** Whether those who look know the surface in its present size. */
    boolean isDefined() {
        return defined;
    }

    /** The surface has another size, of which no one has been told; the pixels that are in both are known. */
    void resized() {
        defined = false;
    }

    void forget() {
        pixels = null;
        defined = false;
    }

    void move(Rect to, int dx, int dy) {
        int[] known = pixels;
        if (known != null) {
            PixelRows.move(known, width, to, dx, dy);
        }
    }

    /** The pixels in the surface's present size, of which the receiver has been told when {@code out} is sent. */
    int[] define(Surface surface, List<DrawCommand> out) {
        int[] known = pixels;
        if (defined && known != null) {
            return known;
        }
        out.add(new DrawCommand.DefineSurface(surface.id(), surface.format(), surface.width(), surface.height()));
        int[] resized = new int[surface.pixels().length];
        if (known != null) {
            int rows = Math.min(known.length / width, surface.height());
            PixelRows.copyTopLeft(known, width, resized, surface.width(), rows);
        }
        pixels = resized;
        width = surface.width();
        defined = true;
        return resized;
    }
}
