package cc.protocol.command;

/**
 * Writes glyph runs: leaves out glyphs beyond the clip, sends a clip only where it matters, and cuts runs so that all
 * masks of one are in the receiver's store at once.
 */
final class GlyphRunWriter {
    private static final int MAX_GLYPHS = 1_024;
    private static final int MAX_BYTES = 1 << 20;

    private final CommandEncoder encoder;
    private int clipX;
    private int clipY;
    private int clipWidth;
    private int clipHeight;
    private boolean clipped;
    private int runX;
    private int runY;

    private int[] visible = new int[64];
    private int[] slots = new int[64];
    private int count;

    GlyphRunWriter(CommandEncoder encoder) {
        this.encoder = encoder;
    }

    /** The clip is the whole surface again. */
    void unclip() {
        clipped = false;
    }

    void reset() {
        unclip();
        runX = 0;
        runY = 0;
    }

    void write(ByteWriter out, DrawCommand.GlyphRun run, SurfaceTable.Entry surface) {
        select(run);
        if (count == 0) {
            return;
        }
        chooseClip(out, run, surface);
        GammaTables tables = run.tables();
        int table = tables == null ? -1 : encoder.slot(tables);
        for (int from = 0; from < count; ) {
            int bytes = 0;
            int to = from;
            while (to < count && to - from < MAX_GLYPHS && bytes < MAX_BYTES) {
                Mask glyph = run.glyphs()[visible[to]];
                slots[to++] = encoder.slot(glyph);
                bytes += glyph.coverage().length;
            }
            encoder.color(run.argb());
            if (table < 0) {
                out.put(Opcode.GLYPHS);
            } else {
                out.put(Opcode.GLYPHS_LCD);
                out.varint(table);
            }
            places(out, run, from, to);
            from = to;
        }
    }

    private void places(ByteWriter out, DrawCommand.GlyphRun run, int from, int to) {
        out.varint(to - from);
        int x = runX;
        int y = runY;
        for (int i = from; i < to; i++) {
            int glyph = visible[i];
            out.varint(slots[i]);
            out.svarint(run.xs()[glyph] - x);
            out.svarint(run.ys()[glyph] - y);
            x = run.xs()[glyph] + run.glyphs()[glyph].width();
            y = run.ys()[glyph];
        }
        runX = run.xs()[visible[from]];
        runY = run.ys()[visible[from]];
    }

    private void select(DrawCommand.GlyphRun run) {
        int all = run.glyphs().length;
        if (visible.length < all) {
            visible = new int[all];
            slots = new int[all];
        }
        count = 0;
        for (int i = 0; i < all; i++) {
            Mask glyph = run.glyphs()[i];
            int x = run.xs()[i];
            int y = run.ys()[i];
            if (x < run.clipX() + run.clipWidth()
                    && y < run.clipY() + run.clipHeight()
                    && x + glyph.width() > run.clipX()
                    && y + glyph.height() > run.clipY()) {
                visible[count++] = i;
            }
        }
    }

    private void chooseClip(ByteWriter out, DrawCommand.GlyphRun run, SurfaceTable.Entry surface) {
        if (clipped ? same(run, clipX, clipY, clipWidth, clipHeight) : same(run, surface)) {
            return;
        }
        if (same(run, surface)) {
            out.put(Opcode.NO_CLIP);
            clipped = false;
            return;
        }
        clipX = run.clipX();
        clipY = run.clipY();
        clipWidth = run.clipWidth();
        clipHeight = run.clipHeight();
        clipped = true;
        out.put(Opcode.CLIP);
        out.varint(clipX);
        out.varint(clipY);
        out.varint(clipWidth);
        out.varint(clipHeight);
    }

    private boolean same(DrawCommand.GlyphRun run, SurfaceTable.Entry surface) {
        return same(run, 0, 0, surface.width(), surface.height());
    }

    /** Whether a clip shows the same of all visible glyphs as the run's own. */
    private boolean same(DrawCommand.GlyphRun run, int x, int y, int width, int height) {
        for (int i = 0; i < count; i++) {
            int glyph = visible[i];
            Mask mask = run.glyphs()[glyph];
            if (!same(run.xs()[glyph], mask.width(), x, width, run.clipX(), run.clipWidth())
                    || !same(run.ys()[glyph], mask.height(), y, height, run.clipY(), run.clipHeight())) {
                return false;
            }
        }
        return true;
    }

    /** Whether two clips leave the same of a glyph, in one direction. */
    private static boolean same(int glyph, int size, int clip, int clipSize, int otherClip, int otherSize) {
        return Math.max(glyph, clip) == Math.max(glyph, otherClip)
                && Math.min(glyph + size, clip + clipSize) == Math.min(glyph + size, otherClip + otherSize);
    }
}
