package cc.demo;

import java.awt.BorderLayout;
import java.awt.Button;
import java.awt.Canvas;
import java.awt.Checkbox;
import java.awt.CheckboxGroup;
import java.awt.CheckboxMenuItem;
import java.awt.Choice;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.EventQueue;
import java.awt.FileDialog;
import java.awt.FlowLayout;
import java.awt.Font;
import java.awt.Frame;
import java.awt.GradientPaint;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.GridLayout;
import java.awt.Label;
import java.awt.List;
import java.awt.Menu;
import java.awt.MenuBar;
import java.awt.MenuItem;
import java.awt.MenuShortcut;
import java.awt.Panel;
import java.awt.PopupMenu;
import java.awt.ScrollPane;
import java.awt.Scrollbar;
import java.awt.TextArea;
import java.awt.TextField;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;

/** Every widget of AWT in one frame, for programs older than Swing. The line at the bottom says what happened last. */
public final class AwtGallery {
    private static final int GAP_PX = 8;

    private final Frame frame = new Frame("AWT gallery");
    private final Label said = named("said", new Label("Nothing happened yet"));

    private AwtGallery() {}

    /** Opens the frame; there are no options. */
    public static void main(String[] args) {
        EventQueue.invokeLater(() -> new AwtGallery().open());
    }

    private void open() {
        frame.setName("gallery");
        frame.setBackground(new Color(0xF3F5F8));
        frame.setLayout(new BorderLayout(GAP_PX, GAP_PX));
        frame.setMenuBar(menuBar());
        Panel columns = new Panel(new GridLayout(1, 3, GAP_PX, GAP_PX));
        columns.add(buttons());
        columns.add(texts());
        columns.add(scrolling());
        frame.add(columns, BorderLayout.CENTER);
        frame.add(said, BorderLayout.SOUTH);
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent event) {
                frame.dispose();
            }
        });
        frame.setSize(820, 520);
        frame.setVisible(true);
    }

    private void say(String what) {
        said.setText(what);
    }

    private static <C extends Component> C named(String name, C component) {
        component.setName(name);
        return component;
    }

    private MenuBar menuBar() {
        Menu file = new Menu("File");
        file.add(item("Open...", KeyEvent.VK_O, () -> chooseFile(FileDialog.LOAD)));
        file.add(item("Save...", KeyEvent.VK_S, () -> chooseFile(FileDialog.SAVE)));
        file.addSeparator();
        file.add(item("Quit", KeyEvent.VK_Q, frame::dispose));
        Menu more = new Menu("More");
        more.add(item("Deep", 0, () -> say("Deep")));
        more.add(item("Deeper", 0, () -> say("Deeper")));
        CheckboxMenuItem ticked = new CheckboxMenuItem("Ticked", true);
        ticked.addItemListener(event -> say("Ticked: " + ticked.getState()));
        MenuItem disabled = item("Disabled", 0, () -> say("Impossible"));
        disabled.setEnabled(false);
        Menu view = new Menu("View");
        view.add(ticked);
        view.add(more);
        view.add(disabled);
        Menu help = new Menu("Help");
        help.add(item("About", 0, () -> say("A gallery of AWT")));
        MenuBar bar = new MenuBar();
        bar.add(file);
        bar.add(view);
        bar.setHelpMenu(help);
        return bar;
    }

    private static MenuItem item(String label, int key, Runnable effect) {
        MenuItem item = key == 0 ? new MenuItem(label) : new MenuItem(label, new MenuShortcut(key));
        item.addActionListener(event -> effect.run());
        return item;
    }

    private void chooseFile(int mode) {
        FileDialog dialog = new FileDialog(frame, mode == FileDialog.LOAD ? "Open" : "Save", mode);
        dialog.setVisible(true);
        say(dialog.getFile() == null ? "No file" : dialog.getDirectory() + dialog.getFile());
    }

    private Panel buttons() {
        Panel panel = new Panel(new GridLayout(0, 1, GAP_PX, GAP_PX));
        Button button = named("button", new Button("Push"));
        button.addActionListener(event -> say("Pushed"));
        panel.add(row(button, disabled(new Button("Disabled"))));
        Checkbox box = named("box", new Checkbox("Check", true));
        box.addItemListener(event -> say("Check: " + box.getState()));
        panel.add(row(box, disabled(new Checkbox("Disabled"))));
        CheckboxGroup group = new CheckboxGroup();
        Panel radios = new Panel(new FlowLayout(FlowLayout.LEFT));
        for (String wind : new String[] {"North", "East", "South"}) {
            Checkbox radio = named("radio." + wind, new Checkbox(wind, group, wind.equals("East")));
            radio.addItemListener(event -> say("Wind: " + wind));
            radios.add(radio);
        }
        panel.add(radios);
        Choice choice = named("choice", new Choice());
        for (String port : new String[] {"Bergen", "Dublin", "Lisbon", "Porto"}) {
            choice.add(port);
        }
        choice.addItemListener(event -> say("Port: " + choice.getSelectedItem()));
        panel.add(row(new Label("Port"), choice));
        Label label = new Label("A label in another font", Label.CENTER);
        label.setFont(new Font(Font.SERIF, Font.ITALIC, 18));
        label.setForeground(new Color(0x2F5D8C));
        panel.add(label);
        panel.add(popupCanvas());
        return panel;
    }

    private static Component disabled(Component component) {
        component.setEnabled(false);
        return component;
    }

    private static Panel row(Component... parts) {
        Panel row = new Panel(new FlowLayout(FlowLayout.LEFT));
        for (Component part : parts) {
            row.add(part);
        }
        return row;
    }

    private Canvas popupCanvas() {
        PopupMenu popup = new PopupMenu();
        popup.add(item("Red", 0, () -> say("Red")));
        popup.add(item("Blue", 0, () -> say("Blue")));
        Canvas canvas = named("canvas", new Painting());
        canvas.add(popup);
        canvas.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent event) {
                if (event.getButton() == MouseEvent.BUTTON3) {
                    popup.show(canvas, event.getX(), event.getY());
                }
            }
        });
        return canvas;
    }

    /** A canvas that says how to open its menu. */
    private static final class Painting extends Canvas {
        @Override
        public void paint(Graphics graphics) {
            Graphics2D g = (Graphics2D) graphics;
            g.setPaint(new GradientPaint(0, 0, new Color(0xA9CCE8), getWidth(), getHeight(), new Color(0x3F7FB5)));
            g.fillRect(0, 0, getWidth(), getHeight());
            g.setColor(Color.WHITE);
            g.drawString("Canvas: right-click", 12, 24);
        }
    }

    private Panel texts() {
        Panel panel = new Panel(new BorderLayout(GAP_PX, GAP_PX));
        TextField field = named("field", new TextField("A text field"));
        field.addActionListener(event -> say("Entered: " + field.getText()));
        TextField password = named("password", new TextField("secret"));
        password.setEchoChar('*');
        Panel fields = new Panel(new GridLayout(0, 1, GAP_PX, GAP_PX));
        fields.add(field);
        fields.add(password);
        TextArea area = named("area", new TextArea("A text area\nwith two scroll bars\n", 8, 24));
        area.addTextListener(event -> say("Text of " + area.getText().length() + " characters"));
        TextArea wrapped = named(
                "wrapped",
                new TextArea(
                        "This one has a vertical scroll bar only, so its long lines are wrapped at the edge.",
                        5,
                        24,
                        TextArea.SCROLLBARS_VERTICAL_ONLY));
        panel.add(fields, BorderLayout.NORTH);
        panel.add(area, BorderLayout.CENTER);
        panel.add(wrapped, BorderLayout.SOUTH);
        return panel;
    }

    private Panel scrolling() {
        Panel panel = new Panel(new GridLayout(0, 1, GAP_PX, GAP_PX));
        panel.add(list("list", false));
        panel.add(list("multiple", true));
        ScrollPane pane = named("pane", new ScrollPane());
        Panel board = new Panel(null);
        board.setPreferredSize(new Dimension(500, 400));
        for (int i = 0; i < 12; i++) {
            Button button = new Button("Button " + i);
            button.setBounds(10 + i * 35, 10 + i * 30, 90, 26);
            board.add(button);
        }
        pane.add(board);
        panel.add(pane);
        Scrollbar bar = named("bar", new Scrollbar(Scrollbar.HORIZONTAL, 30, 10, 0, 110));
        bar.addAdjustmentListener(event -> say("Scrollbar: " + event.getValue()));
        Panel bottom = new Panel(new BorderLayout());
        bottom.add(bar, BorderLayout.NORTH);
        panel.add(bottom);
        return panel;
    }

    private List list(String name, boolean multiple) {
        List list = named(name, new List(5, multiple));
        for (int i = 1; i <= 12; i++) {
            list.add("Item " + i);
        }
        list.select(1);
        list.addItemListener(event -> say(name + ": " + String.join(", ", list.getSelectedItems())));
        list.addActionListener(event -> say(name + " opens " + event.getActionCommand()));
        return list;
    }
}
