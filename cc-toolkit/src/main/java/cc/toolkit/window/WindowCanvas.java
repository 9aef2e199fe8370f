package cc.toolkit.window;

import cc.toolkit.surface.FrameRecorder;
import cc.toolkit.surface.WindowSurface;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import org.jspecify.annotations.Nullable;
import sun.java2d.SurfaceData;

/**
 * The surface of one window through all its sizes, scales and kinds of pixels. It is made when it is first needed, and
 * what is new of it shows the window's background, so that a window is never seen black.
 */
final class WindowCanvas {
    /** Beyond this many pixels to a side a surface is cut; no screen shows more. */
    private static final int MAX_SIDE = 16_384;

    private static final Font ANY_FONT = new Font(Font.DIALOG, Font.PLAIN, 12);

    private final FrameRecorder recorder;
    private final Output output;
    private final Component owner;
    /** This and what else describes the canvas is read without a lock, by those who hold locks of their own. */
    private volatile @Nullable WindowSurface surface;

    private volatile CcGraphicsConfiguration configuration;
    private int width;
    private int height;
    private volatile boolean translucent;
    private boolean disposed;

    WindowCanvas(
            FrameRecorder recorder,
            Output output,
            Component owner,
            CcGraphicsConfiguration configuration,
            boolean translucent) {
        this.recorder = recorder;
        this.output = output;
        this.owner = owner;
        this.configuration = configuration;
        this.translucent = translucent;
    }

    /** The surface's number; 0 while there is none. */
    int id() {
        WindowSurface now = surface;
        return now == null ? 0 : now.id();
    }

    CcGraphicsConfiguration configuration() {
        return configuration;
    }

    boolean isTranslucent() {
        return translucent;
    }

    /** What to draw on; null once disposed. */
    @Nullable
    SurfaceData surfaceData(Color background) {
        synchronized (recorder) {
            WindowSurface now = surface;
            if (now == null) {
                now = create(background);
            }
            return now == null ? null : now.surfaceData();
        }
    }

    private @Nullable WindowSurface create(Color background) {
        if (disposed) {
            return null;
        }
        WindowSurface made = recorder.createWindowSurface(
                configuration, owner, pixels(width), pixels(height), configuration.scale(), translucent);
        output.surfaceCreated(made.id());
        surface = made;
        fill(made, new Rectangle(0, 0, width, height), background);
        return made;
    }

    /** Takes on a size in units and a screen's scale; content stays where both the old and the new size have it. */
    void resize(CcGraphicsConfiguration newConfiguration, int newWidth, int newHeight, Color background) {
        synchronized (recorder) {
            boolean same = configuration == newConfiguration && width == newWidth && height == newHeight;
            int oldWidth = width;
            int oldHeight = height;
            boolean rescaled = configuration.scale() != newConfiguration.scale();
            configuration = newConfiguration;
            width = newWidth;
            height = newHeight;
            WindowSurface now = surface;
            if (same || now == null) {
                return;
            }
            now.resize(configuration, pixels(width), pixels(height), configuration.scale());
            if (rescaled) {
                fill(now, new Rectangle(0, 0, width, height), background);
            } else {
                fill(now, new Rectangle(oldWidth, 0, width - oldWidth, height), background);
                fill(now, new Rectangle(0, oldHeight, width, height - oldHeight), background);
            }
        }
    }

    /** Goes over to pixels with or without transparency. Returns whether there is a new surface to be painted. */
    boolean setTranslucent(boolean newTranslucent, Color background) {
        WindowSurface old;
        synchronized (recorder) {
            if (translucent == newTranslucent) {
                return false;
            }
            translucent = newTranslucent;
            old = surface;
            if (old == null) {
                return false;
            }
            old.surfaceData().invalidate();
            create(background);
        }
        old.dispose();
        return true;
    }

    /** The pixels of a rectangle in device pixels, as {@link WindowSurface#readPixels} gives them. */
    int @Nullable [] readPixels(Rectangle devicePixels) {
        synchronized (recorder) {
            WindowSurface now = surface;
            return now == null ? null : now.readPixels(devicePixels);
        }
    }

    void dispose() {
        WindowSurface old;
        synchronized (recorder) {
            disposed = true;
            old = surface;
            surface = null;
        }
        if (old != null) {
            old.dispose();
        }
    }

    private int pixels(int units) {
        return (int) Math.max(1, Math.min(MAX_SIDE, Math.ceil(units * configuration.scale())));
    }

    private void fill(WindowSurface on, Rectangle units, Color background) {
        if (units.width <= 0 || units.height <= 0) {
            return;
        }
        Graphics2D g = on.createGraphics(background, background, ANY_FONT);
        try {
            g.setComposite(AlphaComposite.Src);
            // One more, for where a fraction of a pixel is left over at the edge.
            g.fillRect(units.x, units.y, units.width + 1, units.height + 1);
        } finally {
            g.dispose();
        }
    }
}
