package cc.toolkit.window;

import java.awt.GraphicsDevice;
import java.awt.Point;
import java.awt.Rectangle;
import sun.java2d.SunGraphicsEnvironment;

/** The screens that a program sees: those of whoever looks at it, changing when they do. */
public final class CcGraphicsEnvironment extends SunGraphicsEnvironment {
    private final Screens screenList;

    CcGraphicsEnvironment(Screens screenList) {
        this.screenList = screenList;
        VolatileImages.install();
    }

    @Override
    public synchronized GraphicsDevice[] getScreenDevices() {
        return screenList.devices().toArray(GraphicsDevice[]::new);
    }

    @Override
    public GraphicsDevice getDefaultScreenDevice() {
        return screenList.devices().get(0);
    }

    @Override
    protected int getNumScreens() {
        return screenList.devices().size();
    }

    @Override
    protected GraphicsDevice makeScreenDevice(int index) {
        return screenList.devices().get(index);
    }

    @Override
    public boolean isDisplayLocal() {
        // Programs smooth text only where they believe the display to be near.
        return true;
    }

    @Override
    public Point getCenterPoint() {
        Rectangle usable = getMaximumWindowBounds();
        return new Point(usable.x + usable.width / 2, usable.y + usable.height / 2);
    }

    @Override
    public Rectangle getMaximumWindowBounds() {
        return screenList.devices().get(0).getDefaultConfiguration().usable();
    }
}
