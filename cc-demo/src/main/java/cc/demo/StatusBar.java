package cc.demo;

import java.awt.BorderLayout;
import java.awt.Color;
import javax.swing.BorderFactory;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The line at the bottom of the main window: what happened last, and where the caret or selection is. */
final class StatusBar extends JPanel {
    private final JLabel message = new JLabel("Ready");
    private final JLabel position = new JLabel(" ");

    StatusBar() {
        super(new BorderLayout());
        setName("status");
        message.setName("status.message");
        position.setName("status.position");
        setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(1, 0, 0, 0, new Color(0, 0, 0, 40)),
                BorderFactory.createEmptyBorder(3, 10, 3, 10)));
        add(message, BorderLayout.CENTER);
        add(position, BorderLayout.EAST);
    }

    /** Says what happened. */
    void say(String text) {
        message.setText(text.isEmpty() ? " " : text);
    }

    /** Says where in its content the visible page is. */
    void at(String text) {
        position.setText(text.isEmpty() ? " " : text);
    }
}
