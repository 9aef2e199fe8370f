package cc.demo;

import static cc.demo.Layouts.named;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GridLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JColorChooser;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;

/** A button for every kind of dialog, and what the last one answered. */
final class DialogsPage extends JPanel {
    private final StatusBar status;
    private final JLabel answer = named("dialogs.answer", new JLabel("No dialog was answered yet"));
    private final JPanel grid = new JPanel(new GridLayout(0, 2, 14, 14));

    DialogsPage(StatusBar status) {
        this.status = status;
        grid.setOpaque(false);
        add("message", "Message", "Says something and waits for OK", this::message);
        add("confirm", "Confirm", "Asks yes, no or cancel", this::confirm);
        add("input", "Input", "Asks for a line of text", this::input);
        add("choice", "Choice", "Asks for one of several", this::choice);
        add("file", "File chooser", "Browses the file system", this::file);
        add("colour", "Colour chooser", "Swatches, HSV, HSL, RGB, CMYK", this::colour);
        add("modal", "Order form", "A dialog of its own, modal to the application", this::modal);
        add("modeless", "Modeless", "Stays open while the work goes on", this::modeless);
        JPanel result = new JPanel(new BorderLayout());
        result.setBorder(BorderFactory.createTitledBorder("Last answer"));
        result.add(answer);
        result.setOpaque(false);
        JPanel answerAtTop = new JPanel(new BorderLayout());
        answerAtTop.setOpaque(false);
        answerAtTop.add(result, BorderLayout.NORTH);
        JPanel content = new JPanel(new BorderLayout(0, 28));
        content.setOpaque(false);
        content.add(grid, BorderLayout.NORTH);
        content.add(answerAtTop, BorderLayout.CENTER);
        Layouts.page(this, "Dialogs", "Modal ones block the windows behind them.", content);
    }

    private void add(String name, String title, String explanation, Runnable effect) {
        JButton button = named("dialogs." + name, new JButton(title));
        button.addActionListener(event -> effect.run());
        button.setToolTipText(explanation);
        button.setPreferredSize(new Dimension(140, 32));
        JPanel cell = new JPanel(new BorderLayout(10, 0));
        cell.setOpaque(false);
        cell.add(button, BorderLayout.WEST);
        cell.add(Layouts.quiet(explanation), BorderLayout.CENTER);
        grid.add(cell);
    }

    private void say(String text) {
        answer.setText(text);
        status.say(text);
    }

    private void message() {
        JOptionPane.showMessageDialog(this, "The barometer has fallen since noon.\nStorm is expected in the evening.");
        say("The message was read");
    }

    private void confirm() {
        int chosen = JOptionPane.showConfirmDialog(this, "Light the lamp now?");
        say(
                switch (chosen) {
                    case JOptionPane.YES_OPTION -> "Yes";
                    case JOptionPane.NO_OPTION -> "No";
                    default -> "Cancelled";
                });
    }

    private void input() {
        String text = JOptionPane.showInputDialog(this, "What is the ship's name?", "Argo");
        say(text == null ? "Cancelled" : "The ship is called " + text);
    }

    private void choice() {
        Object[] winds = {"North", "East", "South", "West"};
        Object chosen = JOptionPane.showInputDialog(
                this, "Where does the wind come from?", "Wind", JOptionPane.QUESTION_MESSAGE, null, winds, winds[3]);
        say(chosen == null ? "Cancelled" : chosen + " wind");
    }

    private void file() {
        JFileChooser chooser = named("dialogs.chooser", new JFileChooser());
        int chosen = chooser.showOpenDialog(this);
        say(chosen == JFileChooser.APPROVE_OPTION ? "Chosen: " + chooser.getSelectedFile() : "Cancelled");
    }

    private void colour() {
        Color chosen = JColorChooser.showDialog(this, "Colour of the lamp", new Color(0xF2A33A));
        say(chosen == null ? "Cancelled" : String.format("Colour #%06X", chosen.getRGB() & 0xFFFFFF));
        answer.setIcon(chosen == null ? null : new Swatch(chosen));
    }

    private void modal() {
        say(OrderDialog.ask(SwingUtilities.getWindowAncestor(this)));
    }

    private void modeless() {
        JDialog dialog = new JDialog(SwingUtilities.getWindowAncestor(this), "Notes");
        dialog.setName("modeless");
        JTextArea notes = named("modeless.notes", new JTextArea(8, 30));
        notes.setText("This window does not block the others.");
        dialog.add(new JScrollPane(notes));
        dialog.setDefaultCloseOperation(JDialog.DISPOSE_ON_CLOSE);
        dialog.pack();
        dialog.setLocationRelativeTo(this);
        dialog.setVisible(true);
        say("Notes opened");
    }
}
