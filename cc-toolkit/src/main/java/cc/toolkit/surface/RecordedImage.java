package cc.toolkit.surface;

import cc.protocol.raster.Rect;
import java.awt.Component;
import java.awt.GraphicsConfiguration;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import org.jspecify.annotations.Nullable;
import sun.awt.image.OffScreenImage;
import sun.awt.image.SurfaceManager;

/**
 * An off-screen image as components make them: programs' own double buffers. What is drawn by its graphics is recorded;
 * what is stored past them is found when it is drawn on a window.
 */
final class RecordedImage extends OffScreenImage {
    private final Surface surface;

    RecordedImage(
            FrameRecorder recorder,
            @Nullable Component component,
            GraphicsConfiguration configuration,
            BufferedImage shadow) {
        super(component, shadow.getColorModel(), shadow.getRaster(), shadow.isAlphaPremultiplied());
        RecordingSurfaceData data = recorder.createOffscreenData(shadow, configuration, this, 1);
        surface = data.surface();
        SurfaceManager.setManager(this, new RecordedSurfaceManager(data));
    }

    Surface surface() {
        return surface;
    }

    /** The program may store pixels whenever it likes from now on. */
    @Override
    public WritableRaster getRaster() {
        share();
        return super.getRaster();
    }

    @Override
    public Raster getTile(int tileX, int tileY) {
        share();
        return super.getTile(tileX, tileY);
    }

    @Override
    public WritableRaster getWritableTile(int tileX, int tileY) {
        share();
        return super.getWritableTile(tileX, tileY);
    }

    @Override
    public BufferedImage getSubimage(int x, int y, int width, int height) {
        share();
        return super.getSubimage(x, y, width, height);
    }

    private void share() {
        // The superclass's constructor draws before there is a surface.
        if (surface != null) {
            surface.share();
        }
    }

    @Override
    public void setRGB(int x, int y, int argb) {
        synchronized (surface.recorder()) {
            super.setRGB(x, y, argb);
            surface.addDamage(new Rect(x, y, x + 1, y + 1));
        }
    }

    @Override
    public void setRGB(int x, int y, int width, int height, int[] argb, int offset, int scan) {
        synchronized (surface.recorder()) {
            super.setRGB(x, y, width, height, argb, offset, scan);
            Rect box = Clipping.saturated(x, y, width, height).intersection(surface.bounds());
            if (!box.isEmpty()) {
                surface.addDamage(box);
            }
        }
    }

    @Override
    public void setData(Raster raster) {
        synchronized (surface.recorder()) {
            super.setData(raster);
            surface.addDamage(surface.bounds());
        }
    }
}
