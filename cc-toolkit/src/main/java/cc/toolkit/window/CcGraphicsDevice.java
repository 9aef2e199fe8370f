package cc.toolkit.window;

import cc.toolkit.surface.FrameRecorder;
import cc.toolkit.widget.PeerRegistry;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.Rectangle;
import java.awt.Window;
import org.jspecify.annotations.Nullable;

/**
 * One of the screens that the program sees. Stays the same object while its place, size and scale change; full-screen
 * windows are supported, other display modes are not, as for a screen of a fixed size.
 */
public final class CcGraphicsDevice extends GraphicsDevice {
    private final int index;
    private final FrameRecorder recorder;
    private volatile CcGraphicsConfiguration configuration;

    CcGraphicsDevice(int index, Rectangle bounds, Rectangle usable, double scale, FrameRecorder recorder) {
        this.index = index;
        this.recorder = recorder;
        configuration = new CcGraphicsConfiguration(this, bounds, usable, scale, recorder);
    }

    /** The screen's number in the layout. */
    int index() {
        return index;
    }

    /** Returns whether this changed anything. */
    boolean update(Rectangle bounds, Rectangle usable, double scale) {
        if (configuration.describes(bounds, usable, scale)) {
            return false;
        }
        configuration = new CcGraphicsConfiguration(this, bounds, usable, scale, recorder);
        return true;
    }

    @Override
    public int getType() {
        return TYPE_RASTER_SCREEN;
    }

    @Override
    public String getIDstring() {
        return "cc:" + index;
    }

    @Override
    public GraphicsConfiguration[] getConfigurations() {
        return new GraphicsConfiguration[] {configuration};
    }

    @Override
    public CcGraphicsConfiguration getDefaultConfiguration() {
        return configuration;
    }

    @Override
    public boolean isFullScreenSupported() {
        return true;
    }

    @Override
    public void setFullScreenWindow(@Nullable Window window) {
        Window before = getFullScreenWindow();
        if (before != null && before != window) {
            showFullScreen(before, false);
        }
        super.setFullScreenWindow(window);
        if (window != null) {
            showFullScreen(window, true);
        }
    }

    private static void showFullScreen(Window window, boolean fullScreen) {
        if (PeerRegistry.peerOf(window) instanceof CcWindowPeer<?> peer) {
            peer.setFullScreen(fullScreen);
        }
    }

    @Override
    public boolean isWindowTranslucencySupported(WindowTranslucency kind) {
        return true;
    }
}
