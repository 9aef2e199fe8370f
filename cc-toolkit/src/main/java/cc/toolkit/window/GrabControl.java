package cc.toolkit.window;

import java.awt.Window;
import org.jspecify.annotations.Nullable;
import sun.awt.SunToolkit;
import sun.awt.UngrabEvent;

/**
 * The window that open menus hold on to. A press anywhere but in it and in windows that it owns, or anything that
 * happens to a window's frame, tells the menus to close. Thread-safe.
 */
public final class GrabControl {
    private @Nullable Window holder;

    GrabControl() {}

    /** A window opened menus and wants to hear of presses elsewhere. */
    public synchronized void grab(Window window) {
        Window before = holder;
        if (before != null && before != window) {
            tell(before);
        }
        holder = window;
    }

    /** A window closed its menus by itself, so it is not told: it may be opening others already. */
    public synchronized void ungrab(Window window) {
        if (holder == window) {
            holder = null;
        }
    }

    /** A button was pressed in this window, or outside of all windows. */
    public synchronized void pressed(@Nullable Window in) {
        Window window = holder;
        if (window == null) {
            return;
        }
        for (Window w = in; w != null; w = w.getOwner()) {
            if (w == window) {
                return;
            }
        }
        holder = null;
        tell(window);
    }

    /** The person turned to something else. */
    void release() {
        pressed(null);
    }

    private static void tell(Window window) {
        SunToolkit.postEvent(SunToolkit.targetToAppContext(window), new UngrabEvent(window));
    }
}
