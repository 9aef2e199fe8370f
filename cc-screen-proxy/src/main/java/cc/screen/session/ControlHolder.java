package cc.screen.session;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which viewer drives a program. Among viewers with the right to control, the one that types holds the control; it keeps
 * it until another one types or it leaves. Changed under its session's monitor; anybody may ask who holds it.
 */
final class ControlHolder {
    static final int NOBODY = 0;

    /** A viewer of another machine, where this machine shows a program that runs elsewhere. */
    static final int ELSEWHERE = Integer.MAX_VALUE;

    private final Set<Integer> entitled = new LinkedHashSet<>();
    private volatile int holder = NOBODY;

    void entitle(int viewer) {
        entitled.add(viewer);
    }

    /** Forgets a viewer; tells whether the holder changed. */
    boolean leave(int viewer) {
        entitled.remove(viewer);
        return release(viewer);
    }

    /** Gives the control to an entitled viewer; tells whether the holder changed. */
    boolean take(int viewer) {
        if (!entitled.contains(viewer) || holder == viewer) {
            return false;
        }
        holder = viewer;
        return true;
    }

    /** Takes the control from a viewer, if it has it; tells whether the holder changed. */
    boolean release(int viewer) {
        boolean changed = holder == viewer && holder != NOBODY;
        if (changed) {
            holder = NOBODY;
        }
        return changed;
    }

    /** The control is on another machine, or is not any more. */
    void elsewhere(boolean isElsewhere) {
        if (isElsewhere) {
            holder = ELSEWHERE;
        } else if (holder == ELSEWHERE) {
            holder = NOBODY;
        }
    }

    /** Whether one of these viewers holds it. */
    boolean isHeldHere() {
        return holder != NOBODY && holder != ELSEWHERE;
    }

    int holder() {
        return holder;
    }

    boolean isHeldBy(int viewer) {
        return holder == viewer;
    }
}
