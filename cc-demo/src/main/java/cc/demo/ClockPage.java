package cc.demo;

import static cc.demo.Layouts.named;

import javax.swing.JButton;
import javax.swing.JPanel;

/** The clock, and a button that opens it in a window of its own. */
final class ClockPage extends JPanel {
    ClockPage(StatusBar status) {
        JButton detach = named("clock.detach", new JButton("Open in a window"));
        detach.setMnemonic('O');
        detach.setToolTipText("Opens a second window with a clock of its own");
        detach.addActionListener(event -> {
            ClockFrame.open();
            status.say("Clock window opened");
        });
        Layouts.page(
                this,
                "Clock",
                "It moves once per second, wherever it is shown.",
                Layouts.below(Layouts.row(detach), new ClockPanel("clock")));
    }
}
