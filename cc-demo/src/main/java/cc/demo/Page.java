package cc.demo;

import java.util.Locale;
import javax.swing.JComponent;

/** The pages of the main window, in the order of their tabs. */
enum Page {
    CLOCK("Clock", "The time, analogue and digital"),
    EDITOR("Editor", "A text editor with undo and find"),
    TABLE("Table", "10,000 orders to sort, filter and edit"),
    TREE("Tree", "Places of the world in a tree"),
    CANVAS("Canvas", "Draw shapes with gradients"),
    ANIMATION("Animation", "Planets on their orbits"),
    DIALOGS("Dialogs", "Every kind of dialog"),
    DRAG("Drag & Drop", "Move things between lists and text"),
    FORM("Form", "Fields, sliders, spinners and choices"),
    DESKTOP("Desktop", "Windows inside a window");

    private final String title;
    private final String tip;

    Page(String title, String tip) {
        this.title = title;
        this.tip = tip;
    }

    String title() {
        return title;
    }

    String tip() {
        return tip;
    }

    /** The name of the page's content: {@code page.} and the page's own name in lower case. */
    String componentName() {
        return "page." + name().toLowerCase(Locale.ROOT);
    }

    /** Makes the page's content. */
    JComponent make(StatusBar status) {
        JComponent content = switch (this) {
            case CLOCK -> new ClockPage(status);
            case EDITOR -> new EditorPage(status);
            case TABLE -> new TablePage(status);
            case TREE -> new TreePage(status);
            case CANVAS -> new CanvasPage(status);
            case ANIMATION -> new AnimationPage(status);
            case DIALOGS -> new DialogsPage(status);
            case DRAG -> new DragPage(status);
            case FORM -> new FormPage(status);
            case DESKTOP -> new DesktopPage(status);
        };
        content.setName(componentName());
        return content;
    }
}
