package cc.toolkit.window;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.concurrent.atomic.AtomicInteger;

/** Where windows go whose program leaves that to the platform: one after the other, a step down and to the right. */
final class Placement {
    private static final int STEP = 28;
    private static final int STEPS = 8;
    /** Room for the frame that a viewer draws above the content. */
    private static final int FRAME_TOP = 32;

    private static final AtomicInteger COUNT = new AtomicInteger();

    private Placement() {}

    static Point next(Rectangle usable, Dimension size) {
        int shift = STEP * (1 + Math.floorMod(COUNT.getAndIncrement(), STEPS));
        int roomX = Math.max(0, usable.width - size.width);
        int roomY = Math.max(FRAME_TOP, usable.height - size.height);
        return new Point(usable.x + Math.min(shift, roomX), usable.y + Math.min(shift + FRAME_TOP, roomY));
    }
}
