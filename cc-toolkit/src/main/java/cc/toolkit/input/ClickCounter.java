package cc.toolkit.input;

import java.awt.Component;
import java.awt.Point;
import java.awt.Toolkit;
import org.jspecify.annotations.Nullable;

/**
 * Counts presses that follow each other quickly at one place. How quickly is told by the times at which they happened
 * where the person is, since on their way they may have been held up one by one. Not thread-safe.
 */
final class ClickCounter {
    /** A hand is not quite still while it clicks: up to this many units. */
    static final int SMUDGE = 4;

    private static final int DEFAULT_INTERVAL_MILLIS = 500;
    /** How much longer presses may be on their way than those before them; clocks of several viewers say nothing. */
    private static final int MAX_DELAY_MILLIS = 3_000;

    private @Nullable Component component;
    private int button;
    private int lastHappenedMillis;
    private long lastArrivedMillis;
    private int x;
    private int y;
    private int count;

    /**
     * A button was pressed; returns the how manieth click this may become.
     *
     * @param happenedMillis when, by the viewer's clock modulo 2^32; 0 if that is not known
     * @param arrivedMillis by this machine's clock
     */
    int pressed(Component on, int newButton, Point at, int happenedMillis, long arrivedMillis) {
        boolean again = on == component
                && newButton == button
                && isSoon(happenedMillis, arrivedMillis - lastArrivedMillis)
                && Math.abs(at.x - x) <= SMUDGE
                && Math.abs(at.y - y) <= SMUDGE;
        count = again ? count + 1 : 1;
        component = on;
        button = newButton;
        lastHappenedMillis = happenedMillis;
        lastArrivedMillis = arrivedMillis;
        x = at.x;
        y = at.y;
        return count;
    }

    /** The pointer moved: far enough away, it is no click any more. */
    void moved(Point to) {
        if (Math.abs(to.x - x) > SMUDGE || Math.abs(to.y - y) > SMUDGE) {
            count = 0;
        }
    }

    /** How many clicks there were; 0 where the pointer left the place. */
    int count() {
        return count;
    }

    private boolean isSoon(int happenedMillis, long apartMillis) {
        if (happenedMillis == 0 || lastHappenedMillis == 0) {
            return apartMillis <= interval();
        }
        int happenedApart = happenedMillis - lastHappenedMillis;
        return happenedApart >= 0 && happenedApart <= interval() && apartMillis <= interval() + MAX_DELAY_MILLIS;
    }

    private static int interval() {
        return Toolkit.getDefaultToolkit().getDesktopProperty("awt.multiClickInterval") instanceof Integer millis
                ? millis
                : DEFAULT_INTERVAL_MILLIS;
    }
}
