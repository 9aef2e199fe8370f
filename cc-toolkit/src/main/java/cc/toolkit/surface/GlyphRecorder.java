package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.GammaTables;
import cc.protocol.command.Mask;
import cc.protocol.command.PixelFormat;
import cc.protocol.raster.Rect;
import cc.toolkit.surface.GlyphCache.Reading;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import sun.font.GlyphList;
import sun.java2d.SunGraphics2D;

/** Records text that loops draw glyph by glyph: which mask goes where. */
final class GlyphRecorder {
    private static final int MAX_RUN = 1024;
    private static final int OPAQUE_ALPHA = 255;

    /** What a loop may draw beside the place that the list tells, in pixels. */
    private static final int MARGIN = 2;

    /** Where the list's iteration stands. The native loop goes on from there, so it must not see ours. */
    private static final VarHandle POSITION_X;

    private static final VarHandle POSITION_Y;
    private static final VarHandle INDEX;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(GlyphList.class, MethodHandles.lookup());
            POSITION_X = lookup.findVarHandle(GlyphList.class, "gposx", float.class);
            POSITION_Y = lookup.findVarHandle(GlyphList.class, "gposy", float.class);
            INDEX = lookup.findVarHandle(GlyphList.class, "glyphindex", int.class);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this JDK's sun.font.GlyphList is not as expected: " + e, e);
        }
    }

    private final Surface surface;
    private final SunGraphics2D graphics;
    private final Rect clip;
    private Mask[] masks;
    private int[] xs;
    private int[] ys;
    private int count;
    /** What the run's glyphs touch. */
    private int left;

    private int top;
    private int right;
    private int bottom;

    /** What was recorded, if it is one operation. */
    private @Nullable Op only;

    private boolean several;

    private GlyphRecorder(Surface surface, SunGraphics2D graphics, Rect clip, int glyphs) {
        this.surface = surface;
        this.graphics = graphics;
        this.clip = clip;
        int length = Math.min(glyphs, MAX_RUN);
        masks = new Mask[length];
        xs = new int[length];
        ys = new int[length];
        startRun();
    }

    private void startRun() {
        count = 0;
        left = Integer.MAX_VALUE;
        top = Integer.MAX_VALUE;
        right = 0;
        bottom = 0;
    }

    /**
     * Records glyphs that are about to be drawn.
     *
     * @param reading how the loop reads images of one byte per pixel ({@code GRAY} or {@code SOLID}), or {@code LCD}
     */
    static void record(Surface surface, SunGraphics2D graphics, GlyphList glyphs, int from, int end, Reading reading) {
        Rect clip = Clipping.clip(surface, graphics, 0, 0, surface.width(), surface.height());
        if (clip == null || from >= end) {
            return;
        }
        boolean exact = graphics.paintState <= SunGraphics2D.PAINT_ALPHACOLOR
                && graphics.compositeState <= SunGraphics2D.COMP_ISCOPY
                && !(reading == Reading.LCD && glyphs.isSubPixPos())
                && (reading != Reading.SOLID
                        || graphics.eargb >>> 24 == OPAQUE_ALPHA
                        || surface.format() == PixelFormat.RGB);
        if (!exact) {
            new GlyphRecorder(surface, graphics, clip, end - from).iterate(glyphs, from, end, reading, false);
            return;
        }
        GlyphRunCache.Place place = new GlyphRunCache.Place(
                surface.id(),
                clip,
                graphics.eargb,
                graphics.lcdTextContrast,
                reading,
                glyphs.isRGBOrder(),
                glyphs.usePositions(),
                Float.floatToRawIntBits((float) POSITION_X.get(glyphs)),
                Float.floatToRawIntBits((float) POSITION_Y.get(glyphs)));
        GlyphRunCache runs = surface.recorder().glyphRuns();
        Op known = runs.get(place, glyphs, from, end);
        if (known != null) {
            surface.add(known);
            return;
        }
        GlyphRecorder recorder = new GlyphRecorder(surface, graphics, clip, end - from);
        recorder.iterate(glyphs, from, end, reading, true);
        if (recorder.only != null) {
            runs.put(place, glyphs, from, end, recorder.only);
        }
    }

    private void iterate(GlyphList glyphs, int from, int end, Reading reading, boolean exact) {
        float x = (float) POSITION_X.get(glyphs);
        float y = (float) POSITION_Y.get(glyphs);
        int index = (int) INDEX.get(glyphs);
        for (int i = from; i < end; i++) {
            glyphs.setGlyphIndex(i);
            glyph(glyphs, glyphs.getImages()[i], reading, exact);
        }
        finishRun();
        POSITION_X.set(glyphs, x);
        POSITION_Y.set(glyphs, y);
        INDEX.set(glyphs, index);
    }

    private void glyph(GlyphList glyphs, long address, Reading reading, boolean exact) {
        int[] metrics = glyphs.getMetrics();
        int x = metrics[0];
        int y = metrics[1];
        int width = metrics[2];
        int height = metrics[3];
        int scan = metrics[4];
        if (width <= 0 || height <= 0) {
            return;
        }
        if (!exact) {
            // Where glyphs are put between pixels, the loop's position is not quite the list's.
            Clipping.damage(
                    surface, graphics, x - (long) MARGIN, y - (long) MARGIN, width + 2L * MARGIN, height + 2L * MARGIN);
            return;
        }
        int fromX = Math.max(x, clip.left());
        int fromY = Math.max(y, clip.top());
        int toX = (int) Math.min(x + (long) width, clip.right());
        int toY = (int) Math.min(y + (long) height, clip.bottom());
        if (fromX < toX && fromY < toY) {
            Mask mask = surface.recorder().glyphs().get(glyphs, address, precise(reading, glyphs, width, scan));
            startGlyph(mask.kind());
            masks[count] = mask;
            xs[count] = x;
            ys[count] = y;
            count++;
            left = Math.min(left, fromX);
            top = Math.min(top, fromY);
            right = Math.max(right, toX);
            bottom = Math.max(bottom, toY);
        }
    }

    /** Loops for subpixel text take an image without subpixels as a stencil. */
    private static Reading precise(Reading reading, GlyphList glyphs, int width, int scan) {
        if (reading != Reading.LCD) {
            return reading;
        }
        if (scan == width) {
            return Reading.SOLID;
        }
        return glyphs.isRGBOrder() ? Reading.LCD : Reading.LCD_BGR;
    }

    /** A run has one kind of masks, and not too many. */
    private void startGlyph(Mask.Kind kind) {
        if (count == MAX_RUN || count > 0 && masks[0].kind() != kind) {
            finishRun();
        }
    }

    private void finishRun() {
        if (count == 0) {
            return;
        }
        boolean whole = count == masks.length;
        Mask[] runMasks = whole ? masks : Arrays.copyOf(masks, count);
        int[] runXs = whole ? xs : Arrays.copyOf(xs, count);
        int[] runYs = whole ? ys : Arrays.copyOf(ys, count);
        if (whole) {
            masks = new Mask[count];
            xs = new int[count];
            ys = new int[count];
        }
        boolean lcd = runMasks[0].kind() == Mask.Kind.LCD;
        GammaTables tables = lcd ? surface.recorder().gammaTables(graphics.lcdTextContrast) : null;
        DrawCommand run = new DrawCommand.GlyphRun(
                surface.id(),
                clip.left(),
                clip.top(),
                clip.width(),
                clip.height(),
                graphics.eargb,
                tables,
                runMasks,
                runXs,
                runYs);
        Op op = Op.command(new Rect(left, top, right, bottom), run, false);
        surface.add(op);
        only = several ? null : op;
        several = true;
        startRun();
    }
}
