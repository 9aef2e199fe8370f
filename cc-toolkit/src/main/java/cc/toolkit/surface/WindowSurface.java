package cc.toolkit.surface;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import sun.java2d.SunGraphics2D;
import sun.java2d.SurfaceData;

/** The surface of one top-level window. Any thread may use it. Sizes and rectangles are in device pixels. */
public final class WindowSurface {
    private final FrameRecorder recorder;
    private final boolean translucent;
    private final Object destination;
    private final Surface surface;
    private RecordingSurfaceData data;

    WindowSurface(
            FrameRecorder recorder,
            int id,
            GraphicsConfiguration configuration,
            Object destination,
            int width,
            int height,
            double scale,
            boolean translucent) {
        this.recorder = recorder;
        this.translucent = translucent;
        this.destination = destination;
        BufferedImage image = createShadow(width, height);
        surface = recorder.createSurface(
                id,
                RecordingSurfaceData.formatOf(image),
                image.getWidth(),
                image.getHeight(),
                RecordingSurfaceData.pixelsOf(image));
        data = new RecordingSurfaceData(surface, image, configuration, destination, scale, this::surfaceData);
    }

    private BufferedImage createShadow(int width, int height) {
        return RecordingSurfaceData.createShadow(
                width, height, translucent ? BufferedImage.TYPE_INT_ARGB_PRE : BufferedImage.TYPE_INT_RGB);
    }

    Surface surface() {
        return surface;
    }

    /** The number that drawing commands and window states name this surface by. */
    public int id() {
        return surface.id();
    }

    /** What graphics draw on. After {@link #resize} it is another one, and graphics of the old one follow. */
    public SurfaceData surfaceData() {
        synchronized (recorder) {
            return data;
        }
    }

    public Graphics2D createGraphics(Color foreground, Color background, Font font) {
        return new SunGraphics2D(surfaceData(), foreground, background, font);
    }

    public int width() {
        synchronized (recorder) {
            return surface.width();
        }
    }

    public int height() {
        synchronized (recorder) {
            return surface.height();
        }
    }

    /** Changes size, scale and configuration; the pixels that are in both sizes stay, new ones are 0. */
    public void resize(GraphicsConfiguration configuration, int width, int height, double scale) {
        synchronized (recorder) {
            BufferedImage image = createShadow(width, height);
            int[] pixels = RecordingSurfaceData.pixelsOf(image);
            PixelRows.copyTopLeft(
                    surface.pixels(),
                    surface.width(),
                    pixels,
                    image.getWidth(),
                    Math.min(surface.height(), image.getHeight()));
            surface.resize(image.getWidth(), image.getHeight(), pixels);
            RecordingSurfaceData old = data;
            data = new RecordingSurfaceData(surface, image, configuration, destination, scale, this::surfaceData);
            old.invalidate();
        }
    }

    /** The pixels of a rectangle as they are now: 0xAARRGGBB, not premultiplied; outside of the surface 0. */
    public int[] readPixels(Rectangle rectangle) {
        synchronized (recorder) {
            return data.readPixels(rectangle);
        }
    }

    /** Nobody will see this surface any more; drawing on it goes nowhere. */
    public void dispose() {
        recorder.drop(surface);
    }
}
