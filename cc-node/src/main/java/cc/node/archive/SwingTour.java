package cc.node.archive;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JSpinner;
import javax.swing.JSplitPane;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JToolBar;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;
import javax.swing.plaf.metal.MetalLookAndFeel;
import javax.swing.plaf.nimbus.NimbusLookAndFeel;

/** A program without a display that makes its virtual machine load what Swing programs load. */
final class SwingTour {
    private static final Dimension SIZE = new Dimension(800, 600);
    /** Windows cannot be made without a display, their classes can be loaded. */
    private static final List<String> WINDOW_CLASSES = List.of(
            "javax.swing.JFrame",
            "javax.swing.JSlider",
            "javax.swing.JDialog",
            "javax.swing.JWindow",
            "javax.swing.JOptionPane",
            "javax.swing.JFileChooser",
            "javax.swing.JInternalFrame",
            "javax.swing.JDesktopPane",
            "javax.swing.JPopupMenu",
            "javax.swing.PopupFactory",
            "javax.swing.undo.UndoManager",
            "java.awt.FileDialog",
            "java.awt.DefaultKeyboardFocusManager",
            "java.awt.EventDispatchThread",
            "java.awt.dnd.DropTarget",
            "sun.awt.SunToolkit",
            "sun.awt.image.SunVolatileImage",
            "sun.awt.image.BufImgSurfaceData",
            "sun.java2d.SunGraphicsEnvironment");

    /** What a window, a network connection and a busy program use beside Swing: folders of the runtime image. */
    private static final List<String> PACKAGES = List.of(
            "java.desktop/java/awt/peer",
            "java.desktop/java/awt/dnd",
            "java.desktop/sun/awt/dnd",
            "java.datatransfer/java/awt/datatransfer",
            "java.logging/java/util/logging",
            "java.base/java/util/regex",
            "java.base/sun/nio/ch");

    private SwingTour() {}

    public static void main(String[] arguments) throws Exception {
        WINDOW_CLASSES.forEach(SwingTour::load);
        Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
        for (String name : PACKAGES) {
            Path module = modules.resolve(name.substring(0, name.indexOf('/')));
            try (DirectoryStream<Path> files = Files.newDirectoryStream(modules.resolve(name), "*.class")) {
                for (Path file : files) {
                    String inModule = module.relativize(file).toString();
                    load(inModule.substring(0, inModule.lastIndexOf('.')).replace('/', '.'));
                }
            } catch (NoSuchFileException e) {
                // Another JDK, another inside.
            }
        }
        SwingUtilities.invokeAndWait(SwingTour::go);
    }

    private static void load(String className) {
        try {
            Class.forName(className, false, null);
        } catch (ClassNotFoundException | LinkageError e) {
            // Another JDK, another inside.
        }
    }

    private static void go() {
        try {
            UIManager.setLookAndFeel(new MetalLookAndFeel());
            paint(everything());
            UIManager.setLookAndFeel(new NimbusLookAndFeel());
            paint(everything());
        } catch (UnsupportedLookAndFeelException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JComponent everything() {
        JMenu menu = new JMenu("Menu");
        menu.add(new JMenuItem("Item"));
        JMenuBar bar = new JMenuBar();
        bar.add(menu);
        JToolBar tools = new JToolBar();
        tools.add(new JButton("Tool"));
        JPanel form = new JPanel();
        form.setLayout(new BoxLayout(form, BoxLayout.Y_AXIS));
        for (JComponent part : List.of(
                bar,
                tools,
                new JLabel("<html><b>Label</b>"),
                new JButton("Button"),
                new JCheckBox("Check"),
                new JRadioButton("Radio"),
                new JComboBox<>(new String[] {"a", "b"}),
                new JTextField("Text"),
                new JSpinner(),
                new JProgressBar(),
                new JList<>(new String[] {"a", "b"}))) {
            form.add(part);
        }
        JTabbedPane tabs = new JTabbedPane();
        tabs.add("Text", new JScrollPane(new JTextArea("Text")));
        tabs.add("Table", new JScrollPane(new JTable(20, 4)));
        JSplitPane split = new JSplitPane(JSplitPane.HORIZONTAL_SPLIT, new JScrollPane(new JTree()), tabs);
        form.add(split);
        return form;
    }

    private static void paint(JComponent root) {
        root.setSize(SIZE);
        layOut(root);
        BufferedImage image = new BufferedImage(SIZE.width, SIZE.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HRGB);
        root.paint(graphics);
        graphics.setPaint(new GradientPaint(0, 0, Color.RED, SIZE.width, SIZE.height, Color.BLUE));
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(new Ellipse2D.Double(10, 10, 100, 50));
        graphics.drawImage(image, 5, 5, 50, 50, null);
        graphics.dispose();
    }

    private static void layOut(Container container) {
        container.doLayout();
        for (Component child : container.getComponents()) {
            if (child instanceof Container inner) {
                layOut(inner);
            }
        }
    }
}
