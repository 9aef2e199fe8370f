package cc.toolkit.window;

import cc.toolkit.surface.FrameRecorder;
import cc.toolkit.surface.RecordingConfiguration;
import java.awt.GraphicsDevice;
import java.awt.Rectangle;
import java.awt.Transparency;
import java.awt.geom.AffineTransform;
import java.awt.image.ColorModel;
import java.awt.image.DirectColorModel;
import org.jspecify.annotations.Nullable;

/** A screen as it is now: where it is and how many device pixels a unit has. A changed screen has another one. */
public final class CcGraphicsConfiguration extends RecordingConfiguration {
    /** {@code TYPE_INT_RGB}, as opaque windows are. */
    private static final ColorModel OPAQUE = new DirectColorModel(24, 0xFF0000, 0x00FF00, 0x0000FF);

    private static final ColorModel BITMASK = new DirectColorModel(25, 0xFF0000, 0x00FF00, 0x0000FF, 0x1000000);
    private static final double DOTS_PER_INCH = 96;
    private static final double POINTS_PER_INCH = 72;

    private final GraphicsDevice device;
    private final Rectangle bounds;
    private final Rectangle usable;
    private final double scale;

    CcGraphicsConfiguration(
            GraphicsDevice device, Rectangle bounds, Rectangle usable, double scale, FrameRecorder recorder) {
        super(recorder);
        this.device = device;
        this.bounds = new Rectangle(bounds);
        this.usable = new Rectangle(usable);
        this.scale = scale;
    }

    /** Device pixels per unit. */
    public double scale() {
        return scale;
    }

    /** The part of the bounds that maximized windows use. */
    public Rectangle usable() {
        return new Rectangle(usable);
    }

    boolean describes(Rectangle otherBounds, Rectangle otherUsable, double otherScale) {
        return bounds.equals(otherBounds) && usable.equals(otherUsable) && scale == otherScale;
    }

    @Override
    public GraphicsDevice getDevice() {
        return device;
    }

    @Override
    public Rectangle getBounds() {
        return new Rectangle(bounds);
    }

    @Override
    public ColorModel getColorModel() {
        return OPAQUE;
    }

    @Override
    public @Nullable ColorModel getColorModel(int transparency) {
        return switch (transparency) {
            case Transparency.OPAQUE -> OPAQUE;
            case Transparency.BITMASK -> BITMASK;
            case Transparency.TRANSLUCENT -> ColorModel.getRGBdefault();
            default -> null;
        };
    }

    @Override
    public AffineTransform getDefaultTransform() {
        return AffineTransform.getScaleInstance(scale, scale);
    }

    @Override
    public AffineTransform getNormalizingTransform() {
        double dotsPerPoint = DOTS_PER_INCH / POINTS_PER_INCH;
        return AffineTransform.getScaleInstance(dotsPerPoint, dotsPerPoint);
    }

    @Override
    public boolean isTranslucencyCapable() {
        return true;
    }

    @Override
    public String toString() {
        return "CcGraphicsConfiguration[" + bounds + ", scale " + scale + "]";
    }
}
