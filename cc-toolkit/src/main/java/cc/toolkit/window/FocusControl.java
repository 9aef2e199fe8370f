package cc.toolkit.window;

import java.awt.Component;
import java.awt.Window;
import java.awt.event.WindowEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import sun.awt.KeyboardFocusManagerPeerImpl;
import sun.awt.SunToolkit;
import sun.awt.TimedWindowEvent;

/**
 * Which window has the keyboard, as a window system would know it. AWT's own focus manager makes the rest of it: from
 * the two events for the windows it finds out who is activated, and which component gets the focus.
 *
 * <p>Thread-safe; events are posted, never dispatched, so nothing foreign runs with the lock held. The focused
 * window is read without it, since it is asked for by those who hold locks of their own.
 */
public final class FocusControl extends KeyboardFocusManagerPeerImpl {
    private final Deque<CcWindowPeer<?>> recent = new ArrayDeque<>();
    private volatile @Nullable CcWindowPeer<?> focused;
    private @Nullable Component owner;

    FocusControl() {}

    /** The window that has the keyboard, or null. */
    public @Nullable CcWindowPeer<?> focusedPeer() {
        return focused;
    }

    @Override
    public @Nullable Window getCurrentFocusedWindow() {
        CcWindowPeer<?> now = focused;
        return now == null ? null : now.target();
    }

    /** Only this class moves the focus between windows; AWT's word for the past is not needed. */
    @Override
    public void setCurrentFocusedWindow(@Nullable Window window) {}

    @Override
    public synchronized @Nullable Component getCurrentFocusOwner() {
        return owner;
    }

    @Override
    public synchronized void setCurrentFocusOwner(@Nullable Component component) {
        owner = component;
    }

    /** Gives the keyboard to a window that may have it. Returns whether it has it now. */
    synchronized boolean focus(CcWindowPeer<?> window) {
        if (focused == window) {
            return true;
        }
        move(window);
        return true;
    }

    /** A window can have the focus no longer; the most sensible other one gets it. */
    void lose(CcWindowPeer<?> window) {
        List<CcWindowPeer<?>> candidates = new ArrayList<>();
        for (CcWindowPeer<?> owning = window.owner(); owning != null; owning = owning.owner()) {
            candidates.add(owning);
        }
        synchronized (this) {
            recent.remove(window);
            if (focused != window) {
                return;
            }
            candidates.addAll(recent);
        }
        // Asked without the lock: AWT takes its own to answer.
        candidates.removeIf(candidate -> !candidate.mayBeFocused());
        synchronized (this) {
            if (focused == window) {
                move(candidates.isEmpty() ? null : candidates.get(0));
            }
        }
    }

    private void move(@Nullable CcWindowPeer<?> to) {
        CcWindowPeer<?> from = focused;
        focused = to;
        owner = null;
        long now = System.currentTimeMillis();
        Window gaining = to == null ? null : to.target();
        Window losing = from == null ? null : from.target();
        if (from != null && losing != null) {
            post(new TimedWindowEvent(losing, WindowEvent.WINDOW_LOST_FOCUS, gaining, now));
            from.changed();
        }
        if (to != null && gaining != null) {
            recent.remove(to);
            recent.addFirst(to);
            post(new TimedWindowEvent(gaining, WindowEvent.WINDOW_GAINED_FOCUS, losing, now));
            to.changed();
        }
    }

    private static void post(WindowEvent event) {
        SunToolkit.postEvent(SunToolkit.targetToAppContext(event.getSource()), event);
    }
}
