package cc.demo;

import static cc.demo.Layouts.named;

import java.util.Locale;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JToggleButton;
import javax.swing.Timer;

/** An animation that stands still until it is switched on, at up to 60 frames per second. */
final class AnimationPage extends JPanel {
    private static final int FRAME_MS = 16;
    private static final long SECOND_NS = 1_000_000_000L;
    private static final int MAX_DAYS_PER_FRAME = 20;

    private final Orbits orbits = named("animation.orbits", new Orbits());
    private final JToggleButton run = named("animation.run", new JToggleButton("Run"));
    private final JSlider speed = named("animation.speed", new JSlider(1, MAX_DAYS_PER_FRAME, 4));
    private final JLabel rate = named("animation.rate", Layouts.quiet("stopped"));
    private final Timer timer = new Timer(FRAME_MS, event -> step());
    private double day;
    private int frames;
    private long countedSinceNs;

    AnimationPage(StatusBar status) {
        run.setMnemonic('R');
        run.setToolTipText("Switches the animation on and off");
        run.addActionListener(event -> {
            update();
            status.say(run.isSelected() ? "Animation runs" : "Animation stopped");
        });
        JLabel label = new JLabel("Speed:");
        label.setDisplayedMnemonic('P');
        label.setLabelFor(speed);
        addHierarchyListener(event -> update());
        Layouts.page(
                this,
                "Orbits",
                "Six planets, with the right lengths of their years.",
                Layouts.below(Layouts.row(run, label, speed, rate), orbits));
    }

    /** Runs while it is switched on and can be seen. */
    private void update() {
        boolean wanted = run.isSelected() && isShowing();
        if (wanted == timer.isRunning()) {
            return;
        }
        frames = 0;
        countedSinceNs = System.nanoTime();
        if (wanted) {
            timer.start();
        } else {
            timer.stop();
            rate.setText("stopped");
        }
    }

    private void step() {
        day += speed.getValue();
        orbits.setDay(day);
        frames++;
        long elapsedNs = System.nanoTime() - countedSinceNs;
        if (elapsedNs >= SECOND_NS) {
            rate.setText(String.format(Locale.ROOT, "%.0f frames per second", (double) frames * SECOND_NS / elapsedNs));
            frames = 0;
            countedSinceNs = System.nanoTime();
        }
    }
}
