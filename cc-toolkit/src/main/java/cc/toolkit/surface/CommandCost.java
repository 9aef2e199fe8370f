package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.Mask;

/** What commands take on the wire, roughly: enough to tell whether pixels are cheaper. */
final class CommandCost {
    /** Pixels take this, and about a byte each. */
    static final int PIXELS_BYTES = 9;

    private static final int RECTANGLE_BYTES = 7;
    private static final int IMAGE_BYTES = 10;
    private static final int GLYPH_BYTES = 3;

    /** Masks that repeat are sent once; most of those that don't are deflated well. */
    private static final int MASK_PIXELS_PER_BYTE = 4;

    private CommandCost() {}

    static long bytes(DrawCommand command) {
        if (command instanceof DrawCommand.GlyphRun run) {
            return RECTANGLE_BYTES + (long) GLYPH_BYTES * run.glyphs().length;
        }
        if (command instanceof DrawCommand.FillMask fill) {
            Mask mask = fill.mask();
            return RECTANGLE_BYTES + (mask == null ? 0 : mask.coverage().length / MASK_PIXELS_PER_BYTE);
        }
        if (command instanceof DrawCommand.DrawImage || command instanceof DrawCommand.DrawSurface) {
            return IMAGE_BYTES;
        }
        return RECTANGLE_BYTES;
    }
}
