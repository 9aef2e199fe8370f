package cc.screen.nativ;

import java.awt.Rectangle;
import java.util.ArrayDeque;

/**
 * Tells a program's own wish for a window's bounds from its answer to the person's. While a person drags a window's
 * edge, the program follows some steps behind; to obey what it says then would fight with the person.
 */
final class BoundsEcho {
    private static final int MAX_OUTSTANDING = 64;

    private final ArrayDeque<Rectangle> asked = new ArrayDeque<>();
    private Rectangle told = new Rectangle();

    /** The person gave the window these bounds, and the program is asked to follow. */
    void asked(Rectangle bounds) {
        asked.addLast(bounds);
        if (asked.size() > MAX_OUTSTANDING) {
            asked.removeFirst();
        }
    }

    /** Whether the window is to take these bounds, which the program tells now. */
    boolean isWish(Rectangle bounds) {
        if (bounds.equals(told)) {
            return false;
        }
        told = bounds;
        if (!asked.contains(bounds)) {
            asked.clear();
            return true;
        }
        while (!bounds.equals(asked.removeFirst())) {
            // What was asked before is answered with it.
        }
        return false;
    }

    /** The bounds that the program told last. */
    Rectangle told() {
        return told;
    }

    /** What the window is to be in the end: as the person wants it, or else as the program told. */
    Rectangle expected() {
        return asked.isEmpty() ? told : asked.getLast();
    }
}
