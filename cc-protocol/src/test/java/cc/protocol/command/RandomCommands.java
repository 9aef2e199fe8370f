package cc.protocol.command;

import cc.protocol.command.DrawCommand.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** Makes valid commands at random: surfaces of a few sizes and, mostly, drawing on them. */
public final class RandomCommands {
    private static final int MAX_SURFACES = 4;
    private static final GammaTables TABLES = GammaTables.ofContrast(140);

    private final Random random;
    private final int side;
    private final Map<Integer, DrawCommand.DefineSurface> surfaces = new TreeMap<>();
    private final List<Mask> masks = new ArrayList<>();
    private final List<Mask> subpixel = new ArrayList<>();
    private final List<PixelImage> images = new ArrayList<>();
    private final int[] palette = new int[24];

    public RandomCommands(Random random, int side) {
        this.random = random;
        this.side = side;
        for (int i = 0; i < palette.length; i++) {
            palette[i] = color();
        }
        for (int i = 0; i < 12; i++) {
            masks.add(mask(Mask.Kind.GRAY));
            subpixel.add(mask(Mask.Kind.LCD));
        }
        for (int i = 0; i < 9; i++) {
            images.add(image(PixelFormat.values()[i % 3]));
        }
    }

    public List<DrawCommand> next(int count) {
        List<DrawCommand> commands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            commands.add(next());
        }
        return commands;
    }

    public DrawCommand next() {
        int choice = random.nextInt(100);
        if (surfaces.isEmpty() || choice < 2 && surfaces.size() < MAX_SURFACES) {
            return define(random.nextInt(MAX_SURFACES) + 1);
        }
        List<Integer> ids = List.copyOf(surfaces.keySet());
        int id = ids.get(random.nextInt(ids.size()));
        if (choice == 2) {
            return define(id);
        }
        if (choice == 3 && surfaces.size() > 1) {
            surfaces.remove(id);
            return new DrawCommand.DropSurface(id);
        }
        return draw(Objects.requireNonNull(surfaces.get(id)), choice);
    }

    private DrawCommand draw(DrawCommand.DefineSurface s, int choice) {
        int width = 1 + random.nextInt(random.nextInt(4) == 0 ? s.width() : Math.min(16, s.width()));
        int height = 1 + random.nextInt(random.nextInt(4) == 0 ? s.height() : Math.min(16, s.height()));
        int x = random.nextInt(s.width() - width + 1);
        int y = random.nextInt(s.height() - height + 1);
        int id = s.surface();
        if (choice < 30) {
            return new DrawCommand.Fill(id, x, y, width, height, stored(s.format(), palette()));
        } else if (choice < 50) {
            return fillMask(s, x, y, width, height);
        } else if (choice < 65) {
            return glyphs(s, x, y, width, height);
        } else if (choice < 78) {
            PixelImage image = images.get(random.nextInt(images.size()));
            int w = Math.min(width, image.width());
            int h = Math.min(height, image.height());
            if (random.nextInt(3) == 0 && image.width() <= s.width() && image.height() <= s.height()) {
                return new DrawCommand.DrawImage(
                        id,
                        s.width() - image.width(),
                        s.height() - image.height(),
                        image.width(),
                        image.height(),
                        image,
                        0,
                        0,
                        Rule.SRC_OVER,
                        255);
            }
            int fromX = random.nextInt(image.width() - w + 1);
            int fromY = random.nextInt(image.height() - h + 1);
            return new DrawCommand.DrawImage(id, x, y, w, h, image, fromX, fromY, rule(), extraAlpha());
        } else if (choice < 84) {
            return drawSurface(s, x, y, width, height);
        } else if (choice < 92) {
            int toX = random.nextInt(s.width() - width + 1);
            int toY = random.nextInt(s.height() - height + 1);
            return new DrawCommand.CopyArea(id, x, y, width, height, toX - x, toY - y);
        }
        return new DrawCommand.SetPixels(id, x, y, width, height, pixels(s.format(), width, height));
    }

    private DrawCommand define(int id) {
        PixelFormat format = PixelFormat.values()[random.nextInt(3)];
        DrawCommand.DefineSurface old = surfaces.get(id);
        if (old != null && random.nextInt(4) > 0) {
            format = old.format();
        }
        DrawCommand.DefineSurface define =
                new DrawCommand.DefineSurface(id, format, 1 + random.nextInt(side), 1 + random.nextInt(side));
        surfaces.put(id, define);
        return define;
    }

    private DrawCommand fillMask(DrawCommand.DefineSurface s, int x, int y, int width, int height) {
        Mask mask = random.nextInt(5) == 0 ? null : masks.get(random.nextInt(masks.size()));
        int w = mask == null ? width : Math.min(width, mask.width());
        int h = mask == null ? height : Math.min(height, mask.height());
        int maskX = mask == null ? 0 : random.nextInt(mask.width() - w + 1);
        int maskY = mask == null ? 0 : random.nextInt(mask.height() - h + 1);
        return new DrawCommand.FillMask(s.surface(), x, y, w, h, mask, maskX, maskY, palette(), rule());
    }

    private DrawCommand glyphs(DrawCommand.DefineSurface s, int x, int y, int width, int height) {
        boolean lcd = random.nextInt(3) == 0;
        int count = 1 + random.nextInt(8);
        Mask[] glyphs = new Mask[count];
        int[] xs = new int[count];
        int[] ys = new int[count];
        int penX = random.nextInt(s.width() + 8) - 8;
        int penY = random.nextInt(s.height() + 8) - 8;
        for (int i = 0; i < count; i++) {
            glyphs[i] = (lcd ? subpixel : masks).get(random.nextInt(masks.size()));
            xs[i] = penX;
            ys[i] = penY + random.nextInt(3);
            penX += glyphs[i].width() + random.nextInt(3) - 1;
        }
        return new DrawCommand.GlyphRun(
                s.surface(), x, y, width, height, palette(), lcd ? TABLES : null, glyphs, xs, ys);
    }

    private DrawCommand drawSurface(DrawCommand.DefineSurface s, int x, int y, int width, int height) {
        for (DrawCommand.DefineSurface source : surfaces.values()) {
            if (source.surface() != s.surface() && source.width() >= width && source.height() >= height) {
                int fromX = random.nextInt(source.width() - width + 1);
                int fromY = random.nextInt(source.height() - height + 1);
                return new DrawCommand.DrawSurface(
                        s.surface(), x, y, width, height, source.surface(), fromX, fromY, rule(), extraAlpha());
            }
        }
        return new DrawCommand.Fill(s.surface(), x, y, width, height, stored(s.format(), palette()));
    }

    private Mask mask(Mask.Kind kind) {
        int width = 1 + random.nextInt(12);
        int height = 1 + random.nextInt(12);
        byte[] coverage = new byte[width * height * kind.bytesPerPixel()];
        random.nextBytes(coverage);
        for (int i = 0; i < coverage.length; i++) {
            if (random.nextBoolean()) {
                coverage[i] = (byte) (random.nextBoolean() ? 0 : 255);
            }
        }
        return new Mask(kind, width, height, coverage);
    }

    private PixelImage image(PixelFormat format) {
        int width = 1 + random.nextInt(30);
        int height = 1 + random.nextInt(30);
        return new PixelImage(format, width, height, pixels(format, width, height));
    }

    /** Few colours, a gradient, or noise. */
    private int[] pixels(PixelFormat format, int width, int height) {
        int[] pixels = new int[width * height];
        int kind = random.nextInt(5);
        int colors = 1 + random.nextInt(palette.length);
        int base = random.nextInt();
        for (int i = 0; i < pixels.length; i++) {
            int argb = switch (kind) {
                case 0 -> color();
                case 1 -> base + i % width * 0x010203 + i / width * 0x030005;
                default -> palette[random.nextInt(colors)];
            };
            pixels[i] = stored(format, argb);
        }
        return pixels;
    }

    private int palette() {
        return palette[random.nextInt(palette.length)];
    }

    private int color() {
        int alpha = random.nextInt(3) == 0 ? random.nextInt(256) : 255;
        return random.nextInt(1 << 24) | alpha << 24;
    }

    private static int stored(PixelFormat format, int argb) {
        return switch (format) {
            case RGB -> argb | 0xff000000;
            case ARGB -> argb;
            case ARGB_PRE -> Alpha.premultiply(argb);
        };
    }

    private Rule rule() {
        return random.nextInt(3) == 0 ? Rule.SRC : Rule.SRC_OVER;
    }

    private int extraAlpha() {
        return random.nextBoolean() ? 255 : random.nextInt(256);
    }
}
