package cc.toolkit.window;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The visible windows from the lowest to the topmost. Windows that stay on top stay so, and owned windows stay above
 * their owners. Thread-safe; calls nothing of others with its lock held.
 */
public final class WindowStack {
    private final List<CcWindowPeer<?>> windows = new ArrayList<>();
    private final List<CcWindowPeer<?>> all = new ArrayList<>();

    WindowStack() {}

    /** All windows that have a peer, visible or not. */
    synchronized List<CcWindowPeer<?>> all() {
        return List.copyOf(all);
    }

    /** The visible windows, topmost last. */
    public synchronized List<CcWindowPeer<?>> bottomToTop() {
        return List.copyOf(windows);
    }

    /** The window with this number, or null. */
    public synchronized @Nullable CcWindowPeer<?> byId(int id) {
        for (CcWindowPeer<?> window : all) {
            if (window.id() == id) {
                return window;
            }
        }
        return null;
    }

    /** The topmost window that shows something at a point of the screen, or null. */
    public @Nullable CcWindowPeer<?> at(int x, int y) {
        List<CcWindowPeer<?>> candidates = bottomToTop();
        for (int i = candidates.size() - 1; i >= 0; i--) {
            if (candidates.get(i).covers(x, y)) {
                return candidates.get(i);
            }
        }
        return null;
    }

    synchronized void add(CcWindowPeer<?> window) {
        all.add(window);
    }

    synchronized void remove(CcWindowPeer<?> window) {
        all.remove(window);
        windows.remove(window);
    }

    synchronized void show(CcWindowPeer<?> window) {
        windows.remove(window);
        windows.add(window);
        sort();
    }

    synchronized void hide(CcWindowPeer<?> window) {
        windows.remove(window);
    }

    /** Puts a window above all others that it may be above, and what it owns with it. */
    synchronized void raise(CcWindowPeer<?> window) {
        List<CcWindowPeer<?>> family = new ArrayList<>();
        for (CcWindowPeer<?> other : windows) {
            if (other == window || isOwnedBy(other, window)) {
                family.add(other);
            }
        }
        windows.removeAll(family);
        windows.addAll(family);
        sort();
    }

    private static boolean isOwnedBy(CcWindowPeer<?> owned, CcWindowPeer<?> by) {
        for (CcWindowPeer<?> w = owned.owner(); w != null; w = w.owner()) {
            if (w == by) {
                return true;
            }
        }
        return false;
    }

    /** Puts a window below all others; its owners go with it. */
    synchronized void lower(CcWindowPeer<?> window) {
        CcWindowPeer<?> next = window;
        while (next != null) {
            if (windows.remove(next)) {
                windows.add(0, next);
            }
            next = next.owner();
        }
        sort();
    }

    /** How near to the user a window is: 1 is the lowest, 0 is not visible. */
    synchronized int stacking(CcWindowPeer<?> window) {
        return windows.indexOf(window) + 1;
    }

    /** Restores the rules with as little change of order as they need. */
    private void sort() {
        List<CcWindowPeer<?>> sorted = new ArrayList<>();
        for (boolean onTop : new boolean[] {false, true}) {
            for (CcWindowPeer<?> window : windows) {
                if (staysOnTop(window) == onTop && !sorted.contains(window)) {
                    place(window, onTop, sorted);
                }
            }
        }
        windows.clear();
        windows.addAll(sorted);
    }

    /** Adds a window after its owners. */
    private void place(CcWindowPeer<?> window, boolean onTop, List<CcWindowPeer<?>> sorted) {
        if (sorted.contains(window)) {
            return;
        }
        CcWindowPeer<?> owner = window.owner();
        if (owner != null && windows.contains(owner) && staysOnTop(owner) == onTop) {
            place(owner, onTop, sorted);
        }
        sorted.add(window);
    }

    private static boolean staysOnTop(CcWindowPeer<?> window) {
        for (CcWindowPeer<?> w = window; w != null; w = w.owner()) {
            if (w.isAlwaysOnTop()) {
                return true;
            }
        }
        return false;
    }
}
