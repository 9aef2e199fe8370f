package cc.protocol.command;

import cc.protocol.command.DrawCommand.Rule;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads drawing commands from bytes: the other end of one {@link CommandEncoder}, whose stores it keeps in step. All
 * lengths are checked before memory is taken, and every command that comes out fits the surfaces there are. After an
 * exception the decoder is of no use any more. Not safe for use by several threads.
 */
public final class CommandDecoder {
    private final SurfaceTable surfaces = new SurfaceTable();
    private final DecodedSlots<Mask> masks = new DecodedSlots<>("masks", Limits.MAX_MASKS, Limits.MAX_MASK_STORE_BYTES);
    private final DecodedSlots<PixelImage> images =
            new DecodedSlots<>("images", Limits.MAX_IMAGES, Limits.MAX_IMAGE_STORE_BYTES);
    private final DecodedSlots<GammaTables> tables =
            new DecodedSlots<>("tables", Limits.MAX_TABLES, Limits.MAX_TABLES * 512L);
    private final PixelCodec pixelCodec = new PixelCodec();
    private final RecentColors colors = new RecentColors();

    private int target = -1;
    private SurfaceTable.@Nullable Entry targetEntry;
    private int clipX;
    private int clipY;
    private int clipWidth;
    private int clipHeight;
    private int runX;
    private int runY;
    private long framePixels;

    /**
     * Reads one frame.
     *
     * @param sink told of each command in order; it may keep it
     * @throws ProtocolException when the bytes are malformed or go beyond {@link Limits}; names the command and where
     */
    public void decode(byte[] frame, Consumer<? super DrawCommand> sink) throws ProtocolException {
        ByteReader in = new ByteReader(frame);
        framePixels = 0;
        while (in.remaining() > 0) {
            decodeNext(in, sink);
        }
    }

    /** Reads one command; returns its opcode. */
    int decodeNext(ByteReader in, Consumer<? super DrawCommand> sink) throws ProtocolException {
        int offset = in.position();
        int opcode = in.u8();
        try {
            decodeOne(opcode, in, sink);
            return opcode;
        } catch (ProtocolException e) {
            ProtocolException located = new ProtocolException(
                    "command 0x" + Integer.toHexString(opcode) + " at byte " + offset + ": " + e.getMessage());
            located.initCause(e);
            throw located;
        }
    }

    private void decodeOne(int opcode, ByteReader in, Consumer<? super DrawCommand> sink) throws ProtocolException {
        switch (opcode) {
            case Opcode.SURFACE -> surface(in, sink);
            case Opcode.DROP -> drop(in, sink);
            case Opcode.TARGET -> setTarget(in.varint("a surface", Integer.MAX_VALUE));
            case Opcode.CLIP -> clip(in);
            case Opcode.NO_CLIP -> unclip(target());
            case Opcode.RESET -> reset();
            case Opcode.DROP_ALL -> dropAll(sink);
            case Opcode.COLOR -> colors.add(in.pixel(4));
            case Opcode.FILL -> emit(sink, new DrawCommand.Fill(target, x(in), x(in), x(in), x(in), colors.current()));
            case Opcode.FILLS -> fills(in, sink);
            case Opcode.BLEND ->
                emit(
                        sink,
                        new DrawCommand.FillMask(
                                target, x(in), x(in), x(in), x(in), null, 0, 0, colors.current(), Rule.SRC_OVER));
            case Opcode.MASK -> wholeMask(in, sink);
            case Opcode.MASK_PART -> maskPart(in, Rule.SRC_OVER, sink);
            case Opcode.MASK_PART_SRC -> maskPart(in, Rule.SRC, sink);
            case Opcode.GLYPHS -> glyphs(in, null, sink);
            case Opcode.GLYPHS_LCD -> glyphs(in, tables.get(tables.readNumber(in)), sink);
            case Opcode.DEFINE_MASK -> defineMask(in);
            case Opcode.DEFINE_IMAGE -> defineImage(in);
            case Opcode.DEFINE_TABLE -> defineTable(in);
            case Opcode.FREE_MASK -> masks.free(masks.readNumber(in));
            case Opcode.FREE_IMAGE -> images.free(images.readNumber(in));
            case Opcode.IMAGE -> wholeImage(in, sink);
            case Opcode.IMAGE_PART -> imagePart(in, sink);
            case Opcode.BLIT ->
                emit(
                        sink,
                        new DrawCommand.DrawSurface(
                                target,
                                x(in),
                                x(in),
                                x(in),
                                x(in),
                                in.varint("a surface", Integer.MAX_VALUE),
                                x(in),
                                x(in),
                                rule(in),
                                in.u8()));
            case Opcode.COPY ->
                emit(sink, new DrawCommand.CopyArea(target, x(in), x(in), x(in), x(in), in.svarint(), in.svarint()));
            case Opcode.PIXELS -> pixels(in, sink);
            default -> {
                int place = opcode - Opcode.RECENT;
                if (place < 0 || place >= Limits.RECENT_COLORS) {
                    throw new ProtocolException("there is no such command");
                }
                if (place >= colors.size()) {
                    throw new ProtocolException("there are only " + colors.size() + " recent colours");
                }
                colors.moveToFront(place);
            }
        }
    }

    private void surface(ByteReader in, Consumer<? super DrawCommand> sink) throws ProtocolException {
        int id = in.varint("a surface", Integer.MAX_VALUE);
        PixelFormat format = format(in);
        emitAny(sink, new DrawCommand.DefineSurface(id, format, x(in), x(in)));
        setTarget(id);
    }

    private void drop(ByteReader in, Consumer<? super DrawCommand> sink) throws ProtocolException {
        int id = in.varint("a surface", Integer.MAX_VALUE);
        emitAny(sink, new DrawCommand.DropSurface(id));
        if (id == target) {
            target = -1;
            targetEntry = null;
        }
    }

    private void reset() {
        masks.clear();
        images.clear();
        tables.clear();
        colors.reset();
        target = -1;
        targetEntry = null;
        runX = 0;
        runY = 0;
    }

    private void dropAll(Consumer<? super DrawCommand> sink) throws ProtocolException {
        for (int surface : surfaces.surfaces()) {
            emitAny(sink, new DrawCommand.DropSurface(surface));
        }
        target = -1;
        targetEntry = null;
    }

    private void setTarget(int surface) throws ProtocolException {
        SurfaceTable.Entry entry = surfaces.get(surface);
        if (entry == null) {
            throw new ProtocolException("there is no surface " + surface);
        }
        target = surface;
        targetEntry = entry;
        unclip(entry);
    }

    private void unclip(SurfaceTable.Entry entry) {
        clipX = 0;
        clipY = 0;
        clipWidth = entry.width();
        clipHeight = entry.height();
    }

    private void clip(ByteReader in) throws ProtocolException {
        clipX = x(in);
        clipY = x(in);
        clipWidth = x(in);
        clipHeight = x(in);
        if (!target().contains(clipX, clipY, clipWidth, clipHeight)) {
            throw new ProtocolException("the clip is empty or not within the surface");
        }
    }

    private void fills(ByteReader in, Consumer<? super DrawCommand> sink) throws ProtocolException {
        int count = in.varint("the number of rectangles", Limits.MAX_FILLS);
        int x = 0;
        int y = 0;
        for (int i = 0; i < count; i++) {
            x += in.svarint();
            y += in.svarint();
            emit(sink, new DrawCommand.Fill(target, x, y, x(in), x(in), colors.current()));
        }
    }

    private void wholeMask(ByteReader in, Consumer<? super DrawCommand> sink) throws ProtocolException {
        Mask mask = masks.get(masks.readNumber(in));
        emit(
                sink,
                new DrawCommand.FillMask(
                        target,
                        x(in),
                        x(in),
                        mask.width(),
                        mask.height(),
                        mask,
                        0,
                        0,
                        colors.current(),
                        Rule.SRC_OVER));
    }

    private void maskPart(ByteReader in, Rule rule, Consumer<? super DrawCommand> sink) throws ProtocolException {
        Mask mask = masks.get(masks.readNumber(in));
        emit(
                sink,
                new DrawCommand.FillMask(
                        target, x(in), x(in), x(in), x(in), mask, x(in), x(in), colors.current(), rule));
    }

    private void glyphs(ByteReader in, @Nullable GammaTables gamma, Consumer<? super DrawCommand> sink)
            throws ProtocolException {
        int count = in.varint("the number of glyphs", Limits.MAX_GLYPHS);
        if (count == 0) {
            throw new ProtocolException("a run has no glyphs");
        }
        in.require(count * 3);
        Mask[] glyphs = new Mask[count];
        int[] xs = new int[count];
        int[] ys = new int[count];
        int penX = runX;
        int penY = runY;
        for (int i = 0; i < count; i++) {
            Mask glyph = masks.get(masks.readNumber(in));
            penX = glyphPlace(penX, in.svarint());
            penY = glyphPlace(penY, in.svarint());
            glyphs[i] = glyph;
            xs[i] = penX;
            ys[i] = penY;
            penX += glyph.width();
        }
        runX = xs[0];
        runY = ys[0];
        emit(
                sink,
                new DrawCommand.GlyphRun(
                        target, clipX, clipY, clipWidth, clipHeight, colors.current(), gamma, glyphs, xs, ys));
    }

    private static int glyphPlace(int from, int delta) throws ProtocolException {
        long place = (long) from + delta;
        if (Math.abs(place) > Limits.MAX_GLYPH_COORDINATE) {
            throw new ProtocolException("a glyph is at " + place);
        }
        return (int) place;
    }

    private void defineMask(ByteReader in) throws ProtocolException {
        int slot = masks.readNumber(in);
        int kindNumber = in.u8();
        if (kindNumber > 1) {
            throw new ProtocolException("there is no kind of mask " + kindNumber);
        }
        Mask.Kind kind = kindNumber == 0 ? Mask.Kind.GRAY : Mask.Kind.LCD;
        int width = x(in);
        int height = x(in);
        long length = (long) width * height * kind.bytesPerPixel();
        if (length == 0 || length > Limits.MAX_MASK_BYTES) {
            throw new ProtocolException("a mask cannot be " + width + "x" + height);
        }
        masks.makeRoom(slot, length);
        masks.put(slot, new Mask(kind, width, height, in.bytes((int) length)), length);
    }

    private void defineImage(ByteReader in) throws ProtocolException {
        int slot = images.readNumber(in);
        PixelFormat format = format(in);
        int width = x(in);
        int height = x(in);
        countPixels(width, height);
        long bytes = 4L * width * height;
        images.makeRoom(slot, bytes);
        images.put(slot, new PixelImage(format, width, height, pixelCodec.read(in, format, width, height)), bytes);
    }

    private void defineTable(ByteReader in) throws ProtocolException {
        int slot = tables.readNumber(in);
        tables.makeRoom(slot, 512);
        tables.put(slot, new GammaTables(in.bytes(256), in.bytes(256)), 512);
    }

    private void wholeImage(ByteReader in, Consumer<? super DrawCommand> sink) throws ProtocolException {
        PixelImage image = images.get(images.readNumber(in));
        emit(
                sink,
                new DrawCommand.DrawImage(
                        target, x(in), x(in), image.width(), image.height(), image, 0, 0, Rule.SRC_OVER, 255));
    }

    private void imagePart(ByteReader in, Consumer<? super DrawCommand> sink) throws ProtocolException {
        PixelImage image = images.get(images.readNumber(in));
        emit(
                sink,
                new DrawCommand.DrawImage(target, x(in), x(in), x(in), x(in), image, x(in), x(in), rule(in), in.u8()));
    }

    private void pixels(ByteReader in, Consumer<? super DrawCommand> sink) throws ProtocolException {
        SurfaceTable.Entry entry = target();
        int x = x(in);
        int y = x(in);
        int width = x(in);
        int height = x(in);
        if (!entry.contains(x, y, width, height)) {
            throw new ProtocolException(width + "x" + height + " at " + x + "," + y + " is not within the surface");
        }
        countPixels(width, height);
        emit(
                sink,
                new DrawCommand.SetPixels(
                        target, x, y, width, height, pixelCodec.read(in, entry.format(), width, height)));
    }

    private void countPixels(int width, int height) throws ProtocolException {
        long count = (long) width * height;
        if (count == 0 || count > Limits.MAX_PAYLOAD_PIXELS) {
            throw new ProtocolException("a payload cannot be " + width + "x" + height);
        }
        framePixels += count;
        if (framePixels > Limits.MAX_FRAME_PIXELS) {
            throw new ProtocolException("a frame has more than " + Limits.MAX_FRAME_PIXELS + " pixels");
        }
    }

    /** Passes a drawing command on after the check that it fits; there must be a target. */
    private void emit(Consumer<? super DrawCommand> sink, DrawCommand command) throws ProtocolException {
        target();
        emitAny(sink, command);
    }

    private void emitAny(Consumer<? super DrawCommand> sink, DrawCommand command) throws ProtocolException {
        String problem = surfaces.problem(command);
        if (problem != null) {
            throw new ProtocolException(problem);
        }
        surfaces.follow(command);
        sink.accept(command);
    }

    private SurfaceTable.Entry target() throws ProtocolException {
        if (targetEntry == null) {
            throw new ProtocolException("no surface is the target");
        }
        return targetEntry;
    }

    /** A coordinate or a size. */
    private static int x(ByteReader in) throws ProtocolException {
        return in.varint("a coordinate", Limits.MAX_SURFACE_SIDE_PIXELS);
    }

    private static PixelFormat format(ByteReader in) throws ProtocolException {
        return switch (in.u8()) {
            case 0 -> PixelFormat.RGB;
            case 1 -> PixelFormat.ARGB;
            case 2 -> PixelFormat.ARGB_PRE;
            default -> throw new ProtocolException("there is no such pixel format");
        };
    }

    private static Rule rule(ByteReader in) throws ProtocolException {
        return switch (in.u8()) {
            case 0 -> Rule.SRC_OVER;
            case 1 -> Rule.SRC;
            default -> throw new ProtocolException("there is no such rule");
        };
    }
}
