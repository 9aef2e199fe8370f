package cc.toolkit.surface;

import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import org.jspecify.annotations.Nullable;
import sun.awt.image.BufferedImageGraphicsConfig;

/**
 * What graphics of a recorded image give as their device configuration: the JDK's for images, unscaled, but that images
 * which are made for it are recorded as well.
 */
final class ImageConfiguration extends RecordingConfiguration {
    private final GraphicsConfiguration to;

    ImageConfiguration(FrameRecorder recorder, BufferedImage image) {
        super(recorder);
        this.to = BufferedImageGraphicsConfig.getConfig(image);
    }

    @Override
    public GraphicsDevice getDevice() {
        return to.getDevice();
    }

    @Override
    public ColorModel getColorModel() {
        return to.getColorModel();
    }

    @Override
    public @Nullable ColorModel getColorModel(int transparency) {
        return to.getColorModel(transparency);
    }

    @Override
    public AffineTransform getDefaultTransform() {
        return to.getDefaultTransform();
    }

    @Override
    public AffineTransform getNormalizingTransform() {
        return to.getNormalizingTransform();
    }

    @Override
    public Rectangle getBounds() {
        return to.getBounds();
    }
}
