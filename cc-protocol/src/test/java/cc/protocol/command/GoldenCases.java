package cc.protocol.command;

import cc.protocol.command.DrawCommand.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The frames of the golden vectors: every command, payload and blend, small enough to look into. */
final class GoldenCases {
    private static final int SIDE = 24;
    private static final int[] COLORS = {0xff000000, 0xffffffff, 0xff3366cc, 0x80ff8000, 0x01102030, 0x00abcdef};

    private GoldenCases() {}

    static Map<String, List<byte[]>> all() {
        Map<String, List<byte[]>> cases = new LinkedHashMap<>();
        for (PixelFormat format : PixelFormat.values()) {
            String on = "-on-" + name(format);
            cases.put("fills" + on, encoded(begin(format), fills()));
            cases.put("masks" + on, encoded(begin(format), masks()));
            cases.put(
                    "gray-glyphs" + on,
                    encoded(List.of(begin(format), glyphs(Mask.Kind.GRAY), glyphs(Mask.Kind.GRAY))));
            cases.put("lcd-glyphs" + on, encoded(List.of(begin(format), glyphs(Mask.Kind.LCD), glyphs(Mask.Kind.LCD))));
            for (PixelFormat source : PixelFormat.values()) {
                cases.put(name(source) + "-images" + on, encoded(begin(format), images(source)));
                cases.put(name(source) + "-surfaces" + on, encoded(begin(format), surfaces(source)));
            }
            cases.put("copies" + on, encoded(begin(format), copies()));
            cases.put("payloads" + on, encoded(begin(format), payloads(format)));
            cases.put("resizes" + on, encoded(begin(format), resizes(format)));
            cases.put("raw-payload" + on, rawPayload(format));
        }
        cases.put("freed-and-overwritten-slots", slots());
        cases.put("surfaces-come-and-go", encoded(begin(PixelFormat.RGB), comeAndGo()));
        cases.put("forgetting", forgetting());
        List<List<DrawCommand>> random = new ArrayList<>();
        RandomCommands commands = new RandomCommands(new Random(20_26), 60);
        for (int i = 0; i < 12; i++) {
            random.add(commands.next(60));
        }
        cases.put("random", encoded(random));
        return cases;
    }

    private static String name(PixelFormat format) {
        return format.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<byte[]> encoded(List<List<DrawCommand>> frames) {
        CommandEncoder encoder = new CommandEncoder();
        return frames.stream().map(encoder::encode).toList();
    }

    private static List<byte[]> encoded(List<DrawCommand> first, List<DrawCommand> second) {
        return encoded(List.of(first, second));
    }

    /** A surface that has something of everything on it: opaque, translucent and, where there is alpha, nothing. */
    private static List<DrawCommand> begin(PixelFormat format) {
        int[] pixels = new int[SIDE * SIDE];
        Random random = new Random(11);
        for (int i = 0; i < pixels.length; i++) {
            int argb = i % 3 == 0 ? random.nextInt() : random.nextInt() | 0xff000000;
            pixels[i] = switch (format) {
                case RGB -> argb | 0xff000000;
                case ARGB -> i % 7 == 0 ? argb & 0xffffff : argb;
                case ARGB_PRE -> i % 7 == 0 ? 0 : Alpha.premultiply(argb);
            };
        }
        return List.of(
                new DrawCommand.DefineSurface(1, format, SIDE, SIDE),
                new DrawCommand.SetPixels(1, 0, 0, SIDE, SIDE, pixels));
    }

    private static List<DrawCommand> fills() {
        List<DrawCommand> commands = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            int color = 0xff000000 | i * 0x0c1020;
            commands.add(new DrawCommand.Fill(1, i, i % 5, 2, 3, color));
            commands.add(new DrawCommand.Fill(1, SIDE - 1 - i, 6 + i % 5, 1, 1, color));
            // Back to a colour of a few commands ago.
            commands.add(new DrawCommand.Fill(1, i, 12, 1, 2, 0xff000000 | Math.max(0, i - 4) * 0x0c1020));
        }
        commands.add(new DrawCommand.Fill(1, 0, 20, SIDE, 2, Alpha.premultiply(0x80402010)));
        return commands;
    }

    private static List<DrawCommand> masks() {
        Mask mask = mask(Mask.Kind.GRAY, 16, 16, 1);
        List<DrawCommand> commands = new ArrayList<>();
        for (int i = 0; i < COLORS.length; i++) {
            for (Rule rule : Rule.values()) {
                commands.add(new DrawCommand.FillMask(1, i, 3, 7, 5, mask, 2 + i, 6, COLORS[i], rule));
                commands.add(new DrawCommand.FillMask(1, 3 * i, 10, 3, 5, null, 0, 0, COLORS[i], rule));
            }
            commands.add(new DrawCommand.FillMask(1, i, 8, 16, 16, mask, 0, 0, COLORS[i], Rule.SRC_OVER));
        }
        return commands;
    }

    private static List<DrawCommand> glyphs(Mask.Kind kind) {
        Mask[] glyphs = new Mask[5];
        int[] xs = new int[5];
        int[] ys = new int[5];
        for (int i = 0; i < 5; i++) {
            glyphs[i] = mask(kind, 4 + i % 3, 6 + i % 2, i % 4);
            xs[i] = -2 + i * 5;
            ys[i] = i % 2;
        }
        List<DrawCommand> commands = new ArrayList<>();
        for (int i = 0; i < COLORS.length; i++) {
            // A subpixel glyph of a translucent colour is not drawn by any loop of Java2D.
            int color = kind == Mask.Kind.LCD ? COLORS[i] | 0xff000000 : COLORS[i];
            GammaTables tables = kind == Mask.Kind.LCD ? GammaTables.ofContrast(140 + i % 2 * 40) : null;
            int[] lower = new int[5];
            for (int j = 0; j < 5; j++) {
                lower[j] = ys[j] + i * 4 - 2;
            }
            boolean clipped = i % 2 == 1;
            commands.add(new DrawCommand.GlyphRun(
                    1,
                    clipped ? 2 : 0,
                    clipped ? i * 4 : 0,
                    clipped ? 17 : SIDE,
                    clipped ? 3 : SIDE,
                    color,
                    tables,
                    glyphs,
                    xs,
                    lower));
        }
        return commands;
    }

    private static List<DrawCommand> images(PixelFormat format) {
        PixelImage image = image(format, 10, 9);
        List<DrawCommand> commands = new ArrayList<>();
        commands.add(new DrawCommand.DrawImage(1, 14, 15, 10, 9, image, 0, 0, Rule.SRC_OVER, 255));
        int[] alphas = {255, 254, 128, 1, 0};
        for (int i = 0; i < alphas.length; i++) {
            for (Rule rule : Rule.values()) {
                int y = rule == Rule.SRC ? 1 : 12;
                commands.add(new DrawCommand.DrawImage(1, i * 4, y, 4, 7, image, 5, 2, rule, alphas[i]));
            }
        }
        return commands;
    }

    private static List<DrawCommand> surfaces(PixelFormat format) {
        PixelImage image = image(format, 10, 9);
        List<DrawCommand> commands = new ArrayList<>();
        commands.add(new DrawCommand.DefineSurface(9, format, 10, 9));
        commands.add(new DrawCommand.SetPixels(9, 0, 0, 10, 9, image.pixels()));
        int[] alphas = {255, 254, 128, 1, 0};
        for (int i = 0; i < alphas.length; i++) {
            for (Rule rule : Rule.values()) {
                int y = rule == Rule.SRC ? 1 : 12;
                commands.add(new DrawCommand.DrawSurface(1, i * 4, y, 4, 7, 9, 5, 2, rule, alphas[i]));
            }
        }
        return commands;
    }

    private static List<DrawCommand> copies() {
        List<DrawCommand> commands = new ArrayList<>();
        int[][] moves = {{0, 3}, {0, -3}, {3, 0}, {-3, 0}, {2, 2}, {-2, -2}, {2, -2}, {-2, 2}, {0, 0}, {8, 9}};
        for (int[] move : moves) {
            commands.add(new DrawCommand.CopyArea(1, 4, 4, 11, 10, move[0], move[1]));
        }
        return commands;
    }

    private static List<DrawCommand> payloads(PixelFormat format) {
        List<DrawCommand> commands = new ArrayList<>();
        Random random = new Random(7);
        int y = 0;
        for (int colors : new int[] {1, 2, 3, 4, 5, 16, 17}) {
            int[] palette = image(format, colors, 1).pixels();
            int[] pixels = new int[23 * 2];
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = palette[i < colors ? i : random.nextInt(colors)];
            }
            commands.add(new DrawCommand.SetPixels(1, 1, y++, 23, 2, pixels));
        }
        int[] smooth = new int[SIDE * 14];
        for (int i = 0; i < smooth.length; i++) {
            int x = i % SIDE;
            int row = i / SIDE;
            // Rows that favour each of the filters.
            int value = row < 4 ? x * 9 : row < 8 ? x * x * 5 + row : row < 11 ? x * 7 + row * 5 : x * x * row;
            smooth[i] = 0xff000000 | value & 0xff | (value * 3 & 0xff) << 8 | (255 - value & 0xff) << 16;
            if (format == PixelFormat.ARGB_PRE && row > 9) {
                smooth[i] = Alpha.premultiply(smooth[i] & 0xffffff | x * 10 << 24);
            }
        }
        commands.add(new DrawCommand.SetPixels(1, 0, 10, SIDE, 14, smooth));
        return commands;
    }

    private static List<DrawCommand> resizes(PixelFormat format) {
        PixelFormat other = format == PixelFormat.RGB ? PixelFormat.ARGB_PRE : PixelFormat.RGB;
        List<DrawCommand> commands = new ArrayList<>(List.of(
                new DrawCommand.DefineSurface(1, format, 30, 10),
                new DrawCommand.DefineSurface(1, format, 12, 28),
                new DrawCommand.DefineSurface(2, format, 5, 5),
                new DrawCommand.Fill(2, 0, 0, 3, 3, 0xff00ff00),
                new DrawCommand.DefineSurface(2, other, 6, 6),
                new DrawCommand.Fill(2, 4, 4, 2, 2, 0xff0000ff)));
        return commands;
    }

    private static List<DrawCommand> comeAndGo() {
        return List.of(
                new DrawCommand.DefineSurface(300, PixelFormat.RGB, 200, 150),
                new DrawCommand.Fill(300, 130, 140, 70, 10, 0xff112233),
                new DrawCommand.DropSurface(1),
                new DrawCommand.DefineSurface(2, PixelFormat.ARGB_PRE, 3, 3),
                new DrawCommand.Fill(300, 1, 1, 70, 10, 0xff112233),
                new DrawCommand.DefineSurface(1, PixelFormat.RGB, 4, 4),
                new DrawCommand.Fill(1, 1, 1, 2, 2, 0xffffffff));
    }

    /** Both formats of encoding 0, which the encoder never chooses. */
    private static List<byte[]> rawPayload(PixelFormat format) {
        int bytesPerPixel = PixelCodec.bytesPerPixel(format);
        ByteWriter out = new ByteWriter();
        surface(out, 5, format, 3, 2);
        out.put(Opcode.PIXELS);
        rectangle(out, 1, 0, 2, 2);
        out.put(PixelCodec.RAW);
        out.varint(4 * bytesPerPixel);
        for (int pixel : image(format, 2, 2).pixels()) {
            out.pixel(pixel, bytesPerPixel);
        }
        return List.of(out.toByteArray());
    }

    private static List<byte[]> slots() {
        List<byte[]> frames = new ArrayList<>();
        ByteWriter out = new ByteWriter();
        surface(out, 1, PixelFormat.RGB, 40, 40);
        for (int round = 0; round < 3; round++) {
            out.put(Opcode.DEFINE_MASK);
            out.varint(8191);
            out.put(0);
            out.varint(2);
            out.varint(1 + round);
            out.put(mask(Mask.Kind.GRAY, 2, 1 + round, 1).coverage(), 0, 2 + 2 * round);
            out.put(Opcode.MASK);
            out.varint(8191);
            out.varint(10 * round);
            out.varint(3);
            out.put(Opcode.DEFINE_IMAGE);
            out.varint(1023);
            out.put(round);
            out.varint(3);
            out.varint(2);
            PixelFormat format = PixelFormat.values()[round];
            new PixelCodec().write(out, format, image(format, 3, 2).pixels(), 0, 3, 3, 2);
            out.put(Opcode.IMAGE);
            out.varint(1023);
            out.varint(30);
            out.varint(10 * round);
            if (round > 0) {
                out.put(Opcode.FREE_MASK);
                out.varint(8191);
                out.put(Opcode.FREE_IMAGE);
                out.varint(1023);
                // Emptying an empty slot does nothing.
                out.put(Opcode.FREE_MASK);
                out.varint(77);
            }
            frames.add(out.toByteArray());
            out.clear();
        }
        return frames;
    }

    /** A second encoder goes on where the receiver of a first one has forgotten all, and all but surfaces. */
    private static List<byte[]> forgetting() {
        List<byte[]> frames = new ArrayList<>();
        CommandEncoder first = new CommandEncoder();
        frames.add(first.encode(begin(PixelFormat.RGB)));
        frames.add(first.encodeAndForget(glyphs(Mask.Kind.LCD)));
        frames.add(first.encode(glyphs(Mask.Kind.LCD)));
        frames.add(first.encode(surfaces(PixelFormat.ARGB_PRE)));
        CommandEncoder second = new CommandEncoder();
        second.beginAnew();
        frames.add(second.encode(begin(PixelFormat.ARGB_PRE)));
        frames.add(second.encode(images(PixelFormat.ARGB)));
        return frames;
    }

    private static void surface(ByteWriter out, int id, PixelFormat format, int width, int height) {
        out.put(Opcode.SURFACE);
        out.varint(id);
        out.put(format.ordinal());
        out.varint(width);
        out.varint(height);
    }

    private static void rectangle(ByteWriter out, int x, int y, int width, int height) {
        out.varint(x);
        out.varint(y);
        out.varint(width);
        out.varint(height);
    }

    private static Mask mask(Mask.Kind kind, int width, int height, int seed) {
        byte[] coverage = new byte[width * height * kind.bytesPerPixel()];
        Random random = new Random(seed);
        for (int i = 0; i < coverage.length; i++) {
            int choice = random.nextInt(5);
            coverage[i] = (byte) (choice == 0 ? 0 : choice == 1 ? 255 : random.nextInt(256));
        }
        // Whole pixels without any and with full coverage.
        Arrays.fill(coverage, 0, kind.bytesPerPixel(), (byte) 0);
        Arrays.fill(coverage, kind.bytesPerPixel(), 2 * kind.bytesPerPixel(), (byte) 255);
        return new Mask(kind, width, height, coverage);
    }

    private static PixelImage image(PixelFormat format, int width, int height) {
        int[] pixels = new int[width * height];
        Random random = new Random(width);
        for (int i = 0; i < pixels.length; i++) {
            int argb = random.nextInt(1 << 24) | (i % 3 == 0 ? 255 : i % 11 == 0 ? 0 : random.nextInt(256)) << 24;
            pixels[i] = switch (format) {
                case RGB -> argb | 0xff000000;
                case ARGB -> argb;
                case ARGB_PRE -> Alpha.premultiply(argb);
            };
        }
        return new PixelImage(format, width, height, pixels);
    }
}
