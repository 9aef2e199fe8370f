package cc.protocol.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which surfaces there are, and whether a command fits them. Encoder, decoder and replica each keep one, so that one
 * place knows what is allowed. Not safe for use by several threads.
 */
public final class SurfaceTable {
    /** What is known of a surface without its pixels. */
    public record Entry(PixelFormat format, int width, int height) {
        /** Whether a rectangle is not empty and lies within the surface. */
        public boolean contains(int x, int y, int width, int height) {
            return x >= 0 && y >= 0 && width > 0 && height > 0 && width <= this.width - x && height <= this.height - y;
        }
    }

    private final Map<Integer, Entry> surfaces = new HashMap<>();
    private long pixels;

    public @Nullable Entry get(int surface) {
        return surfaces.get(surface);
    }

    public Set<Integer> surfaces() {
        return Set.copyOf(surfaces.keySet());
    }

    /** What is wrong with a command, for people, or null when it can be applied. Changes nothing. */
    public @Nullable String problem(DrawCommand command) {
        if (command instanceof DrawCommand.DefineSurface define) {
            return definitionProblem(define);
        }
        Entry target = surfaces.get(command.surface());
        if (target == null) {
            return "there is no surface " + command.surface();
        }
        if (command instanceof DrawCommand.Fill c) {
            return outside(target, c.x(), c.y(), c.width(), c.height());
        } else if (command instanceof DrawCommand.FillMask c) {
            String problem = outside(target, c.x(), c.y(), c.width(), c.height());
            Mask mask = c.mask();
            if (problem != null || mask == null) {
                return problem;
            }
            if (mask.kind() != Mask.Kind.GRAY) {
                return "a fill's mask is not gray";
            }
            return partProblem("mask", mask.width(), mask.height(), c.maskX(), c.maskY(), c.width(), c.height());
        } else if (command instanceof DrawCommand.GlyphRun c) {
            return runProblem(target, c);
        } else if (command instanceof DrawCommand.DrawImage c) {
            String problem = outside(target, c.x(), c.y(), c.width(), c.height());
            if (problem != null) {
                return problem;
            }
            PixelImage image = c.image();
            problem =
                    partProblem("image", image.width(), image.height(), c.imageX(), c.imageY(), c.width(), c.height());
            return problem != null ? problem : alphaProblem(c.extraAlpha());
        } else if (command instanceof DrawCommand.DrawSurface c) {
            return surfaceDrawProblem(target, c);
        } else if (command instanceof DrawCommand.CopyArea c) {
            String problem = outside(target, c.x(), c.y(), c.width(), c.height());
            if (problem != null) {
                return problem;
            }
            return outside(target, (long) c.x() + c.dx(), (long) c.y() + c.dy(), c.width(), c.height());
        } else if (command instanceof DrawCommand.SetPixels c) {
            String problem = outside(target, c.x(), c.y(), c.width(), c.height());
            if (problem == null && c.pixels().length != c.width() * c.height()) {
                return c.pixels().length + " pixels for " + c.width() + "x" + c.height();
            }
            return problem;
        }
        return null;
    }

    /** Follows a command that was found to be without a {@link #problem}. */
    public void follow(DrawCommand command) {
        if (command instanceof DrawCommand.DefineSurface define) {
            Entry old = surfaces.put(define.surface(), new Entry(define.format(), define.width(), define.height()));
            pixels += area(define.width(), define.height()) - (old == null ? 0 : area(old.width, old.height));
        } else if (command instanceof DrawCommand.DropSurface) {
            Entry old = surfaces.remove(command.surface());
            pixels -= old == null ? 0 : area(old.width, old.height);
        }
    }

    private @Nullable String definitionProblem(DrawCommand.DefineSurface define) {
        if (define.surface() < 0) {
            return "surface " + define.surface() + " is negative";
        }
        int side = Limits.MAX_SURFACE_SIDE_PIXELS;
        if (define.width() < 1 || define.width() > side || define.height() < 1 || define.height() > side) {
            return "a surface cannot be " + define.width() + "x" + define.height() + " (1 to " + side + ")";
        }
        Entry old = surfaces.get(define.surface());
        if (old == null && surfaces.size() >= Limits.MAX_SURFACES) {
            return "there are " + Limits.MAX_SURFACES + " surfaces already";
        }
        long now = pixels + area(define.width(), define.height()) - (old == null ? 0 : area(old.width, old.height));
        return now > Limits.MAX_SURFACE_PIXELS
                ? "all surfaces together would have " + now + " pixels, more than " + Limits.MAX_SURFACE_PIXELS
                : null;
    }

    private static @Nullable String runProblem(Entry target, DrawCommand.GlyphRun run) {
        String problem = outside(target, run.clipX(), run.clipY(), run.clipWidth(), run.clipHeight());
        if (problem != null) {
            return problem;
        }
        int count = run.glyphs().length;
        if (run.xs().length != count || run.ys().length != count) {
            return "glyphs and their positions are not equally many";
        }
        Mask.Kind kind = run.tables() == null ? Mask.Kind.GRAY : Mask.Kind.LCD;
        for (int i = 0; i < count; i++) {
            if (run.glyphs()[i].kind() != kind) {
                return "a glyph's mask is not " + kind;
            }
            if (Math.abs((long) run.xs()[i]) > Limits.MAX_GLYPH_COORDINATE
                    || Math.abs((long) run.ys()[i]) > Limits.MAX_GLYPH_COORDINATE) {
                return "a glyph is at " + run.xs()[i] + "," + run.ys()[i];
            }
        }
        return null;
    }

    private @Nullable String surfaceDrawProblem(Entry target, DrawCommand.DrawSurface draw) {
        Entry source = surfaces.get(draw.source());
        if (source == null) {
            return "there is no source surface " + draw.source();
        }
        if (draw.source() == draw.surface()) {
            return "surface " + draw.source() + " is drawn on itself";
        }
        String problem = outside(target, draw.x(), draw.y(), draw.width(), draw.height());
        if (problem == null) {
            problem = partProblem(
                    "surface",
                    source.width,
                    source.height,
                    draw.sourceX(),
                    draw.sourceY(),
                    draw.width(),
                    draw.height());
        }
        return problem != null ? problem : alphaProblem(draw.extraAlpha());
    }

    private static @Nullable String outside(Entry target, long x, long y, int width, int height) {
        boolean inside = x == (int) x && y == (int) y && target.contains((int) x, (int) y, width, height);
        return inside
                ? null
                : width + "x" + height + " at " + x + "," + y + " is empty or not within the surface's " + target.width
                        + "x" + target.height;
    }

    private static @Nullable String partProblem(
            String of, int width, int height, int x, int y, int partWidth, int partHeight) {
        boolean inside = x >= 0 && y >= 0 && partWidth <= width - x && partHeight <= height - y;
        return inside
                ? null
                : "the part " + partWidth + "x" + partHeight + " at " + x + "," + y + " is not within a " + of + " of "
                        + width + "x" + height;
    }

    private static @Nullable String alphaProblem(int extraAlpha) {
        return extraAlpha < 0 || extraAlpha > 255 ? "the extra alpha is " + extraAlpha : null;
    }

    private static long area(int width, int height) {
        return (long) width * height;
    }
}
