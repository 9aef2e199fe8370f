package cc.protocol.command;

import cc.protocol.command.DrawCommand.Rule;
import java.util.List;

/**
 * Writes drawing commands as bytes for one receiver. Keeps in mind which masks, images and tables the receiver holds,
 * so that each is sent once while it stays in use. Frames must reach the receiver in order and without gaps. Not safe
 * for use by several threads.
 */
public final class CommandEncoder {
    /** Large images and masks are sent in bands of at most this many pixels. */
    private static final int BAND_PIXELS = 1 << 18;

    private final SurfaceTable surfaces = new SurfaceTable();
    private final SlotStore<Mask> masks = new SlotStore<>(Limits.MAX_MASKS / 2, Limits.MAX_MASK_STORE_BYTES / 2);
    private final SlotStore<PixelImage> images =
            new SlotStore<>(Limits.MAX_IMAGES / 2, Limits.MAX_IMAGE_STORE_BYTES / 2);
    private final SlotStore<GammaTables> tables = new SlotStore<>(Limits.MAX_TABLES / 2, Limits.MAX_TABLES / 2 * 512L);
    private final RecentColors colors = new RecentColors();
    private final PixelCodec pixelCodec = new PixelCodec();
    private final GlyphRunWriter glyphs = new GlyphRunWriter(this);
    private final ByteWriter out = new ByteWriter();
    private int target = -1;

    /** Whether the receiver has this surface with this format and size. */
    public boolean knows(int surface, PixelFormat format, int width, int height) {
        return new SurfaceTable.Entry(format, width, height).equals(surfaces.get(surface));
    }

    /**
     * The bytes of one frame. A decoder refuses frames that carry more than {@link Limits#MAX_FRAME_PIXELS} in pixels
     * and new images, so that what is larger has to be given as several.
     *
     * @throws IllegalArgumentException when a command does not fit the surfaces that were defined before; the encoder
     *     is of no use any more
     */
    public byte[] encode(List<? extends DrawCommand> commands) {
        write(commands);
        return takeFrame();
    }

    /**
     * Has the next frame begin with the receiver's forgetting all surfaces and all else, whatever it was sent before by
     * another encoder. To be called before anything is encoded.
     */
    public void beginAnew() {
        out.put(Opcode.RESET);
        out.put(Opcode.DROP_ALL);
    }

    /**
     * As {@link #encode}, after which the receiver forgets masks, images, tables and colours, but not surfaces; this
     * encoder forgets them too. All who have the same surfaces then can from then on be sent the same frames.
     */
    public byte[] encodeAndForget(List<? extends DrawCommand> commands) {
        write(commands);
        out.put(Opcode.RESET);
        masks.clear();
        images.clear();
        tables.clear();
        colors.reset();
        glyphs.reset();
        target = -1;
        return takeFrame();
    }

    private void write(List<? extends DrawCommand> commands) {
        for (int i = 0; i < commands.size(); ) {
            i = write(commands, i);
        }
    }

    private byte[] takeFrame() {
        byte[] frame = out.toByteArray();
        out.clear();
        return frame;
    }

    /** Writes one command, or as many fills as can be taken together; returns the index of the next one. */
    private int write(List<? extends DrawCommand> commands, int index) {
        DrawCommand command = commands.get(index);
        check(command);
        surfaces.follow(command);
        if (command instanceof DrawCommand.DefineSurface c) {
            defineSurface(c);
        } else if (command instanceof DrawCommand.DropSurface c) {
            dropSurface(c);
        } else {
            aim(command.surface());
            if (command instanceof DrawCommand.Fill c) {
                return fills(commands, index, c);
            }
            draw(command);
        }
        return index + 1;
    }

    private void draw(DrawCommand command) {
        if (command instanceof DrawCommand.FillMask c) {
            fillMask(c);
        } else if (command instanceof DrawCommand.GlyphRun c) {
            glyphs.write(out, c, entry(c.surface()));
        } else if (command instanceof DrawCommand.DrawImage c) {
            drawImage(c);
        } else if (command instanceof DrawCommand.DrawSurface c) {
            out.put(Opcode.BLIT);
            rectangle(c.x(), c.y(), c.width(), c.height());
            out.varint(c.source());
            out.varint(c.sourceX());
            out.varint(c.sourceY());
            ruleAndAlpha(c.rule(), c.extraAlpha());
        } else if (command instanceof DrawCommand.CopyArea c) {
            out.put(Opcode.COPY);
            rectangle(c.x(), c.y(), c.width(), c.height());
            out.svarint(c.dx());
            out.svarint(c.dy());
        } else if (command instanceof DrawCommand.SetPixels c) {
            setPixels(c);
        }
    }

    private void check(DrawCommand command) {
        String problem = surfaces.problem(command);
        if (problem != null) {
            throw new IllegalArgumentException(command.getClass().getSimpleName() + ": " + problem);
        }
    }

    private SurfaceTable.Entry entry(int surface) {
        SurfaceTable.Entry entry = surfaces.get(surface);
        if (entry == null) {
            throw new IllegalArgumentException("there is no surface " + surface);
        }
        return entry;
    }

    private void defineSurface(DrawCommand.DefineSurface define) {
        out.put(Opcode.SURFACE);
        out.varint(define.surface());
        out.put(define.format().ordinal());
        out.varint(define.width());
        out.varint(define.height());
        target = define.surface();
        glyphs.unclip();
    }

    private void dropSurface(DrawCommand.DropSurface drop) {
        out.put(Opcode.DROP);
        out.varint(drop.surface());
        if (drop.surface() == target) {
            target = -1;
        }
    }

    private void aim(int surface) {
        if (surface != target) {
            out.put(Opcode.TARGET);
            out.varint(surface);
            target = surface;
            glyphs.unclip();
        }
    }

    void color(int color) {
        int place = colors.find(color);
        if (place < 0) {
            out.put(Opcode.COLOR);
            out.pixel(color, 4);
            colors.add(color);
        } else if (place > 0) {
            out.put(Opcode.RECENT + place);
            colors.moveToFront(place);
        }
    }

    private int fills(List<? extends DrawCommand> commands, int index, DrawCommand.Fill first) {
        int opaque = entry(first.surface()).format() == PixelFormat.RGB ? 0xff000000 : 0;
        int end = index + 1;
        while (end < commands.size()
                && end - index < Limits.MAX_FILLS
                && commands.get(end) instanceof DrawCommand.Fill next
                && next.surface() == first.surface()
                && (next.pixel() | opaque) == (first.pixel() | opaque)) {
            check(next);
            end++;
        }
        color(first.pixel() | opaque);
        if (end == index + 1) {
            out.put(Opcode.FILL);
            rectangle(first.x(), first.y(), first.width(), first.height());
            return end;
        }
        out.put(Opcode.FILLS);
        out.varint(end - index);
        int x = 0;
        int y = 0;
        for (int i = index; i < end; i++) {
            DrawCommand.Fill fill = (DrawCommand.Fill) commands.get(i);
            out.svarint(fill.x() - x);
            out.svarint(fill.y() - y);
            out.varint(fill.width());
            out.varint(fill.height());
            x = fill.x();
            y = fill.y();
        }
        return end;
    }

    private void fillMask(DrawCommand.FillMask fill) {
        Mask mask = fill.mask();
        if (mask == null) {
            boolean over = fill.rule() == Rule.SRC_OVER;
            color(over ? fill.argb() : stored(fill.argb(), entry(fill.surface()).format()));
            out.put(over ? Opcode.BLEND : Opcode.FILL);
            rectangle(fill.x(), fill.y(), fill.width(), fill.height());
            return;
        }
        if (mask.coverage().length > BAND_PIXELS) {
            bands(fill, mask);
            return;
        }
        int slot = slot(mask);
        color(fill.argb());
        boolean whole = fill.maskX() == 0
                && fill.maskY() == 0
                && fill.width() == mask.width()
                && fill.height() == mask.height();
        if (whole && fill.rule() == Rule.SRC_OVER) {
            out.put(Opcode.MASK);
            out.varint(slot);
            out.varint(fill.x());
            out.varint(fill.y());
        } else {
            out.put(fill.rule() == Rule.SRC_OVER ? Opcode.MASK_PART : Opcode.MASK_PART_SRC);
            out.varint(slot);
            rectangle(fill.x(), fill.y(), fill.width(), fill.height());
            out.varint(fill.maskX());
            out.varint(fill.maskY());
        }
    }

    /** What a full cover of {@code argb} stores with rule SRC. */
    private static int stored(int argb, PixelFormat format) {
        int color = argb >>> 24 == 0 ? 0 : argb;
        return switch (format) {
            case RGB -> color | 0xff000000;
            case ARGB -> color;
            case ARGB_PRE -> Alpha.premultiply(color);
        };
    }

    private void bands(DrawCommand.FillMask fill, Mask mask) {
        int rows = Math.max(1, BAND_PIXELS / fill.width());
        for (int y = 0; y < fill.height(); y += rows) {
            int height = Math.min(rows, fill.height() - y);
            byte[] coverage = new byte[fill.width() * height];
            for (int row = 0; row < height; row++) {
                int from = (fill.maskY() + y + row) * mask.width() + fill.maskX();
                System.arraycopy(mask.coverage(), from, coverage, row * fill.width(), fill.width());
            }
            fillMask(new DrawCommand.FillMask(
                    fill.surface(),
                    fill.x(),
                    fill.y() + y,
                    fill.width(),
                    height,
                    new Mask(Mask.Kind.GRAY, fill.width(), height, coverage),
                    0,
                    0,
                    fill.argb(),
                    fill.rule()));
        }
    }

    int slot(Mask mask) {
        int slot = masks.find(mask);
        if (slot >= 0) {
            return slot;
        }
        int length = mask.coverage().length;
        if (length == 0 || length > Limits.MAX_MASK_BYTES) {
            throw new IllegalArgumentException("a mask of " + length + " bytes");
        }
        slot = masks.add(mask, length, this::freeMask);
        out.put(Opcode.DEFINE_MASK);
        out.varint(slot);
        out.put(mask.kind().ordinal());
        out.varint(mask.width());
        out.varint(mask.height());
        out.put(mask.coverage(), 0, length);
        return slot;
    }

    private void freeMask(int slot) {
        out.put(Opcode.FREE_MASK);
        out.varint(slot);
    }

    int slot(GammaTables gamma) {
        int slot = tables.find(gamma);
        if (slot < 0) {
            // Tables are of one size and have as many slots as fit: none is ever freed, only overwritten.
            slot = tables.add(gamma, 512, freed -> {});
            out.put(Opcode.DEFINE_TABLE);
            out.varint(slot);
            out.put(gamma.gamma(), 0, 256);
            out.put(gamma.inverseGamma(), 0, 256);
        }
        return slot;
    }

    private void drawImage(DrawCommand.DrawImage draw) {
        PixelImage image = draw.image();
        if (image.pixels().length > BAND_PIXELS) {
            bands(draw);
            return;
        }
        int slot = slot(image);
        boolean whole = draw.imageX() == 0
                && draw.imageY() == 0
                && draw.width() == image.width()
                && draw.height() == image.height();
        if (whole && draw.rule() == Rule.SRC_OVER && draw.extraAlpha() == 255) {
            out.put(Opcode.IMAGE);
            out.varint(slot);
            out.varint(draw.x());
            out.varint(draw.y());
        } else {
            out.put(Opcode.IMAGE_PART);
            out.varint(slot);
            rectangle(draw.x(), draw.y(), draw.width(), draw.height());
            out.varint(draw.imageX());
            out.varint(draw.imageY());
            ruleAndAlpha(draw.rule(), draw.extraAlpha());
        }
    }

    private int slot(PixelImage image) {
        int slot = images.find(image);
        if (slot >= 0) {
            return slot;
        }
        slot = images.add(image, image.pixels().length * 4L, this::freeImage);
        out.put(Opcode.DEFINE_IMAGE);
        out.varint(slot);
        out.put(image.format().ordinal());
        out.varint(image.width());
        out.varint(image.height());
        pixelCodec.write(out, image.format(), image.pixels(), 0, image.width(), image.width(), image.height());
        return slot;
    }

    private void freeImage(int slot) {
        out.put(Opcode.FREE_IMAGE);
        out.varint(slot);
    }

    /** A large image is drawn as bands, which are kept as images of their own. */
    private void bands(DrawCommand.DrawImage draw) {
        int rows = Math.max(1, BAND_PIXELS / draw.image().width());
        PixelImage[] bands = draw.image().bands(rows);
        int end = draw.imageY() + draw.height();
        for (int i = draw.imageY() / rows; i * rows < end; i++) {
            int top = i * rows;
            int from = Math.max(top, draw.imageY());
            int to = Math.min(top + bands[i].height(), end);
            drawImage(new DrawCommand.DrawImage(
                    draw.surface(),
                    draw.x(),
                    draw.y() + from - draw.imageY(),
                    draw.width(),
                    to - from,
                    bands[i],
                    draw.imageX(),
                    from - top,
                    draw.rule(),
                    draw.extraAlpha()));
        }
    }

    private void setPixels(DrawCommand.SetPixels set) {
        PixelFormat format = entry(set.surface()).format();
        int rows = Math.max(1, BAND_PIXELS / set.width());
        for (int y = 0; y < set.height(); y += rows) {
            int height = Math.min(rows, set.height() - y);
            out.put(Opcode.PIXELS);
            rectangle(set.x(), set.y() + y, set.width(), height);
            pixelCodec.write(out, format, set.pixels(), y * set.width(), set.width(), set.width(), height);
        }
    }

    private void rectangle(int x, int y, int width, int height) {
        out.varint(x);
        out.varint(y);
        out.varint(width);
        out.varint(height);
    }

    private void ruleAndAlpha(Rule rule, int extraAlpha) {
        out.put(rule == Rule.SRC_OVER ? 0 : 1);
        out.put(extraAlpha);
    }
}
