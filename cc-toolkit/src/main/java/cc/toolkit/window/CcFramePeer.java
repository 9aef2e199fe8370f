package cc.toolkit.window;

import cc.protocol.message.WindowMode;
import cc.toolkit.widget.MenuBarArea;
import java.awt.Frame;
import java.awt.Graphics;
import java.awt.Insets;
import java.awt.MenuBar;
import java.awt.Rectangle;
import java.awt.event.FocusEvent;
import java.awt.event.MouseEvent;
import java.awt.event.WindowEvent;
import java.awt.peer.FramePeer;
import org.jspecify.annotations.Nullable;
import sun.awt.AWTAccessor;

/** The peer of a frame: a window with a title, states, and room for an AWT menu bar. */
public final class CcFramePeer extends CcTitledPeer<Frame> implements FramePeer {
    private volatile int state = Frame.NORMAL;
    private volatile @Nullable Rectangle maximizedBounds;
    /** The bounds to return to from being maximized. */
    private volatile @Nullable Rectangle normalBounds;

    private volatile @Nullable MenuBarArea menuBar;

    /** Makes the peer of a frame that is not visible yet. */
    public CcFramePeer(Desk desk, Frame target) {
        super(desk, target, target.getTitle(), target.isResizable());
        maximizedBounds = AWTAccessor.getFrameAccessor().getMaximizedBounds(target);
        int initial = target.getExtendedState();
        if (initial != Frame.NORMAL) {
            takeOnState(initial);
        }
        if (target.getMenuBar() != null) {
            setMenuBar(target.getMenuBar());
        }
    }

    @Override
    boolean isDecorated() {
        return !target.isUndecorated();
    }

    // ------------------------------------------------------------------------------------------- state

    @Override
    WindowMode mode() {
        if ((state & Frame.ICONIFIED) != 0) {
            return WindowMode.WINDOW_MODE_ICONIFIED;
        }
        if (super.mode() == WindowMode.WINDOW_MODE_FULL_SCREEN) {
            return WindowMode.WINDOW_MODE_FULL_SCREEN;
        }
        return isMaximized(state) ? WindowMode.WINDOW_MODE_MAXIMIZED : WindowMode.WINDOW_MODE_NORMAL;
    }

    private static boolean isMaximized(int state) {
        return (state & Frame.MAXIMIZED_BOTH) == Frame.MAXIMIZED_BOTH;
    }

    @Override
    public int getState() {
        return state;
    }

    @Override
    public void setState(int newState) {
        takeOnState(newState);
    }

    /** Changes the state and tells the program, as a window manager would. */
    private void takeOnState(int newState) {
        int before = state;
        if (before == newState) {
            return;
        }
        state = newState;
        AWTAccessor.getFrameAccessor().setExtendedState(target, newState);
        int changes = before ^ newState;
        if ((changes & Frame.MAXIMIZED_BOTH) != 0) {
            maximize(before);
        }
        if ((changes & Frame.ICONIFIED) != 0) {
            boolean iconified = (newState & Frame.ICONIFIED) != 0;
            if (iconified) {
                desk().focus().lose(this);
            }
            post(new WindowEvent(target, iconified ? WindowEvent.WINDOW_ICONIFIED : WindowEvent.WINDOW_DEICONIFIED));
            if (!iconified && isVisible()) {
                repaintAll();
                requestWindowFocus(FocusEvent.Cause.ACTIVATION);
            }
        }
        post(new WindowEvent(target, WindowEvent.WINDOW_STATE_CHANGED, before, newState));
        changed();
    }

    private void maximize(int before) {
        if ((before & Frame.MAXIMIZED_BOTH) == 0) {
            normalBounds = bounds();
        }
        Rectangle normal = normalBounds != null ? normalBounds : bounds();
        Rectangle full = maximalBounds();
        Rectangle to = new Rectangle(normal);
        if ((state & Frame.MAXIMIZED_HORIZ) != 0) {
            to.x = full.x;
            to.width = full.width;
        }
        if ((state & Frame.MAXIMIZED_VERT) != 0) {
            to.y = full.y;
            to.height = full.height;
        }
        reshapeTarget(to);
    }

    private Rectangle maximalBounds() {
        Rectangle full = device().getDefaultConfiguration().usable();
        Rectangle wish = maximizedBounds;
        if (wish == null) {
            return full;
        }
        return new Rectangle(
                wish.x == Integer.MAX_VALUE ? full.x : wish.x,
                wish.y == Integer.MAX_VALUE ? full.y : wish.y,
                wish.width == Integer.MAX_VALUE ? full.width : wish.width,
                wish.height == Integer.MAX_VALUE ? full.height : wish.height);
    }

    @Override
    void screenChanged() {
        super.screenChanged();
        if ((state & Frame.MAXIMIZED_BOTH) != 0) {
            maximize(state);
        }
    }

    @Override
    void modeRequested(WindowMode mode) {
        switch (mode) {
            case WINDOW_MODE_ICONIFIED -> takeOnState(state | Frame.ICONIFIED);
            case WINDOW_MODE_MAXIMIZED -> {
                if (isResizable()) {
                    takeOnState(Frame.MAXIMIZED_BOTH);
                }
            }
            case WINDOW_MODE_NORMAL ->
                takeOnState((state & Frame.ICONIFIED) != 0 ? state & ~Frame.ICONIFIED : Frame.NORMAL);
            default -> {
                // Full screen is the program's own choice.
            }
        }
    }

    @Override
    boolean mayBeFocused() {
        return (state & Frame.ICONIFIED) == 0 && super.mayBeFocused();
    }

    @Override
    public void setMaximizedBounds(@Nullable Rectangle bounds) {
        maximizedBounds = bounds;
        if ((state & Frame.MAXIMIZED_BOTH) != 0) {
            maximize(state);
        }
    }

    // ------------------------------------------------------------------------------------------- menu bar

    @Override
    public void setMenuBar(@Nullable MenuBar bar) {
        MenuBarArea before = menuBar;
        menuBar = bar == null ? null : MenuBarArea.of(bar);
        if (before != menuBar) {
            if (before != null) {
                before.showIn(null);
            }
            MenuBarArea now = menuBar;
            if (now != null) {
                now.showIn(this);
            }
            target.invalidate();
            resized();
            repaintAll();
        }
    }

    @Override
    public Insets getInsets() {
        MenuBarArea bar = menuBar;
        return new Insets(bar == null ? 0 : bar.height(bounds().width), 0, 0, 0);
    }

    @Override
    protected void paintPeer(Graphics g) {
        MenuBarArea bar = menuBar;
        if (bar != null) {
            bar.paint(g, bounds().width);
        }
    }

    @Override
    protected void handleMouse(MouseEvent event) {
        MenuBarArea bar = menuBar;
        if (bar != null && event.getY() < getInsets().top) {
            bar.handleMouse(event);
        }
    }

    // ------------------------------------------------------------------------------------------- embedded frames

    @Override
    public void setBoundsPrivate(int x, int y, int width, int height) {
        setBounds(x, y, width, height, SET_BOUNDS);
    }

    @Override
    public Rectangle getBoundsPrivate() {
        return bounds();
    }

    @Override
    public void emulateActivation(boolean activate) {
        if (activate) {
            activate();
        }
    }
}
