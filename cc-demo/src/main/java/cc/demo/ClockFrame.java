package cc.demo;

import java.awt.Window;
import javax.swing.BorderFactory;
import javax.swing.JFrame;
import javax.swing.WindowConstants;

/** The clock in a window of its own. There is at most one. */
final class ClockFrame extends JFrame {
    private ClockFrame() {
        super("Clock");
        setName("clockWindow");
        setIconImages(AppIcon.images());
        ClockPanel clock = new ClockPanel("clockWindow");
        clock.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
        add(clock);
        setSize(320, 420);
        setLocationByPlatform(true);
        setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
    }

    /** Opens the clock's window, or brings it to the front. */
    static void open() {
        for (Window window : Window.getWindows()) {
            if (window instanceof ClockFrame && window.isDisplayable()) {
                window.toFront();
                return;
            }
        }
        new ClockFrame().setVisible(true);
    }
}
