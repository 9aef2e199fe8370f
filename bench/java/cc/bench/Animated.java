package cc.bench;

import cc.demo.Demo;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Window;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.Timer;

/** The demo with its animation switched on; prints each second the frame rate that the demo itself counts. */
public final class Animated {
    private static final int SECOND_MS = 1_000;

    private Animated() {}

    public static void main(String[] args) {
        Demo.main(new String[] {"--tab", "animation"});
        EventQueue.invokeLater(() -> new Timer(SECOND_MS, event -> report()).start());
    }

    private static void report() {
        if (find("animation.run") instanceof AbstractButton run && !run.isSelected()) {
            run.doClick();
        }
        if (find("animation.rate") instanceof JLabel rate) {
            System.out.println("rate " + rate.getText());
        }
    }

    private static Component find(String name) {
        for (Window window : Window.getWindows()) {
            Component found = find(window, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static Component find(Container parent, String name) {
        for (Component child : parent.getComponents()) {
            Component found =
                    name.equals(child.getName()) ? child : child instanceof Container inner ? find(inner, name) : null;
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
