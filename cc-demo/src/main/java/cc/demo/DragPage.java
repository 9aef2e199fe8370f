package cc.demo;

import static cc.demo.Layouts.named;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.GridLayout;
import javax.swing.BorderFactory;
import javax.swing.DefaultListModel;
import javax.swing.DropMode;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;

/** Two lists and a text; lines can be dragged from each to each. */
final class DragPage extends JPanel {
    DragPage(StatusBar status) {
        JPanel columns = new JPanel(new GridLayout(1, 3, 14, 0));
        columns.setOpaque(false);
        columns.add(column(
                "In the harbour",
                list(
                        "drag.left",
                        status,
                        "Argo",
                        "Beagle",
                        "Cutty Sark",
                        "Discovery",
                        "Endeavour",
                        "Fram",
                        "Gjøa",
                        "Hermione")));
        columns.add(column("At sea", list("drag.right", status, "Mayflower", "Nautilus", "Santa María", "Vasa")));
        JTextArea text = named("drag.text", new JTextArea("Drop ships or any text here.\n"));
        text.setDragEnabled(true);
        text.setLineWrap(true);
        text.setWrapStyleWord(true);
        columns.add(column("Log book", text));
        Layouts.page(
                this,
                "Drag and drop",
                "Dragging moves; with Ctrl it copies. Text may also come from other programs.",
                columns);
    }

    private static JList<String> list(String name, StatusBar status, String... lines) {
        DefaultListModel<String> model = new DefaultListModel<>();
        for (String line : lines) {
            model.addElement(line);
        }
        JList<String> list = named(name, new JList<>(model));
        list.setDragEnabled(true);
        list.setDropMode(DropMode.INSERT);
        list.setFixedCellHeight(24);
        list.setTransferHandler(new LineTransfer(model, status));
        return list;
    }

    private static JPanel column(String title, Component content) {
        JPanel column = new JPanel(new BorderLayout(0, 6));
        column.setOpaque(false);
        column.add(new JLabel(title), BorderLayout.NORTH);
        JScrollPane scroll = new JScrollPane(content);
        column.add(scroll, BorderLayout.CENTER);
        column.setBorder(BorderFactory.createEmptyBorder(0, 0, 4, 0));
        return column;
    }
}
