package cc.demo;

import static cc.demo.Layouts.named;

import java.awt.BorderLayout;
import java.awt.GridLayout;
import java.awt.Window;
import java.awt.event.KeyEvent;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;

/** Find and replace, in a modeless dialog that stays open beside the text. */
final class FindDialog extends JDialog {
    private static final int FIELD_COLUMNS = 22;
    private static final int MARGIN_PX = 24;
    private static final int TOP_PX = 60;

    private final JTextArea text;
    private final StatusBar status;
    private final JTextField needle = named("find.needle", new JTextField(FIELD_COLUMNS));
    private final JTextField replacement = named("find.replacement", new JTextField(FIELD_COLUMNS));
    private final JCheckBox matchCase = named("find.case", new JCheckBox("Match case"));
    private final JCheckBox wholeWord = named("find.word", new JCheckBox("Whole words"));
    private final JLabel result = named("find.result", new JLabel(" "));

    FindDialog(Window owner, JTextArea text, StatusBar status) {
        super(owner, "Find and replace", ModalityType.MODELESS);
        this.text = text;
        this.status = status;
        setName("find");
        matchCase.setMnemonic('M');
        wholeWord.setMnemonic('W');
        JPanel content = new JPanel(new BorderLayout(12, 10));
        content.setBorder(BorderFactory.createEmptyBorder(12, 12, 12, 12));
        content.add(fields(), BorderLayout.CENTER);
        content.add(buttons(), BorderLayout.EAST);
        content.add(result, BorderLayout.SOUTH);
        setContentPane(content);
        getRootPane()
                .registerKeyboardAction(
                        event -> setVisible(false),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
        pack();
        // At the owner's upper right corner, where it covers the least of the text.
        setLocation(owner.getX() + Math.max(0, owner.getWidth() - getWidth() - MARGIN_PX), owner.getY() + TOP_PX);
    }

    /** Shows the dialog with what is selected in the text, or with what was looked for last. */
    void open() {
        String selected = text.getSelectedText();
        if (selected != null && selected.indexOf('\n') < 0) {
            needle.setText(selected);
        }
        needle.selectAll();
        setVisible(true);
        needle.requestFocusInWindow();
    }

    private JPanel fields() {
        JPanel labels = new JPanel(new GridLayout(0, 1, 0, 6));
        JPanel inputs = new JPanel(new GridLayout(0, 1, 0, 6));
        labels.add(label("Find:", 'F', needle));
        labels.add(label("Replace with:", 'R', replacement));
        labels.add(new JLabel());
        inputs.add(needle);
        inputs.add(replacement);
        inputs.add(Layouts.row(matchCase, wholeWord));
        JPanel fields = new JPanel(new BorderLayout(8, 0));
        fields.add(labels, BorderLayout.WEST);
        fields.add(inputs, BorderLayout.CENTER);
        return fields;
    }

    private static JLabel label(String title, char mnemonic, JTextField field) {
        JLabel label = new JLabel(title);
        label.setDisplayedMnemonic(mnemonic);
        label.setLabelFor(field);
        return label;
    }

    private JPanel buttons() {
        JPanel buttons = new JPanel(new GridLayout(0, 1, 0, 6));
        JButton next = button("next", "Next", 'N', this::next);
        buttons.add(next);
        buttons.add(button("previous", "Previous", 'P', this::previous));
        buttons.add(button("all", "Replace all", 'A', this::replaceAll));
        getRootPane().setDefaultButton(next);
        JPanel top = new JPanel(new BorderLayout());
        top.add(buttons, BorderLayout.NORTH);
        return top;
    }

    private static JButton button(String name, String title, char mnemonic, Runnable effect) {
        JButton button = named("find." + name, new JButton(title));
        button.setMnemonic(mnemonic);
        button.addActionListener(event -> effect.run());
        return button;
    }

    private TextSearch search() {
        return new TextSearch(needle.getText(), matchCase.isSelected(), wholeWord.isSelected());
    }

    private void next() {
        show(search().next(text.getText(), text.getSelectionEnd()));
    }

    private void previous() {
        show(search().previous(text.getText(), text.getSelectionStart()));
    }

    private void show(int found) {
        if (found == TextSearch.NOT_FOUND) {
            say("Not found");
            return;
        }
        int count = search().count(text.getText());
        text.select(found, found + needle.getText().length());
        text.getCaret().setSelectionVisible(true);
        say(count == 1 ? "Found once" : "Found " + count + " times");
    }

    private void replaceAll() {
        String before = text.getText();
        int count = search().count(before);
        if (count > 0) {
            text.replaceRange(search().replaceAll(before, replacement.getText()), 0, before.length());
        }
        say("Replaced " + count);
    }

    private void say(String message) {
        result.setText(message);
        status.say(message);
    }
}
