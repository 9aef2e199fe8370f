package cc.demo;

import static cc.demo.Layouts.named;

import java.awt.event.WindowEvent;
import javax.swing.Action;
import javax.swing.ButtonGroup;
import javax.swing.JCheckBoxMenuItem;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JOptionPane;
import javax.swing.JRadioButtonMenuItem;
import javax.swing.KeyStroke;
import javax.swing.UIManager;

/** The menus of the main window. */
final class DemoMenus {
    private final DemoFrame frame;
    private final EditorPage editor;
    private final StatusBar status;

    DemoMenus(DemoFrame frame, EditorPage editor, StatusBar status) {
        this.frame = frame;
        this.editor = editor;
        this.status = status;
    }

    JMenuBar bar() {
        JMenuBar bar = named("menus", new JMenuBar());
        bar.add(file());
        bar.add(edit());
        bar.add(view());
        bar.add(help());
        return bar;
    }

    private JMenu file() {
        JMenu menu = menu("File", "menu.file");
        add(menu, "menu.new", inEditor(editor.newAction()));
        add(menu, "menu.open", inEditor(editor.openAction()));
        add(menu, "menu.save", inEditor(editor.saveAction()));
        menu.addSeparator();
        add(
                menu,
                "menu.exit",
                MenuAction.of(
                        "Exit",
                        "ctrl Q",
                        () -> frame.dispatchEvent(new WindowEvent(frame, WindowEvent.WINDOW_CLOSING))));
        return menu;
    }

    private JMenu edit() {
        JMenu menu = menu("Edit", "menu.edit");
        add(menu, "menu.undo", editor.undoAction());
        add(menu, "menu.redo", editor.redoAction());
        menu.addSeparator();
        for (JMenuItem item : TextPopup.transferItems("menu")) {
            menu.add(item);
        }
        menu.addSeparator();
        add(menu, "menu.find", inEditor(editor.findAction()));
        return menu;
    }

    private JMenu view() {
        JMenu menu = menu("View", "menu.view");
        JMenu pages = menu("Page", "menu.page");
        int number = 0;
        for (Page page : Page.values()) {
            number = (number + 1) % 10;
            add(
                    pages,
                    "menu." + page.componentName(),
                    MenuAction.of(page.title(), "alt " + number, () -> frame.select(page)));
        }
        menu.add(pages);
        menu.add(looks());
        menu.addSeparator();
        JCheckBoxMenuItem statusBar = named("menu.status", new JCheckBoxMenuItem("Status bar", true));
        statusBar.setMnemonic('S');
        statusBar.addActionListener(event -> frame.setStatusVisible(statusBar.isSelected()));
        menu.add(statusBar);
        JCheckBoxMenuItem fullScreen = named("menu.fullScreen", new JCheckBoxMenuItem("Full screen"));
        fullScreen.setMnemonic('F');
        fullScreen.setAccelerator(KeyStroke.getKeyStroke("F11"));
        fullScreen.addActionListener(event -> frame.setFullScreen(fullScreen.isSelected()));
        menu.add(fullScreen);
        menu.addSeparator();
        add(menu, "menu.clock", MenuAction.of("Clock window", "ctrl K", ClockFrame::open));
        return menu;
    }

    private JMenu looks() {
        JMenu menu = menu("Look and feel", "menu.looks");
        ButtonGroup group = new ButtonGroup();
        for (Look look : Look.values()) {
            boolean current = UIManager.getLookAndFeel().getName().equals(look.title());
            JRadioButtonMenuItem item =
                    named("menu.look." + look.title(), new JRadioButtonMenuItem(look.title(), current));
            item.setMnemonic(look.title().charAt(0));
            item.addActionListener(event -> {
                look.install();
                status.say(look.title() + " it is");
            });
            group.add(item);
            menu.add(item);
        }
        return menu;
    }

    private JMenu help() {
        JMenu menu = menu("Help", "menu.help");
        add(menu, "menu.keys", MenuAction.of("Keys", "F1", this::showKeys));
        add(menu, "menu.about", MenuAction.of("About", "", this::showAbout));
        return menu;
    }

    private void showKeys() {
        JOptionPane.showMessageDialog(frame, """
                Alt+1 to Alt+0   the pages
                Ctrl+F           find in the editor
                Ctrl+Z           undo
                Ctrl+K           clock window
                F11              full screen""", "Keys", JOptionPane.INFORMATION_MESSAGE);
    }

    private void showAbout() {
        JOptionPane.showMessageDialog(
                frame,
                "Harbour Office\nA plain Swing program that shows a little of everything.\nJava "
                        + System.getProperty("java.version"),
                "About",
                JOptionPane.INFORMATION_MESSAGE);
    }

    /** The action, after the editor was brought to the front. */
    private Action inEditor(Action action) {
        return MenuAction.before(action, () -> frame.select(Page.EDITOR));
    }

    private static JMenu menu(String title, String name) {
        JMenu menu = named(name, new JMenu(title));
        menu.setMnemonic(title.charAt(0));
        return menu;
    }

    private static void add(JMenu menu, String name, Action action) {
        JMenuItem item = menu.add(action);
        item.setName(name);
        item.setToolTipText(null);
    }
}
