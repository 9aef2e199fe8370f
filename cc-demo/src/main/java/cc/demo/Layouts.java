package cc.demo;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.GridBagConstraints;
import java.awt.GridBagLayout;
import java.awt.Insets;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;

/** The few ways in which all pages are laid out, so that they look alike. */
final class Layouts {
    static final int GAP_PX = 12;
    private static final float HEADING_SCALE = 1.6f;
    private static final Color QUIET = new Color(0x5E6B78);

    private Layouts() {}

    /** Puts a heading and a line of explanation above the content of a page. */
    static void page(JPanel page, String heading, String explanation, Component content) {
        JLabel title = new JLabel(heading);
        title.setFont(title.getFont().deriveFont(Font.PLAIN, title.getFont().getSize2D() * HEADING_SCALE));
        JPanel head = new JPanel(new BorderLayout(0, 2));
        head.setOpaque(false);
        head.add(title, BorderLayout.NORTH);
        head.add(quiet(explanation), BorderLayout.CENTER);
        page.setLayout(new BorderLayout(0, GAP_PX));
        page.setBorder(BorderFactory.createEmptyBorder(GAP_PX, GAP_PX + 4, GAP_PX, GAP_PX + 4));
        page.add(head, BorderLayout.NORTH);
        page.add(content, BorderLayout.CENTER);
    }

    /** A label for what may be overlooked. */
    static JLabel quiet(String text) {
        JLabel label = new JLabel(text);
        label.setForeground(QUIET);
        return label;
    }

    /** Components side by side, from the left. */
    static JPanel row(Component... parts) {
        JPanel row = new JPanel(new GridBagLayout());
        row.setOpaque(false);
        GridBagConstraints place = new GridBagConstraints();
        place.gridy = 0;
        for (Component part : parts) {
            row.add(part, place);
            place.insets = new Insets(0, 8, 0, 0);
        }
        place.weightx = 1;
        row.add(Box.createGlue(), place);
        return row;
    }

    /** The content with a control strip above it. */
    static JPanel below(Component strip, Component content) {
        JPanel panel = new JPanel(new BorderLayout(0, 8));
        panel.setOpaque(false);
        panel.add(strip, BorderLayout.NORTH);
        panel.add(content, BorderLayout.CENTER);
        return panel;
    }

    /** Names a component and returns it. */
    static <C extends JComponent> C named(String name, C component) {
        component.setName(name);
        return component;
    }
}
