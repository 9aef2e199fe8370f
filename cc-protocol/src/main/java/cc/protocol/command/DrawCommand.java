package cc.protocol.command;

import org.jspecify.annotations.Nullable;

/**
 * One step of drawing on a surface, in device pixels. Commands are exact: whoever applies them in order gets the
 * same pixels, bit for bit, as the program's own raster (see {@code docs/drawing-commands.md} for the arithmetic).
 *
 * <p>Rectangles lie within their surface and are not empty. Commands are immutable; arrays are handed over, not
 * copied. {@link CommandEncoder} and {@link CommandDecoder} give their bytes.
 */
public sealed interface DrawCommand {
    /** The surface that this command changes. */
    int surface();

    /** How a source is combined with what is there. */
    enum Rule {
        SRC_OVER,
        SRC
    }

    /** Makes a surface, or resizes it: pixels in both sizes stay (anchored at the top left), new ones are 0. */
    record DefineSurface(int surface, PixelFormat format, int width, int height) implements DrawCommand {}

    record DropSurface(int surface) implements DrawCommand {}

    /** Stores {@code pixel}, which is in the surface's own format. */
    record Fill(int surface, int x, int y, int width, int height, int pixel) implements DrawCommand {}

    /**
     * Paints {@code argb} (not premultiplied) through a mask's part that begins at {@code maskX, maskY}; without a
     * mask, with full coverage.
     */
    record FillMask(
            int surface,
            int x,
            int y,
            int width,
            int height,
            @Nullable Mask mask,
            int maskX,
            int maskY,
            int argb,
            Rule rule)
            implements DrawCommand {}

    /**
     * Paints glyphs, whose top left corners are at {@code xs[i], ys[i]}, in {@code argb} (not premultiplied), within
     * the clip. All masks are of one kind; {@code tables} is set for {@link Mask.Kind#LCD}.
     */
    record GlyphRun(
            int surface,
            int clipX,
            int clipY,
            int clipWidth,
            int clipHeight,
            int argb,
            @Nullable GammaTables tables,
            Mask[] glyphs,
            int[] xs,
            int[] ys)
            implements DrawCommand {}

    /** Draws a part of an image. {@code extraAlpha} is 0 to 255. */
    record DrawImage(
            int surface,
            int x,
            int y,
            int width,
            int height,
            PixelImage image,
            int imageX,
            int imageY,
            Rule rule,
            int extraAlpha)
            implements DrawCommand {}

    /** Draws a part of another surface as it is now. */
    record DrawSurface(
            int surface,
            int x,
            int y,
            int width,
            int height,
            int source,
            int sourceX,
            int sourceY,
            Rule rule,
            int extraAlpha)
            implements DrawCommand {}

    /** Moves a rectangle's pixels by {@code dx, dy}; source and destination may overlap. */
    record CopyArea(int surface, int x, int y, int width, int height, int dx, int dy) implements DrawCommand {}

    /** Stores pixels in the surface's own format, row by row, without padding. */
    record SetPixels(int surface, int x, int y, int width, int height, int[] pixels) implements DrawCommand {}
}
