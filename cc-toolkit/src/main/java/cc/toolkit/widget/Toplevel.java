package cc.toolkit.widget;

import java.awt.Component;
import java.awt.GraphicsConfiguration;
import java.awt.Image;
import java.awt.Point;
import java.awt.Window;
import java.awt.event.FocusEvent;
import java.awt.image.VolatileImage;
import org.jspecify.annotations.Nullable;
import sun.java2d.SurfaceData;

/** What a component's peer needs of the top-level window that it draws into. */
public interface Toplevel {

    /** The surface that all of the window's components share, or null once the window is disposed. */
    @Nullable
    SurfaceData surface();

    /** Where the surface's upper left corner is, in the program's screen coordinates. */
    Point origin();

    /** The configuration of the screen that the window is on. */
    GraphicsConfiguration configuration();

    /** The AWT window. */
    Window window();

    /**
     * Makes this the window with the keyboard focus where AWT's rules allow it.
     *
     * @return whether the window has the focus, or will have it once the events posted for it are dispatched
     */
    boolean requestWindowFocus(FocusEvent.Cause cause);

    /** The heavyweight component that has the keyboard focus now, as far as the window system knows. */
    @Nullable
    Component focusOwner();

    /** Shows the cursor of whatever is under the pointer. */
    void updateCursor();

    /** An image for a component to draw in before it is copied to the window. */
    Image offscreenImage(Component component, int width, int height);

    /** The same, as a volatile image. */
    VolatileImage offscreenVolatileImage(Component component, int width, int height);
}
