package cc.screen.nativ;

import cc.protocol.input.WindowMap;
import cc.protocol.message.CursorShape;
import cc.protocol.message.FromScreen;
import cc.protocol.message.ToScreen;
import cc.protocol.message.Viewers;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.GraphicsDevice;
import java.awt.Toolkit;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.WindowConstants;

/** The window that takes keyboard and pointer for a program which does not show here. For AWT's event thread. */
final class InputWindow {
    private static final Dimension SIZE = new Dimension(640, 440);
    private static final Dimension SMALLEST = new Dimension(240, 180);
    private static final int MARGIN = 8;

    private final String program;
    private final JFrame frame;
    private final WindowMap windows = new WindowMap();
    private final InputPad pad;
    private final JLabel status = new JLabel();
    private final JButton wholeScreen = new JButton();
    private final NativeClipboard clipboard;
    private final Map<Integer, CursorShape> cursors = new HashMap<>();
    private int viewer;

    /** @param onClose called when the person closes the window */
    InputWindow(String program, Consumer<FromScreen> out, KeyTranslator keys, Runnable onClose) {
        this.program = program;
        this.clipboard = new NativeClipboard(out);
        this.frame = new JFrame("Keyboard and pointer of " + program);
        this.pad = new InputPad(windows);
        pad.getAccessibleContext().setAccessibleName("Map of the windows of " + program);
        PadInput input = new PadInput(pad, windows, keys, out, this::hovers);
        input.listenTo(pad);
        WindowAdapter attention = new WindowAdapter() {
            @Override
            public void windowGainedFocus(WindowEvent event) {
                input.focusGained();
                clipboard.offer();
                pad.requestFocusInWindow();
            }

            @Override
            public void windowLostFocus(WindowEvent event) {
                input.focusLost();
            }

            @Override
            public void windowClosing(WindowEvent event) {
                onClose.run();
            }
        };
        frame.addWindowFocusListener(attention);
        frame.addWindowListener(attention);
        frame.setDefaultCloseOperation(WindowConstants.DO_NOTHING_ON_CLOSE);
        frame.add(pad, BorderLayout.CENTER);
        frame.add(bar(), BorderLayout.SOUTH);
        frame.setMinimumSize(SMALLEST);
        frame.setSize(SIZE);
        frame.setLocationByPlatform(true);
        frame.setVisible(true);
        pad.requestFocusInWindow();
    }

    void take(ToScreen message) {
        if (windows.take(message)) {
            pad.repaint();
        }
        switch (message.getMessageCase()) {
            case WELCOME -> viewer = message.getWelcome().getViewer();
            case VIEWERS -> tellWhoDrives(message.getViewers());
            case WINDOW_CLOSED -> cursors.remove(message.getWindowClosed().getWindow());
            case CURSOR -> cursors.put(message.getCursor().getWindow(), message.getCursor());
            case CLIPBOARD -> clipboard.take(message.getClipboard().getText());
            case BEEP -> Toolkit.getDefaultToolkit().beep();
            case OPEN_LINK -> LinkOpener.open(message.getOpenLink().getUri(), frame);
            default -> {}
        }
    }

    void dispose() {
        clipboard.close();
        frame.dispose();
    }

    private JPanel bar() {
        JPanel bar = new JPanel(new BorderLayout(MARGIN, 0));
        bar.setBorder(BorderFactory.createEmptyBorder(MARGIN / 2, MARGIN, MARGIN / 2, MARGIN));
        bar.setBackground(InputPad.BAR);
        status.setForeground(Color.WHITE);
        status.setText("Keyboard and pointer go to " + program + ".");
        wholeScreen.setFocusable(false);
        wholeScreen.addActionListener(event -> toggleWholeScreen());
        nameToggle();
        bar.add(status, BorderLayout.CENTER);
        bar.add(wholeScreen, BorderLayout.EAST);
        return bar;
    }

    private void toggleWholeScreen() {
        GraphicsDevice screen = frame.getGraphicsConfiguration().getDevice();
        boolean leaves = screen.getFullScreenWindow() == frame;
        screen.setFullScreenWindow(leaves ? null : frame);
        nameToggle();
        pad.requestFocusInWindow();
    }

    private void nameToggle() {
        boolean whole = frame.getGraphicsConfiguration().getDevice().getFullScreenWindow() == frame;
        wholeScreen.setText(whole ? "Leave whole screen" : "Whole screen");
    }

    private void tellWhoDrives(Viewers viewers) {
        boolean others = viewers.getInControl() != 0 && viewers.getInControl() != viewer;
        String driver = viewers.getDriver().isEmpty() ? "Somebody else" : viewers.getDriver();
        if (!viewers.getUnreached().isEmpty()) {
            status.setText(viewers.getUnreached() + " is not reached: keys and clicks go nowhere.");
        } else if (viewers.getInputElsewhere()) {
            status.setText(program + " is driven from " + String.join(", ", viewers.getInputsList()) + ".");
        } else {
            status.setText(
                    others
                            ? driver + " typed last. Type to go on from here."
                            : "Keyboard and pointer go to " + program + ".");
        }
    }

    /** The pointer looks as the program wants it there. */
    private void hovers(int window) {
        CursorShape shape = cursors.get(window);
        pad.setCursor(shape == null ? Cursor.getDefaultCursor() : NativeCursors.of(shape));
    }
}
