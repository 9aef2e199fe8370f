package cc.demo;

import static cc.demo.Layouts.named;

import java.awt.BorderLayout;
import java.awt.Font;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import javax.swing.Timer;

/** A clock face above the time and date in digits. It runs while it is on a screen, and changes once per second. */
final class ClockPanel extends JPanel {
    private static final int SECOND_MS = 1000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

    private final ClockFace face;
    private final JLabel digits;
    private final JLabel date;
    private final Timer timer = new Timer(SECOND_MS, event -> tick());

    /**
     * Makes a clock.
     *
     * @param name what the names of its parts begin with
     */
    ClockPanel(String name) {
        super(new BorderLayout(0, 8));
        setOpaque(false);
        face = named(name + ".face", new ClockFace());
        digits = named(name + ".digits", new JLabel("00:00:00", SwingConstants.CENTER));
        digits.setFont(new Font(Font.MONOSPACED, Font.PLAIN, 34));
        date = named(name + ".date", new JLabel(" ", SwingConstants.CENTER));
        JPanel digital = new JPanel(new BorderLayout());
        digital.setOpaque(false);
        digital.add(digits, BorderLayout.CENTER);
        digital.add(date, BorderLayout.SOUTH);
        add(face, BorderLayout.CENTER);
        add(digital, BorderLayout.SOUTH);
        timer.setRepeats(false);
        addHierarchyListener(event -> run(isShowing()));
    }

    private void run(boolean run) {
        if (!run) {
            timer.stop();
        } else if (!timer.isRunning()) {
            tick();
        }
    }

    /** Shows the time and waits for the next second to begin, so that the hand moves when the second changes. */
    private void tick() {
        ZonedDateTime now = ZonedDateTime.now(ZoneId.systemDefault());
        face.show(now.toLocalTime());
        digits.setText(TIME.format(now));
        date.setText(DATE.format(now));
        timer.setInitialDelay(SECOND_MS - now.get(ChronoField.MILLI_OF_SECOND));
        timer.restart();
    }
}
