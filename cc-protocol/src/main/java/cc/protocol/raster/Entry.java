package cc.protocol.raster;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.Rule;
import cc.protocol.command.Mask;
import cc.protocol.command.PixelFormat;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A command of a display list with what is asked of it again and again. Only commands that change each pixel on its
 * own are entries, so that any part of one is a command too.
 *
 * @param bounds what it may change
 * @param opaque it stores every pixel of its bounds, whatever was there
 */
record Entry(DrawCommand command, Rect bounds, boolean opaque) {
    /** One byte on the wire for so many pixels, where pixels are sent: of ordinary windows, deflated. */
    static final int PIXELS_PER_BYTE = 16;

    private static final int COVERAGE_PER_BYTE = 8;

    /** @return null if it changes nothing */
    static @Nullable Entry of(DrawCommand command) {
        if (command instanceof DrawCommand.Fill c) {
            return new Entry(c, Rect.of(c.x(), c.y(), c.width(), c.height()), true);
        } else if (command instanceof DrawCommand.SetPixels c) {
            return new Entry(c, Rect.of(c.x(), c.y(), c.width(), c.height()), true);
        } else if (command instanceof DrawCommand.FillMask c) {
            boolean opaque = c.mask() == null && (c.rule() == Rule.SRC || c.argb() >>> 24 == 255);
            return new Entry(c, Rect.of(c.x(), c.y(), c.width(), c.height()), opaque);
        } else if (command instanceof DrawCommand.DrawImage c) {
            boolean opaque =
                    c.rule() == Rule.SRC || c.extraAlpha() == 255 && c.image().format() == PixelFormat.RGB;
            return new Entry(c, Rect.of(c.x(), c.y(), c.width(), c.height()), opaque);
        } else if (command instanceof DrawCommand.GlyphRun c) {
            return glyphs(c, i -> true);
        }
        throw new IllegalArgumentException(command.getClass().getSimpleName() + " is no entry");
    }

    private static @Nullable Entry glyphs(DrawCommand.GlyphRun run, IntPredicate kept) {
        Rect clip = clip(run);
        int[] visible = new int[run.glyphs().length];
        int count = 0;
        Rect bounds = null;
        for (int i = 0; i < visible.length; i++) {
            Rect glyph = glyph(run, i).intersection(clip);
            if (!glyph.isEmpty() && kept.test(i)) {
                visible[count++] = i;
                bounds = bounds == null ? glyph : bounds.union(glyph);
            }
        }
        if (bounds == null) {
            return null;
        }
        if (count == visible.length) {
            return new Entry(run, bounds, false);
        }
        Mask[] glyphs = new Mask[count];
        int[] xs = new int[count];
        int[] ys = new int[count];
        for (int i = 0; i < count; i++) {
            glyphs[i] = run.glyphs()[visible[i]];
            xs[i] = run.xs()[visible[i]];
            ys[i] = run.ys()[visible[i]];
        }
        return new Entry(withGlyphs(run, clip, glyphs, xs, ys), bounds, false);
    }

    private static Rect clip(DrawCommand.GlyphRun run) {
        return Rect.of(run.clipX(), run.clipY(), run.clipWidth(), run.clipHeight());
    }

    private static Rect glyph(DrawCommand.GlyphRun run, int i) {
        return Rect.of(run.xs()[i], run.ys()[i], run.glyphs()[i].width(), run.glyphs()[i].height());
    }

    private static DrawCommand.GlyphRun withGlyphs(
            DrawCommand.GlyphRun run, Rect clip, Mask[] glyphs, int[] xs, int[] ys) {
        return new DrawCommand.GlyphRun(
                run.surface(),
                clip.left(),
                clip.top(),
                clip.width(),
                clip.height(),
                run.argb(),
                run.tables(),
                glyphs,
                xs,
                ys);
    }

    /** An estimate of the bytes that this takes on the wire, deflated. */
    long cost() {
        if (command instanceof DrawCommand.Fill) {
            return 4;
        } else if (command instanceof DrawCommand.FillMask c) {
            return 6L + (c.mask() == null ? 0 : c.mask().coverage().length / COVERAGE_PER_BYTE);
        } else if (command instanceof DrawCommand.GlyphRun c) {
            return 4 + c.glyphs().length * 3L / 2;
        } else if (command instanceof DrawCommand.DrawImage c) {
            return 8L + c.image().pixels().length / PIXELS_PER_BYTE;
        }
        return 8L + bounds.area() / PIXELS_PER_BYTE;
    }

    /** What is left of this where later commands cover the rest, or null. */
    @Nullable
    Entry remaining(Coverage coverage) {
        if (!coverage.touches(bounds)) {
            return this;
        }
        Rect left = coverage.uncovered(bounds);
        if (left == null) {
            return null;
        }
        if (command instanceof DrawCommand.GlyphRun run) {
            Rect clip = clip(run);
            return glyphs(run, i -> !coverage.covers(glyph(run, i).intersection(clip)));
        }
        // Smaller pixels are fewer bytes; a part of a mask or an image is no less than the whole.
        return command instanceof DrawCommand.SetPixels ? clipped(left) : this;
    }

    /** The part within a rectangle, or null. */
    @Nullable
    Entry clipped(Rect area) {
        if (command instanceof DrawCommand.GlyphRun run) {
            return clippedGlyphs(run, area);
        }
        if (area.contains(bounds)) {
            return this;
        }
        Rect part = bounds.intersection(area);
        if (part.isEmpty()) {
            return null;
        }
        return new Entry(part(command, bounds, part), part, opaque);
    }

    private @Nullable Entry clippedGlyphs(DrawCommand.GlyphRun run, Rect area) {
        Rect clip = clip(run);
        if (area.contains(clip)) {
            return this;
        }
        if (!area.intersects(bounds)) {
            return null;
        }
        // The clip is narrowed even where it cuts nothing, so that it stays within the surface when it is moved.
        DrawCommand.GlyphRun narrowed = withGlyphs(run, clip.intersection(area), run.glyphs(), run.xs(), run.ys());
        return area.contains(bounds) ? new Entry(narrowed, bounds, false) : glyphs(narrowed, i -> true);
    }

    private static DrawCommand part(DrawCommand command, Rect bounds, Rect part) {
        int fromX = part.left() - bounds.left();
        int fromY = part.top() - bounds.top();
        int x = part.left();
        int y = part.top();
        int width = part.width();
        int height = part.height();
        if (command instanceof DrawCommand.Fill c) {
            return new DrawCommand.Fill(c.surface(), x, y, width, height, c.pixel());
        } else if (command instanceof DrawCommand.FillMask c) {
            return new DrawCommand.FillMask(
                    c.surface(),
                    x,
                    y,
                    width,
                    height,
                    c.mask(),
                    c.maskX() + fromX,
                    c.maskY() + fromY,
                    c.argb(),
                    c.rule());
        } else if (command instanceof DrawCommand.DrawImage c) {
            return new DrawCommand.DrawImage(
                    c.surface(),
                    x,
                    y,
                    width,
                    height,
                    c.image(),
                    c.imageX() + fromX,
                    c.imageY() + fromY,
                    c.rule(),
                    c.extraAlpha());
        } else if (command instanceof DrawCommand.SetPixels c) {
            int[] pixels = new int[width * height];
            for (int row = 0; row < height; row++) {
                System.arraycopy(c.pixels(), (fromY + row) * c.width() + fromX, pixels, row * width, width);
            }
            return new DrawCommand.SetPixels(c.surface(), x, y, width, height, pixels);
        }
        throw new IllegalStateException(command.getClass().getSimpleName());
    }

    /** The same elsewhere, also on another surface of the same format. */
    Entry moved(int surface, int dx, int dy) {
        return new Entry(movedCommand(surface, dx, dy), bounds.moved(dx, dy), opaque);
    }

    private DrawCommand movedCommand(int surface, int dx, int dy) {
        if (command instanceof DrawCommand.Fill c) {
            return new DrawCommand.Fill(surface, c.x() + dx, c.y() + dy, c.width(), c.height(), c.pixel());
        } else if (command instanceof DrawCommand.FillMask c) {
            return new DrawCommand.FillMask(
                    surface,
                    c.x() + dx,
                    c.y() + dy,
                    c.width(),
                    c.height(),
                    c.mask(),
                    c.maskX(),
                    c.maskY(),
                    c.argb(),
                    c.rule());
        } else if (command instanceof DrawCommand.DrawImage c) {
            return new DrawCommand.DrawImage(
                    surface,
                    c.x() + dx,
                    c.y() + dy,
                    c.width(),
                    c.height(),
                    c.image(),
                    c.imageX(),
                    c.imageY(),
                    c.rule(),
                    c.extraAlpha());
        } else if (command instanceof DrawCommand.SetPixels c) {
            return new DrawCommand.SetPixels(surface, c.x() + dx, c.y() + dy, c.width(), c.height(), c.pixels());
        } else if (command instanceof DrawCommand.GlyphRun c) {
            return new DrawCommand.GlyphRun(
                    surface,
                    c.clipX() + dx,
                    c.clipY() + dy,
                    c.clipWidth(),
                    c.clipHeight(),
                    c.argb(),
                    c.tables(),
                    c.glyphs(),
                    Arrays.stream(c.xs()).map(x -> x + dx).toArray(),
                    Arrays.stream(c.ys()).map(y -> y + dy).toArray());
        }
        throw new IllegalStateException(command.getClass().getSimpleName());
    }
}
