package cc.bench;

import java.awt.EventQueue;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.WindowConstants;

/** A program that has a small window and does nothing: what many of them cost is what CC costs for each. */
public final class TinyWindow {
    private TinyWindow() {}

    public static void main(String[] arguments) {
        EventQueue.invokeLater(() -> {
            JFrame frame = new JFrame("Tiny");
            frame.add(new JLabel("tiny"));
            frame.setSize(120, 60);
            frame.setDefaultCloseOperation(WindowConstants.EXIT_ON_CLOSE);
            frame.setVisible(true);
        });
    }
}
