package cc.screen.session;

import cc.protocol.command.CommandEncoder;
import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.CopyArea;
import cc.protocol.command.DrawCommand.DefineSurface;
import cc.protocol.command.DrawCommand.DrawImage;
import cc.protocol.command.DrawCommand.DrawSurface;
import cc.protocol.command.DrawCommand.DropSurface;
import cc.protocol.command.DrawCommand.Fill;
import cc.protocol.command.DrawCommand.FillMask;
import cc.protocol.command.DrawCommand.GlyphRun;
import cc.protocol.command.DrawCommand.Rule;
import cc.protocol.command.DrawCommand.SetPixels;
import cc.protocol.command.Mask;
import cc.protocol.command.PixelFormat;
import cc.protocol.command.PixelImage;
import cc.protocol.message.Frame;
import cc.protocol.message.SurfaceChecksum;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowClosed;
import cc.protocol.message.WindowState;
import cc.protocol.raster.Replica;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A program that draws at random on windows and on images of its own, and knows what it should look like. */
final class RandomProgram {
    private static final int MAX_SIDE = 48;
    private static final int MAX_SURFACE = 8;

    final Replica truth = new Replica();
    final Map<Integer, WindowState> windows = new HashMap<>();

    private final Random random;
    private final CommandEncoder encoder = new CommandEncoder();
    private final List<Mask> glyphs = new ArrayList<>();
    private final List<PixelImage> images = new ArrayList<>();
    private int sequence;

    RandomProgram(Random random) {
        this.random = random;
        for (int i = 0; i < 6; i++) {
            glyphs.add(mask(1 + random.nextInt(8), 1 + random.nextInt(8)));
            images.add(image(1 + random.nextInt(20), 1 + random.nextInt(20)));
        }
    }

    /** What the program says next. */
    ToScreen next() {
        int choice = random.nextInt(20);
        if (choice == 0) {
            return openWindow();
        } else if (choice == 1 && !windows.isEmpty()) {
            return closeWindow();
        }
        return frame(1 + random.nextInt(12));
    }

    ToScreen openWindow() {
        int window = 1 + random.nextInt(3);
        WindowState state = WindowState.newBuilder()
                .setWindow(window)
                // Surfaces above are images.
                .setSurface(window)
                .setWidth(MAX_SIDE)
                .setHeight(MAX_SIDE)
                .setScale(1)
                .setTitle("window " + random.nextInt())
                .build();
        windows.put(window, state);
        return ToScreen.newBuilder().setWindow(state).build();
    }

    ToScreen closeWindow() {
        int window = windows.keySet().iterator().next();
        windows.remove(window);
        return ToScreen.newBuilder()
                .setWindowClosed(WindowClosed.newBuilder().setWindow(window))
                .build();
    }

    ToScreen frame(int size) {
        List<DrawCommand> commands = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            DrawCommand command = command();
            truth.apply(command);
            commands.add(command);
        }
        return frame(commands);
    }

    ToScreen frame(List<DrawCommand> commands) {
        Frame.Builder frame =
                Frame.newBuilder().setSequence(++sequence).setCommands(ByteString.copyFrom(encoder.encode(commands)));
        for (int surface : truth.surfaces()) {
            frame.addChecksums(SurfaceChecksum.newBuilder().setSurface(surface).setCrc32(truth.crc32(surface)));
        }
        return ToScreen.newBuilder().setFrame(frame).build();
    }

    private DrawCommand command() {
        int surface = 1 + random.nextInt(MAX_SURFACE);
        if (!truth.has(surface) || random.nextInt(30) == 0) {
            return new DefineSurface(
                    surface,
                    PixelFormat.values()[random.nextInt(3)],
                    1 + random.nextInt(MAX_SIDE),
                    1 + random.nextInt(MAX_SIDE));
        }
        if (random.nextInt(60) == 0) {
            return new DropSurface(surface);
        }
        int width = truth.width(surface);
        int height = truth.height(surface);
        int w = 1 + random.nextInt(width);
        int h = 1 + random.nextInt(height);
        int x = random.nextInt(width - w + 1);
        int y = random.nextInt(height - h + 1);
        return switch (random.nextInt(8)) {
            case 0 -> new Fill(surface, x, y, w, h, pixel(surface));
            case 1 -> new FillMask(surface, x, y, w, h, mask(w, h), 0, 0, random.nextInt(), rule());
            case 2 -> glyphRun(surface, x, y, w, h);
            case 3 -> {
                PixelImage image = images.get(random.nextInt(images.size()));
                int iw = Math.min(w, image.width());
                int ih = Math.min(h, image.height());
                yield new DrawImage(surface, x, y, iw, ih, image, 0, 0, rule(), random.nextInt(256));
            }
            case 4, 5 -> {
                int source = 1 + random.nextInt(MAX_SURFACE);
                if (source == surface || !truth.has(source)) {
                    yield new Fill(surface, x, y, w, h, pixel(surface));
                }
                int sw = Math.min(w, truth.width(source));
                int sh = Math.min(h, truth.height(source));
                yield new DrawSurface(surface, x, y, sw, sh, source, 0, 0, rule(), 255);
            }
            case 6 ->
                new CopyArea(
                        surface, x, y, w, h, random.nextInt(width - w + 1) - x, random.nextInt(height - h + 1) - y);
            default -> {
                int[] pixels = new int[w * h];
                for (int i = 0; i < pixels.length; i++) {
                    pixels[i] = pixel(surface);
                }
                yield new SetPixels(surface, x, y, w, h, pixels);
            }
        };
    }

    private GlyphRun glyphRun(int surface, int x, int y, int w, int h) {
        int count = 1 + random.nextInt(5);
        Mask[] run = new Mask[count];
        int[] xs = new int[count];
        int[] ys = new int[count];
        for (int i = 0; i < count; i++) {
            run[i] = glyphs.get(random.nextInt(glyphs.size()));
            xs[i] = x + random.nextInt(w + 4) - 2;
            ys[i] = y + random.nextInt(h + 4) - 2;
        }
        return new GlyphRun(surface, x, y, w, h, random.nextInt(), null, run, xs, ys);
    }

    private Rule rule() {
        return random.nextBoolean() ? Rule.SRC : Rule.SRC_OVER;
    }

    /** A pixel as surfaces of this format hold it. */
    private int pixel(int surface) {
        int gray = random.nextInt(256);
        int alpha = truth.format(surface) == PixelFormat.RGB ? 255 : gray + random.nextInt(256 - gray);
        return alpha << 24 | gray << 16 | gray << 8 | gray;
    }

    private Mask mask(int width, int height) {
        byte[] coverage = new byte[width * height];
        random.nextBytes(coverage);
        return new Mask(Mask.Kind.GRAY, width, height, coverage);
    }

    private PixelImage image(int width, int height) {
        int[] pixels = random.ints((long) width * height).toArray();
        return new PixelImage(random.nextBoolean() ? PixelFormat.ARGB : PixelFormat.RGB, width, height, pixels);
    }
}
