package cc.demo;

import static cc.demo.Layouts.named;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.beans.PropertyVetoException;
import javax.swing.JButton;
import javax.swing.JDesktopPane;
import javax.swing.JInternalFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** Windows inside a window: movable, overlapping, with a clock, notes and a small drawing. */
final class DesktopPage extends JPanel {
    private final JDesktopPane desktop = named("desktop.pane", new JDesktopPane());
    private int notes;

    DesktopPage(StatusBar status) {
        desktop.setBackground(new Color(0x6C87A3));
        open("desktop.clock", "Clock", new ClockPanel("desktop.clock"), 20, 20, 260, 340);
        open("desktop.drawing", "Landscape", new DrawingCanvas(() -> {}), 300, 25, 600, 470);
        openNotes();
        JButton add = named("desktop.add", new JButton("New notes"));
        add.setMnemonic('N');
        add.addActionListener(event -> {
            openNotes();
            status.say("Notes " + notes + " opened");
        });
        Layouts.page(
                this,
                "Desktop",
                "Drag the title bars; the windows overlap, maximise and become icons.",
                Layouts.below(Layouts.row(add), desktop));
    }

    private void openNotes() {
        notes++;
        JTextArea text = named("desktop.notes" + notes, new JTextArea("Notes " + notes + "\n"));
        int offset = 30 * (notes % 8);
        open(
                "desktop.notesFrame" + notes,
                "Notes " + notes,
                new JScrollPane(text),
                520 + offset,
                10 + offset,
                280,
                200);
    }

    private void open(String name, String title, Component content, int x, int y, int width, int height) {
        JInternalFrame frame = new JInternalFrame(title, true, true, true, true);
        frame.setName(name);
        frame.add(content, BorderLayout.CENTER);
        frame.setBounds(x, y, width, height);
        desktop.add(frame);
        frame.setVisible(true);
        try {
            frame.setSelected(true);
        } catch (PropertyVetoException e) {
            // Another frame may refuse to give up the selection; then this one opens behind it.
            frame.toBack();
        }
    }
}
