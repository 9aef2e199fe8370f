package cc.demo;

import static cc.demo.Layouts.named;

import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.swing.Action;
import javax.swing.JCheckBox;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JToolBar;
import javax.swing.SwingUtilities;
import javax.swing.text.BadLocationException;
import org.jspecify.annotations.Nullable;

/** A plain text editor. Its actions are also in the main window's menus. */
final class EditorPage extends JPanel {
    private static final int FONT_PT = 13;

    private final StatusBar status;
    private final JTextArea text = named("editor.text", new JTextArea(SampleText.LETTER));
    private final UndoHistory history = new UndoHistory(() -> System.nanoTime() / 1_000_000, this::enableUndo);
    private final Action undo = MenuAction.of("Undo", "ctrl Z", history::undo);
    private final Action redo = MenuAction.of("Redo", "ctrl shift Z", history::redo);
    private final Action find = MenuAction.of("Find...", "ctrl F", this::openFind);
    private final Action open = MenuAction.of("Open...", "ctrl O", this::chooseAndOpen);
    private final Action save = MenuAction.of("Save", "ctrl S", this::save);
    private final Action clear = MenuAction.of("New", "ctrl N", this::startAnew);
    private @Nullable FindDialog findDialog;
    private @Nullable Path file;

    EditorPage(StatusBar status) {
        this.status = status;
        setName(Page.EDITOR.componentName());
        text.setFont(new Font(Font.MONOSPACED, Font.PLAIN, FONT_PT));
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        text.setCaretPosition(0);
        text.getDocument().addUndoableEditListener(history);
        text.addCaretListener(event -> sayPosition());
        text.setComponentPopupMenu(TextPopup.of("editor.popup", undo, redo));
        JScrollPane scroll = named("editor.scroll", new JScrollPane(text));
        scroll.setRowHeaderView(new LineNumbers(text));
        enableUndo();
        Layouts.page(
                this,
                "Editor",
                "Undo goes back word by word; find stays open beside the text.",
                Layouts.below(toolBar(), scroll));
    }

    Action undoAction() {
        return undo;
    }

    Action redoAction() {
        return redo;
    }

    Action findAction() {
        return find;
    }

    Action openAction() {
        return open;
    }

    Action saveAction() {
        return save;
    }

    Action newAction() {
        return clear;
    }

    /** Opens a text file; a file that cannot be read is reported in a dialog. */
    void open(Path path) {
        try {
            replaceText(Files.readString(path));
            file = path;
            status.say("Opened " + path);
        } catch (IOException e) {
            report("Cannot open " + path, e);
        }
    }

    private JToolBar toolBar() {
        JToolBar bar = named("editor.tools", new JToolBar());
        bar.setFloatable(false);
        bar.setOpaque(false);
        for (Action action : new Action[] {clear, open, save}) {
            bar.add(action).setName("editor." + name(action));
        }
        bar.addSeparator();
        for (Action action : new Action[] {undo, redo, find}) {
            bar.add(action).setName("editor." + name(action));
        }
        bar.addSeparator();
        JCheckBox wrap = named("editor.wrap", new JCheckBox("Wrap lines", true));
        wrap.setOpaque(false);
        wrap.setMnemonic('W');
        wrap.addActionListener(event -> text.setLineWrap(wrap.isSelected()));
        bar.add(wrap);
        return bar;
    }

    private static String name(Action action) {
        return String.valueOf(action.getValue(Action.NAME)).replace(".", "").toLowerCase(Locale.ROOT);
    }

    private void enableUndo() {
        undo.setEnabled(history.canUndo());
        redo.setEnabled(history.canRedo());
    }

    private void sayPosition() {
        try {
            int caret = text.getCaretPosition();
            int line = text.getLineOfOffset(caret);
            int column = caret - text.getLineStartOffset(line);
            int selected = text.getSelectionEnd() - text.getSelectionStart();
            status.at("Line " + (line + 1) + ", column " + (column + 1)
                    + (selected > 0 ? ", " + selected + " selected" : ""));
        } catch (BadLocationException e) {
            throw new IllegalStateException("the caret is outside of its text", e);
        }
    }

    private void openFind() {
        if (findDialog == null) {
            findDialog = new FindDialog(SwingUtilities.getWindowAncestor(this), text, status);
        }
        findDialog.open();
    }

    private void startAnew() {
        replaceText("");
        file = null;
        status.say("New text");
        text.requestFocusInWindow();
    }

    private void replaceText(String content) {
        text.setText(content);
        text.setCaretPosition(0);
        history.clear();
    }

    private void chooseAndOpen() {
        JFileChooser chooser = named("editor.chooser", new JFileChooser());
        if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
            open(chooser.getSelectedFile().toPath());
        }
    }

    private void save() {
        if (file == null) {
            JFileChooser chooser = named("editor.chooser", new JFileChooser());
            if (chooser.showSaveDialog(this) != JFileChooser.APPROVE_OPTION) {
                return;
            }
            file = chooser.getSelectedFile().toPath();
        }
        try {
            Files.writeString(file, text.getText());
            status.say("Saved " + file);
        } catch (IOException e) {
            report("Cannot save " + file, e);
        }
    }

    private void report(String what, IOException why) {
        JOptionPane.showMessageDialog(this, what + "\n" + why, "Editor", JOptionPane.ERROR_MESSAGE);
    }
}
