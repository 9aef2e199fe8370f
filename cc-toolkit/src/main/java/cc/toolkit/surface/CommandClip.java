package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.Mask;
import cc.protocol.raster.Rect;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts commands to a rectangle: within it they do the same as before, outside of it nothing. */
final class CommandClip {
    private CommandClip() {}

    /** Null when nothing is left. */
    static @Nullable DrawCommand clip(DrawCommand command, Rect box) {
        if (command instanceof DrawCommand.Fill c) {
            Rect part = part(c.x(), c.y(), c.width(), c.height(), box);
            return part.isEmpty()
                    ? null
                    : new DrawCommand.Fill(
                            c.surface(), part.left(), part.top(), part.width(), part.height(), c.pixel());
        }
        if (command instanceof DrawCommand.GlyphRun c) {
            return glyphs(c, box);
        }
        if (command instanceof DrawCommand.FillMask c) {
            Rect part = part(c.x(), c.y(), c.width(), c.height(), box);
            return part.isEmpty() ? null : mask(c, part);
        }
        if (command instanceof DrawCommand.DrawImage c) {
            Rect part = part(c.x(), c.y(), c.width(), c.height(), box);
            return part.isEmpty() ? null : image(c, part);
        }
        if (command instanceof DrawCommand.DrawSurface c) {
            Rect part = part(c.x(), c.y(), c.width(), c.height(), box);
            return part.isEmpty() ? null : surface(c, part);
        }
        throw new IllegalArgumentException("not an operation of single pixels: " + command);
    }

    private static Rect part(int x, int y, int width, int height, Rect box) {
        return new Rect(x, y, x + width, y + height).intersection(box);
    }

    private static DrawCommand mask(DrawCommand.FillMask c, Rect part) {
        return new DrawCommand.FillMask(
                c.surface(),
                part.left(),
                part.top(),
                part.width(),
                part.height(),
                c.mask(),
                c.mask() == null ? 0 : c.maskX() + part.left() - c.x(),
                c.mask() == null ? 0 : c.maskY() + part.top() - c.y(),
                c.argb(),
                c.rule());
    }

    private static DrawCommand image(DrawCommand.DrawImage c, Rect part) {
        return new DrawCommand.DrawImage(
                c.surface(),
                part.left(),
                part.top(),
                part.width(),
                part.height(),
                c.image(),
                c.imageX() + part.left() - c.x(),
                c.imageY() + part.top() - c.y(),
                c.rule(),
                c.extraAlpha());
    }

    private static DrawCommand surface(DrawCommand.DrawSurface c, Rect part) {
        return new DrawCommand.DrawSurface(
                c.surface(),
                part.left(),
                part.top(),
                part.width(),
                part.height(),
                c.source(),
                c.sourceX() + part.left() - c.x(),
                c.sourceY() + part.top() - c.y(),
                c.rule(),
                c.extraAlpha());
    }

    private static @Nullable DrawCommand glyphs(DrawCommand.GlyphRun c, Rect box) {
        Rect clip = part(c.clipX(), c.clipY(), c.clipWidth(), c.clipHeight(), box);
        if (clip.isEmpty()) {
            return null;
        }
        int length = c.glyphs().length;
        Mask[] masks = new Mask[length];
        int[] xs = new int[length];
        int[] ys = new int[length];
        int count = 0;
        for (int i = 0; i < length; i++) {
            Mask mask = c.glyphs()[i];
            int x = c.xs()[i];
            int y = c.ys()[i];
            if (x < clip.right()
                    && y < clip.bottom()
                    && x + mask.width() > clip.left()
                    && y + mask.height() > clip.top()) {
                masks[count] = mask;
                xs[count] = x;
                ys[count] = y;
                count++;
            }
        }
        if (count == 0) {
            return null;
        }
        boolean all = count == length;
        return new DrawCommand.GlyphRun(
                c.surface(),
                clip.left(),
                clip.top(),
                clip.width(),
                clip.height(),
                c.argb(),
                c.tables(),
                all ? masks : Arrays.copyOf(masks, count),
                all ? xs : Arrays.copyOf(xs, count),
                all ? ys : Arrays.copyOf(ys, count));
    }
}
