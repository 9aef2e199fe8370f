package cc.toolkit.surface;

import cc.protocol.raster.Rect;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.SystemColor;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;
import sun.awt.image.BufImgSurfaceManager;
import sun.awt.image.SurfaceManager;
import sun.java2d.SunGraphics2D;
import sun.java2d.SurfaceData;

/**
 * An off-screen image as components and screens make them: programs' own double buffers. What is drawn by its graphics
 * is recorded. Once a program takes hold of the raster, pixels may change without anybody telling; from then on it is
 * an ordinary image, whose changes the JDK tracks as far as they can be.
 */
final class RecordedImage extends BufferedImage {
    private static final Font DEFAULT_FONT = new Font(Font.DIALOG, Font.PLAIN, 12);

    private final @Nullable Component component;
    private final FrameRecorder recorder;
    private final RecordingSurfaceData data;
    /** Changed with the recorder's lock. */
    private volatile boolean recorded = true;

    /**
     * @param component where the image's graphics get colours and font from, and the image its first colour
     * @param shadow an image with the same pixels that nobody else has
     */
    RecordedImage(FrameRecorder recorder, @Nullable Component component, BufferedImage shadow) {
        super(shadow.getColorModel(), shadow.getRaster(), shadow.isAlphaPremultiplied(), null);
        this.component = component;
        this.recorder = recorder;
        data = recorder.createOffscreenData(
                shadow, new ImageConfiguration(recorder, shadow), this, 1, this::surfaceData);
        SurfaceManager.setManager(this, new RecordedSurfaceManager(data));
        if (component != null) {
            clear();
        }
    }

    private void clear() {
        Graphics2D g = createGraphics();
        g.clearRect(0, 0, getWidth(), getHeight());
        g.dispose();
    }

    Surface surface() {
        return data.surface();
    }

    @Override
    public Graphics getGraphics() {
        return createGraphics();
    }

    @Override
    public Graphics2D createGraphics() {
        if (component == null) {
            return super.createGraphics();
        }
        Color foreground = component.getForeground();
        Color background = component.getBackground();
        Font font = component.getFont();
        return new SunGraphics2D(
                surfaceData(),
                foreground == null ? SystemColor.windowText : foreground,
                background == null ? SystemColor.window : background,
                font == null ? DEFAULT_FONT : font);
    }

    /** Graphics that were made before follow when they are used next. */
    private void release() {
        if (!recorded) {
            return;
        }
        synchronized (recorder) {
            if (recorded) {
                recorded = false;
                SurfaceManager.setManager(this, new BufImgSurfaceManager(this));
                data.surface().dispose();
                data.invalidate();
            }
        }
    }

    private SurfaceData surfaceData() {
        return SurfaceManager.getManager(this).getPrimarySurfaceData();
    }

    @Override
    public WritableRaster getRaster() {
        release();
        return super.getRaster();
    }

    @Override
    public Raster getTile(int tileX, int tileY) {
        release();
        return super.getTile(tileX, tileY);
    }

    @Override
    public WritableRaster getWritableTile(int tileX, int tileY) {
        release();
        return super.getWritableTile(tileX, tileY);
    }

    @Override
    public BufferedImage getSubimage(int x, int y, int width, int height) {
        release();
        return super.getSubimage(x, y, width, height);
    }

    @Override
    public void coerceData(boolean premultiplied) {
        release();
        super.coerceData(premultiplied);
    }

    @Override
    public void setData(Raster raster) {
        synchronized (recorder) {
            try {
                super.setData(raster);
            } finally {
                addDamage(0, 0, getWidth(), getHeight());
            }
        }
    }

    @Override
    public void setRGB(int x, int y, int argb) {
        synchronized (recorder) {
            super.setRGB(x, y, argb);
            addDamage(x, y, 1, 1);
        }
    }

    @Override
    public void setRGB(int x, int y, int width, int height, int[] argb, int offset, int scan) {
        synchronized (recorder) {
            try {
                super.setRGB(x, y, width, height, argb, offset, scan);
            } finally {
                // Of an array that is too short, the first rows are stored.
                addDamage(x, y, width, height);
            }
        }
    }

    private void addDamage(int x, int y, int width, int height) {
        Rect box =
                Clipping.saturated(x, y, width, height).intersection(surface().bounds());
        if (recorded && !box.isEmpty()) {
            surface().addDamage(box);
        }
    }
}
