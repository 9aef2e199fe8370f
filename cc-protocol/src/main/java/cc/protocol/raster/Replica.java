package cc.protocol.raster;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.PixelFormat;
import cc.protocol.command.PixelImage;
import cc.protocol.command.SurfaceTable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * The surfaces of one program as their pixels: the same, bit for bit, as the program's own. Surfaces together stay
 * within {@link cc.protocol.command.Limits#MAX_SURFACE_PIXELS}. Not safe for use by several threads.
 */
public final class Replica {
    private final SurfaceTable table = new SurfaceTable();
    private final Map<Integer, Raster> rasters = new HashMap<>();

    /** @throws IllegalArgumentException when the command does not fit the surfaces; nothing is changed then */
    public void apply(DrawCommand command) {
        String problem = table.problem(command);
        if (problem != null) {
            throw new IllegalArgumentException(command.getClass().getSimpleName() + ": " + problem);
        }
        table.follow(command);
        if (command instanceof DrawCommand.DefineSurface c) {
            define(c);
        } else if (command instanceof DrawCommand.DropSurface c) {
            rasters.remove(c.surface());
        } else {
            draw(raster(command.surface()), command);
        }
    }

    private void draw(Raster target, DrawCommand command) {
        if (command instanceof DrawCommand.Fill c) {
            target.fill(c.x(), c.y(), c.width(), c.height(), c.pixel());
        } else if (command instanceof DrawCommand.FillMask c) {
            MaskFill.paint(target, c);
        } else if (command instanceof DrawCommand.GlyphRun c) {
            GlyphPaint.paint(target, c);
        } else if (command instanceof DrawCommand.DrawImage c) {
            PixelImage image = c.image();
            new Blit(image.format(), image.pixels(), image.width())
                    .paint(
                            target,
                            c.x(),
                            c.y(),
                            c.width(),
                            c.height(),
                            c.imageX(),
                            c.imageY(),
                            c.rule(),
                            c.extraAlpha());
        } else if (command instanceof DrawCommand.DrawSurface c) {
            Raster source = raster(c.source());
            new Blit(source.format, source.pixels, source.width)
                    .paint(
                            target,
                            c.x(),
                            c.y(),
                            c.width(),
                            c.height(),
                            c.sourceX(),
                            c.sourceY(),
                            c.rule(),
                            c.extraAlpha());
        } else if (command instanceof DrawCommand.CopyArea c) {
            target.copy(c.x(), c.y(), c.width(), c.height(), c.dx(), c.dy());
        } else if (command instanceof DrawCommand.SetPixels c) {
            target.set(c.x(), c.y(), c.width(), c.height(), c.pixels());
        }
    }

    private void define(DrawCommand.DefineSurface define) {
        Raster raster = new Raster(define.format(), define.width(), define.height());
        Raster old = rasters.put(define.surface(), raster);
        if (old != null && old.format == raster.format) {
            raster.takeCommon(old);
        }
    }

    private Raster raster(int surface) {
        Raster raster = rasters.get(surface);
        if (raster == null) {
            throw new IllegalArgumentException("there is no surface " + surface);
        }
        return raster;
    }

    public Set<Integer> surfaces() {
        return Set.copyOf(rasters.keySet());
    }

    public boolean has(int surface) {
        return rasters.containsKey(surface);
    }

    public PixelFormat format(int surface) {
        return raster(surface).format;
    }

    public int width(int surface) {
        return raster(surface).width;
    }

    public int height(int surface) {
        return raster(surface).height;
    }

    /**
     * The live pixels, row by row, for reading; another array after the surface was resized. On opaque surfaces the top
     * byte means nothing.
     */
    public int[] pixels(int surface) {
        return raster(surface).pixels;
    }

    /** A copy of a rectangle's pixels. */
    public int[] pixels(int surface, int x, int y, int width, int height) {
        return raster(surface).get(x, y, width, height);
    }

    /** The surface's checksum, as {@code SurfaceChecksum} in display.proto defines it. */
    public int crc32(int surface) {
        return raster(surface).crc32();
    }
}
