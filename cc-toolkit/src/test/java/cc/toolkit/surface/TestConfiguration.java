package cc.toolkit.surface;

import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;

/** A screen's configuration of some scale, without a screen. */
final class TestConfiguration extends RecordingConfiguration {
    private final GraphicsConfiguration unscaled =
            new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics().getDeviceConfiguration();

    private final double scale;

    TestConfiguration(FrameRecorder recorder, double scale) {
        super(recorder);
        this.scale = scale;
    }

    @Override
    public GraphicsDevice getDevice() {
        return unscaled.getDevice();
    }

    @Override
    public ColorModel getColorModel() {
        return unscaled.getColorModel();
    }

    @Override
    public ColorModel getColorModel(int transparency) {
        return unscaled.getColorModel(transparency);
    }

    @Override
    public AffineTransform getDefaultTransform() {
        return AffineTransform.getScaleInstance(scale, scale);
    }

    @Override
    public AffineTransform getNormalizingTransform() {
        return new AffineTransform();
    }

    @Override
    public Rectangle getBounds() {
        return new Rectangle(1000, 1000);
    }
}
