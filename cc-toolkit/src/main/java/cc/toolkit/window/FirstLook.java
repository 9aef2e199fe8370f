package cc.toolkit.window;

import java.awt.Rectangle;

/**
 * Where windows go when somebody looks for the first time. Until then a program is told of a screen that was assumed;
 * it centres its windows there and makes them fit, and the screen that there is may be smaller or larger.
 */
final class FirstLook {
    /** Centring rounds, and some programs take a frame's insets into account. */
    private static final int CENTRED_TOLERANCE_UNITS = 2;

    private final Rectangle assumed;
    private final Rectangle found;

    /** Both without what maximized windows leave free. */
    FirstLook(Rectangle assumed, Rectangle found) {
        this.assumed = new Rectangle(assumed);
        this.found = new Rectangle(found);
    }

    /** A window that lay within the assumed screen lies within the one that was found, centred if it was. */
    Rectangle place(Rectangle window, boolean resizable) {
        if (!assumed.contains(window)) {
            // Where its program wants it to be, if nobody is to see it.
            return window;
        }
        boolean centred = isCentred(window.x - assumed.x, window.width, assumed.width)
                && isCentred(window.y - assumed.y, window.height, assumed.height);
        int width = resizable ? Math.min(window.width, found.width) : window.width;
        int height = resizable ? Math.min(window.height, found.height) : window.height;
        int spareX = Math.max(0, found.width - width);
        int spareY = Math.max(0, found.height - height);
        return new Rectangle(
                found.x + (centred ? spareX / 2 : Math.min(window.x - assumed.x, spareX)),
                found.y + (centred ? spareY / 2 : Math.min(window.y - assumed.y, spareY)),
                width,
                height);
    }

    private static boolean isCentred(int at, int size, int room) {
        return Math.abs(2 * at + size - room) <= 2 * CENTRED_TOLERANCE_UNITS;
    }
}
