package cc.toolkit.surface;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GraphicsConfiguration;
import java.awt.ImageCapabilities;
import java.awt.image.BufferedImage;
import java.awt.image.ImageObserver;
import java.awt.image.VolatileImage;
import org.jspecify.annotations.Nullable;
import sun.awt.image.SurfaceManager;
import sun.java2d.SunGraphics2D;

/**
 * A volatile image that never loses its content, and that is known to those who look: drawing it on a window takes one
 * command. It has the scale of its configuration; where that changes, it is incompatible and programs make another.
 *
 * <p>Its colours are not premultiplied, as those of the JDK's images for the same purpose aren't: what is painted through
 * it, as look and feels do, equals what they paint into a plain image, which premultiplied ones round otherwise.
 */
final class RecordedVolatileImage extends VolatileImage {
    private static final Font DEFAULT_FONT = new Font(Font.DIALOG, Font.PLAIN, 12);

    private final @Nullable Component component;
    private final GraphicsConfiguration configuration;
    private final int width;
    private final int height;
    private final double scale;
    private final RecordingSurfaceData data;
    private boolean validated;

    /** @param transparency as in {@link java.awt.Transparency} */
    RecordedVolatileImage(
            FrameRecorder recorder,
            @Nullable Component component,
            GraphicsConfiguration configuration,
            int width,
            int height,
            int transparency) {
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("Width (" + width + ") and height (" + height + ") cannot be <= 0");
        }
        this.component = component;
        this.configuration = configuration;
        this.width = width;
        this.height = height;
        this.transparency = transparency;
        this.scale = configuration.getDefaultTransform().getScaleX();
        BufferedImage shadow = RecordingSurfaceData.createShadow(
                (int) Math.round(width * scale),
                (int) Math.round(height * scale),
                transparency == OPAQUE ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        data = recorder.createOffscreenData(shadow, configuration, this, scale, null);
        SurfaceManager.setManager(this, new RecordedSurfaceManager(data));
        clear();
    }

    private void clear() {
        Graphics2D g = createGraphics();
        g.clearRect(0, 0, width, height);
        g.dispose();
    }

    @Override
    public Graphics2D createGraphics() {
        Color foreground = component == null ? null : component.getForeground();
        Color background = component == null ? null : component.getBackground();
        Font font = component == null ? null : component.getFont();
        return new SunGraphics2D(
                data,
                foreground == null ? Color.BLACK : foreground,
                background == null ? Color.WHITE : background,
                font == null ? DEFAULT_FONT : font);
    }

    @Override
    public Graphics getGraphics() {
        return createGraphics();
    }

    @Override
    public BufferedImage getSnapshot() {
        BufferedImage snapshot = configuration.createCompatibleImage(width, height, transparency);
        Graphics2D g = snapshot.createGraphics();
        g.setComposite(AlphaComposite.Src);
        g.drawImage(this, 0, 0, null);
        g.dispose();
        return snapshot;
    }

    @Override
    public int validate(@Nullable GraphicsConfiguration on) {
        if (on != null && on.getDefaultTransform().getScaleX() != scale) {
            return IMAGE_INCOMPATIBLE;
        }
        int result = validated ? IMAGE_OK : IMAGE_RESTORED;
        validated = true;
        return result;
    }

    @Override
    public boolean contentsLost() {
        return false;
    }

    @Override
    public ImageCapabilities getCapabilities() {
        return new ImageCapabilities(true);
    }

    @Override
    public ImageCapabilities getCapabilities(@Nullable GraphicsConfiguration on) {
        return getCapabilities();
    }

    @Override
    public int getWidth() {
        return width;
    }

    @Override
    public int getHeight() {
        return height;
    }

    @Override
    public int getWidth(@Nullable ImageObserver observer) {
        return width;
    }

    @Override
    public int getHeight(@Nullable ImageObserver observer) {
        return height;
    }

    @Override
    public Object getProperty(String name, @Nullable ImageObserver observer) {
        if (name == null) {
            throw new NullPointerException("null property name is not allowed");
        }
        return UndefinedProperty;
    }
}
