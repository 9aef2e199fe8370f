package cc.screen.nativ;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Says over a program's windows that its machine is not reached: the picture below is an old one, and what is typed goes
 * nowhere. For AWT's event thread.
 */
final class UnreachedBand {
    static final int HEIGHT = 24;
    static final Color GROUND = new Color(0x8A4B00);

    /** A connection that is there again so soon needs no word about it. */
    private static final int SHOWN_AFTER_MILLIS = 500;

    private static final int MARGIN = 8;
    private static final int BASELINE = 16;
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.BOLD, 13);

    private final Runnable onChange;
    private @Nullable Timer timer;
    private String machine = "";
    private boolean shown;

    /** @param onChange called when windows are to be painted again */
    UnreachedBand(Runnable onChange) {
        this.onChange = onChange;
    }

    /** @param newMachine the program's, which is not reached; empty: it is */
    void take(String newMachine) {
        machine = newMachine;
        if (machine.isEmpty()) {
            close();
            show(false);
        } else if (timer == null && !shown) {
            timer = new Timer(SHOWN_AFTER_MILLIS, event -> show(true));
            timer.setRepeats(false);
            timer.start();
        }
    }

    /** Shows nothing any more that does not show yet. */
    void close() {
        if (timer != null) {
            timer.stop();
            timer = null;
        }
    }

    /** @param g in the window's own units, from the corner of what the program shows */
    void paint(Graphics2D g, int width) {
        if (!shown) {
            return;
        }
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(GROUND);
        g.fillRect(0, 0, width, HEIGHT);
        g.setColor(Color.WHITE);
        g.setFont(FONT);
        g.drawString(machine + " is not reached: keys and clicks go nowhere", MARGIN, BASELINE);
    }

    private void show(boolean now) {
        if (shown != now) {
            shown = now;
            onChange.run();
        }
    }
}
