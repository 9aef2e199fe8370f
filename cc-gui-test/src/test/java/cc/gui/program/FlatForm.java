package cc.gui.program;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.BorderLayout;
import java.awt.EventQueue;
import java.awt.GridLayout;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JProgressBar;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JSpinner;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.LookAndFeel;

/** A program of every common component in the look and feel FlatLaf. */
final class FlatForm {
    private FlatForm() {}

    /** FlatLaf's light theme. */
    static final class Light {
        private Light() {}

        public static void main(String[] args) {
            show(new FlatLightLaf());
        }
    }

    /** FlatLaf's dark theme. */
    static final class Dark {
        private Dark() {}

        public static void main(String[] args) {
            show(new FlatDarkLaf());
        }
    }

    private static void show(LookAndFeel look) {
        EventQueue.invokeLater(() -> {
            if (!FlatLaf.setup(look)) {
                throw new IllegalStateException(look + " was not set up");
            }
            JFrame frame = new JFrame("FlatLaf");
            frame.setDefaultCloseOperation(JFrame.EXIT_ON_CLOSE);
            JMenuBar menus = new JMenuBar();
            menus.add(new JMenu("File"));
            menus.add(new JMenu("Edit"));
            frame.setJMenuBar(menus);
            JTabbedPane tabs = new JTabbedPane();
            tabs.add("Form", form());
            tabs.add("Other", new JPanel());
            frame.add(tabs, BorderLayout.CENTER);
            frame.add(new JScrollPane(new JTree()), BorderLayout.WEST);
            frame.pack();
            frame.setVisible(true);
        });
    }

    private static JPanel form() {
        JPanel form = new JPanel(new GridLayout(0, 2, 8, 8));
        form.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
        form.add(new JLabel("Name"));
        form.add(new JTextField("Ada Lovelace", 16));
        form.add(new JLabel("Secret"));
        form.add(new JPasswordField("engine"));
        form.add(new JCheckBox("Checked", true));
        form.add(new JCheckBox("Not checked"));
        ButtonGroup group = new ButtonGroup();
        for (String title : new String[] {"One", "Other"}) {
            JRadioButton button = new JRadioButton(title, group.getButtonCount() == 0);
            group.add(button);
            form.add(button);
        }
        form.add(new JComboBox<>(new String[] {"Bergen", "Quito"}));
        form.add(new JSpinner());
        form.add(new JSlider());
        JProgressBar progress = new JProgressBar();
        progress.setValue(40);
        form.add(progress);
        form.add(new JButton("Book"));
        JButton disabled = new JButton("Disabled");
        disabled.setEnabled(false);
        form.add(disabled);
        form.add(new JScrollPane(new JTable(3, 3)));
        return form;
    }
}
