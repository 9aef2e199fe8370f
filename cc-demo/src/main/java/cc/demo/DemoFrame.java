package cc.demo;

import static cc.demo.Layouts.named;

import java.awt.BorderLayout;
import java.awt.GraphicsDevice;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JTabbedPane;
import javax.swing.WindowConstants;

/** The main window: menus, one tab per {@link Page}, and a status bar. */
final class DemoFrame extends JFrame {
    private static final int WIDTH_PX = 1000;
    private static final int HEIGHT_PX = 700;

    private final StatusBar status = new StatusBar();
    private final JTabbedPane tabs = named("tabs", new JTabbedPane());
    private final EditorPage editor = new EditorPage(status);
    private final Map<Page, JComponent> pages = new EnumMap<>(Page.class);

    DemoFrame() {
        super("Harbour Office");
        setName("main");
        setIconImages(AppIcon.images());
        setDefaultCloseOperation(WindowConstants.EXIT_ON_CLOSE);
        for (Page page : Page.values()) {
            JComponent content = page == Page.EDITOR ? editor : page.make(status);
            pages.put(page, content);
            tabs.addTab(page.title(), null, content, page.tip());
        }
        tabs.addChangeListener(event -> {
            status.at("");
            status.say(tabs.getToolTipTextAt(tabs.getSelectedIndex()));
        });
        status.at("");
        setJMenuBar(new DemoMenus(this, editor, status).bar());
        add(tabs, BorderLayout.CENTER);
        add(status, BorderLayout.SOUTH);
        setSize(WIDTH_PX, HEIGHT_PX);
        setLocationByPlatform(true);
    }

    /** Shows a page. */
    void select(Page page) {
        tabs.setSelectedComponent(pages.get(page));
    }

    /** Opens a text file in the editor. */
    void openFile(Path path) {
        editor.open(path);
    }

    /** Shows the window on the whole screen, or as it was before. */
    void setFullScreen(boolean full) {
        GraphicsDevice screen = getGraphicsConfiguration().getDevice();
        screen.setFullScreenWindow(full ? this : null);
    }

    void setStatusVisible(boolean visible) {
        status.setVisible(visible);
    }
}
