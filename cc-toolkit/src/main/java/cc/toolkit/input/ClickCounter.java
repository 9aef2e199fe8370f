package cc.toolkit.input;

import java.awt.Component;
import java.awt.Point;
import java.awt.Toolkit;
import org.jspecify.annotations.Nullable;

/** Counts presses that follow each other quickly at one place. Not thread-safe. */
final class ClickCounter {
    /** A hand is not quite still while it clicks: up to this many units. */
    static final int SMUDGE = 4;

    private static final int DEFAULT_INTERVAL_MILLIS = 500;

    private @Nullable Component component;
    private int button;
    private long lastMillis;
    private int x;
    private int y;
    private int count;

    /** A button was pressed; returns the how manieth click this may become. */
    int pressed(Component on, int newButton, Point at, long now) {
        boolean again = on == component
                && newButton == button
                && now - lastMillis <= interval()
                && Math.abs(at.x - x) <= SMUDGE
                && Math.abs(at.y - y) <= SMUDGE;
        count = again ? count + 1 : 1;
        component = on;
        button = newButton;
        lastMillis = now;
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

    private static int interval() {
        return Toolkit.getDefaultToolkit().getDesktopProperty("awt.multiClickInterval") instanceof Integer millis
                ? millis
                : DEFAULT_INTERVAL_MILLIS;
    }
}
