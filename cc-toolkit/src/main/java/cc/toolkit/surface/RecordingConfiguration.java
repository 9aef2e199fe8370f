package cc.toolkit.surface;

import java.awt.AWTException;
import java.awt.GraphicsConfiguration;
import java.awt.ImageCapabilities;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.VolatileImage;
import org.jspecify.annotations.Nullable;

/** A configuration whose compatible images are recorded, so that drawing them on a window takes one command. */
public abstract class RecordingConfiguration extends GraphicsConfiguration {
    private final FrameRecorder recorder;

    protected RecordingConfiguration(FrameRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public final BufferedImage createCompatibleImage(int width, int height) {
        return recorder.createImage(null, getColorModel(), width, height);
    }

    @Override
    public final BufferedImage createCompatibleImage(int width, int height, int transparency) {
        if (getColorModel().getTransparency() == transparency) {
            return createCompatibleImage(width, height);
        }
        ColorModel model = getColorModel(transparency);
        if (model == null) {
            throw new IllegalArgumentException("Unknown transparency: " + transparency);
        }
        return recorder.createImage(null, model, width, height);
    }

    /** {@inheritDoc} None is accelerated. */
    @Override
    public final VolatileImage createCompatibleVolatileImage(
            int width, int height, @Nullable ImageCapabilities capabilities, int transparency) throws AWTException {
        if (capabilities != null && capabilities.isAccelerated()) {
            throw new AWTException("Accelerated images are not supported.");
        }
        return recorder.createVolatileImage(null, this, width, height, transparency);
    }
}
