package cc.toolkit.window;

import static cc.toolkit.TestDesk.onEventThread;
import static cc.toolkit.TestDesk.pixel;
import static cc.toolkit.TestDesk.rect;
import static cc.toolkit.TestDesk.screen;
import static cc.toolkit.TestDesk.settle;
import static cc.toolkit.TestDesk.until;
import static org.assertj.core.api.Assertions.assertThat;

import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowKind;
import cc.protocol.message.WindowMode;
import cc.protocol.message.WindowRequest;
import cc.protocol.message.WindowState;
import cc.toolkit.TestDesk;
import java.awt.Canvas;
import java.awt.Color;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Graphics;
import java.awt.GraphicsEnvironment;
import java.awt.Panel;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JFrame;
import javax.swing.JLabel;
import javax.swing.JWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

@EnabledIfSystemProperty(named = "cc.test.desktop", matches = "true")
class WindowDesktopTest {
    private final TestDesk desk = TestDesk.get();

    @AfterEach
    void clear() throws Exception {
        desk.clear();
    }

    private static JFrame show(String title, int x, int y, int width, int height) throws Exception {
        JFrame frame = onEventThread(() -> {
            JFrame made = new JFrame(title);
            made.setBounds(x, y, width, height);
            made.setVisible(true);
            return made;
        });
        settle();
        return frame;
    }

    private void untilState(Window window, java.util.function.Predicate<WindowState> condition) {
        until(() -> condition.test(desk.state(window)));
    }

    @Test
    void aWindowIsDescribedAfterTheFrameThatDefinesItsSurface() throws Exception {
        int before = desk.heard().size();
        JFrame frame = show("First", 30, 40, 300, 200);
        untilState(frame, WindowState::getVisible);

        List<ToScreen> said = desk.heard().subList(before, desk.heard().size());
        assertThat(said.get(0).hasFrame()).as("a frame comes first").isTrue();
        WindowState state = desk.state(frame);
        assertThat(state.getTitle()).isEqualTo("First");
        assertThat(state.getKind()).isEqualTo(WindowKind.WINDOW_KIND_FRAME);
        assertThat(List.of(state.getX(), state.getY(), state.getWidth(), state.getHeight()))
                .containsExactly(30, 40, 300, 200);
        assertThat(state.getDecorated()).isTrue();
        assertThat(state.getResizable()).isTrue();
        assertThat(state.getSurface()).isPositive();
    }

    @Test
    void attributesOfAWindowAreTold() throws Exception {
        JFrame frame = show("Before", 0, 0, 200, 100);
        onEventThread(() -> {
            frame.setTitle("After");
            frame.setIconImage(new BufferedImage(16, 16, BufferedImage.TYPE_INT_ARGB));
            frame.setMinimumSize(new Dimension(120, 80));
            frame.setAlwaysOnTop(true);
            frame.setResizable(false);
            return true;
        });
        untilState(frame, s -> s.getTitle().equals("After") && !s.getResizable());
        WindowState state = desk.state(frame);
        assertThat(state.getIcon().getRgba().size())
                .isEqualTo(state.getIcon().getWidth() * state.getIcon().getHeight() * 4);
        assertThat(state.getMinWidth()).isEqualTo(120);
        assertThat(state.getAlwaysOnTop()).isTrue();
    }

    @Test
    void opacityShapeAndTransparentPixelsAreTold() throws Exception {
        JWindow window = onEventThread(() -> {
            JWindow made = new JWindow();
            made.setBounds(10, 10, 100, 100);
            made.setBackground(new Color(0, 0, 0, 0));
            made.setShape(new Rectangle(0, 0, 50, 50));
            made.setOpacity(0.5f);
            made.setVisible(true);
            return made;
        });
        untilState(window, WindowState::getVisible);
        WindowState state = desk.state(window);
        assertThat(state.getKind()).isEqualTo(WindowKind.WINDOW_KIND_POPUP);
        assertThat(state.getOpacity()).isEqualTo(128);
        assertThat(state.getTranslucent()).isTrue();
        assertThat(state.getShapeList()).containsExactly(rect(0, 0, 50, 50));
        settle();
        assertThat(pixel(window, 20, 20).getAlpha()).isZero();
    }

    @Test
    void aWindowIsClosedByRequestAndForgottenWhenDisposed() throws Exception {
        JFrame frame = show("Closing", 0, 0, 200, 100);
        onEventThread(() -> {
            frame.setDefaultCloseOperation(JFrame.DISPOSE_ON_CLOSE);
            return true;
        });
        untilState(frame, WindowState::getVisible);
        int id = TestDesk.idOf(frame);
        desk.request(frame, WindowRequest.newBuilder().setClose(true));
        until(() ->
                desk.last(ToScreen.MessageCase.WINDOW_CLOSED).getWindowClosed().getWindow() == id);
        assertThat(frame.isDisplayable()).isFalse();
    }

    @Test
    void resizingByAViewerLaysOutAndTellsTheProgram() throws Exception {
        JFrame frame = show("Resize", 10, 20, 200, 100);
        JLabel label = onEventThread(() -> {
            JLabel made = new JLabel("content");
            frame.add(made);
            frame.validate();
            return made;
        });
        List<Integer> events = new CopyOnWriteArrayList<>();
        frame.addComponentListener(new ComponentAdapter() {
            @Override
            public void componentResized(ComponentEvent e) {
                events.add(e.getID());
            }

            @Override
            public void componentMoved(ComponentEvent e) {
                events.add(e.getID());
            }
        });
        desk.request(frame, WindowRequest.newBuilder().setBounds(rect(50, 60, 320, 240)));
        until(() -> label.getWidth() == 320);
        settle();
        assertThat(frame.getBounds()).isEqualTo(new Rectangle(50, 60, 320, 240));
        assertThat(events).contains(ComponentEvent.COMPONENT_MOVED, ComponentEvent.COMPONENT_RESIZED);
        untilState(frame, s -> s.getWidth() == 320 && s.getX() == 50);
    }

    @Test
    void framesAreIconifiedMaximizedAndRestored() throws Exception {
        JFrame frame = show("States", 100, 100, 200, 100);
        List<Integer> events = new CopyOnWriteArrayList<>();
        WindowAdapter listener = new WindowAdapter() {
            @Override
            public void windowIconified(WindowEvent e) {
                events.add(e.getID());
            }

            @Override
            public void windowDeiconified(WindowEvent e) {
                events.add(e.getID());
            }

            @Override
            public void windowStateChanged(WindowEvent e) {
                events.add(e.getID());
            }
        };
        frame.addWindowListener(listener);
        frame.addWindowStateListener(listener);
        desk.request(frame, WindowRequest.newBuilder().setMode(WindowMode.WINDOW_MODE_MAXIMIZED));
        until(() -> frame.getExtendedState() == Frame.MAXIMIZED_BOTH);
        assertThat(frame.getBounds()).isEqualTo(new Rectangle(0, 0, 1000, 800));
        desk.request(frame, WindowRequest.newBuilder().setMode(WindowMode.WINDOW_MODE_ICONIFIED));
        untilState(frame, s -> s.getMode() == WindowMode.WINDOW_MODE_ICONIFIED);
        desk.request(frame, WindowRequest.newBuilder().setMode(WindowMode.WINDOW_MODE_NORMAL));
        untilState(frame, s -> s.getMode() == WindowMode.WINDOW_MODE_MAXIMIZED);
        onEventThread(() -> {
            frame.setExtendedState(Frame.NORMAL);
            return true;
        });
        settle();
        assertThat(frame.getBounds()).isEqualTo(new Rectangle(100, 100, 200, 100));
        assertThat(events)
                .containsExactly(
                        WindowEvent.WINDOW_STATE_CHANGED,
                        WindowEvent.WINDOW_ICONIFIED,
                        WindowEvent.WINDOW_STATE_CHANGED,
                        WindowEvent.WINDOW_DEICONIFIED,
                        WindowEvent.WINDOW_STATE_CHANGED,
                        WindowEvent.WINDOW_STATE_CHANGED);
    }

    @Test
    void aFullScreenWindowFillsItsScreenAndReturns() throws Exception {
        JFrame frame = show("Full", 100, 100, 200, 100);
        var device = GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
        onEventThread(() -> {
            device.setFullScreenWindow(frame);
            return true;
        });
        untilState(frame, s -> s.getMode() == WindowMode.WINDOW_MODE_FULL_SCREEN && s.getWidth() == 1000);
        onEventThread(() -> {
            device.setFullScreenWindow(null);
            return true;
        });
        untilState(frame, s -> s.getMode() == WindowMode.WINDOW_MODE_NORMAL && s.getWidth() == 200);
    }

    @Test
    void windowsKeepTheirOrder() throws Exception {
        JFrame low = show("Low", 0, 0, 100, 100);
        JFrame high = show("High", 0, 0, 100, 100);
        untilState(high, s -> s.getStacking() > desk.state(low).getStacking());
        onEventThread(() -> {
            low.toFront();
            return true;
        });
        untilState(low, s -> s.getStacking() > desk.state(high).getStacking());
        onEventThread(() -> {
            high.setAlwaysOnTop(true);
            low.toFront();
            return true;
        });
        untilState(
                high,
                s -> s.getAlwaysOnTop() && s.getStacking() > desk.state(low).getStacking());
        onEventThread(() -> {
            high.setAlwaysOnTop(false);
            high.toBack();
            return true;
        });
        untilState(low, s -> s.getStacking() > desk.state(high).getStacking());
    }

    @Test
    void aModalDialogBlocksItsOwnerAndStaysAboveIt() throws Exception {
        JFrame frame = show("Owner", 0, 0, 300, 200);
        JDialog dialog = onEventThread(() -> new JDialog(frame, "Modal", Dialog.ModalityType.APPLICATION_MODAL));
        dialog.setBounds(20, 20, 100, 80);
        javax.swing.SwingUtilities.invokeLater(() -> dialog.setVisible(true));
        untilState(frame, WindowState::getBlocked);
        untilState(dialog, s -> s.getFocused() && s.getOwner() == TestDesk.idOf(frame));
        List<Integer> closing = new CopyOnWriteArrayList<>();
        frame.addWindowListener(new WindowAdapter() {
            @Override
            public void windowClosing(WindowEvent e) {
                closing.add(e.getID());
            }
        });
        desk.request(frame, WindowRequest.newBuilder().setClose(true));
        desk.click(frame, 150, 150);
        settle();
        assertThat(closing).isEmpty();
        assertThat(desk.state(dialog).getStacking())
                .isGreaterThan(desk.state(frame).getStacking());
        javax.swing.SwingUtilities.invokeLater(dialog::dispose);
        untilState(frame, s -> !s.getBlocked() && s.getFocused());
    }

    @Test
    void aNewConnectionHearsEverything() throws Exception {
        JFrame first = show("One", 0, 0, 100, 100);
        JFrame second = show("Two", 50, 50, 100, 100);
        untilState(second, WindowState::getVisible);
        desk.reconnect();
        untilState(first, s -> s.getTitle().equals("One"));
        untilState(second, s -> s.getTitle().equals("Two"));
        assertThat(desk.heard().get(0).getFrame().getSequence())
                .as("frames count from the beginning")
                .isEqualTo(1);
    }

    @Test
    void contentSurvivesAChangeOfScale() throws Exception {
        JFrame frame = show("Scale", 0, 0, 100, 100);
        onEventThread(() -> {
            frame.add(new JComponent() {
                @Override
                protected void paintComponent(Graphics g) {
                    g.setColor(Color.RED);
                    g.fillRect(0, 0, 50, 100);
                    g.setColor(Color.BLUE);
                    g.fillRect(50, 0, 50, 100);
                }
            });
            frame.validate();
            return true;
        });
        settle();
        for (double scale : new double[] {1.25, 1.5, 2, 1}) {
            desk.layout(screen(0, 0, 1000, 800, scale));
            untilState(frame, s -> s.getScale() == scale);
            settle();
            assertThat(pixel(frame, (int) (50 * scale) - 1, 10)).isEqualTo(Color.RED);
            assertThat(pixel(frame, (int) Math.ceil(50 * scale), 10)).isEqualTo(Color.BLUE);
            assertThat(pixel(frame, (int) (99 * scale), (int) (99 * scale))).isEqualTo(Color.BLUE);
            assertThat(frame.getGraphicsConfiguration().getDefaultTransform().getScaleX())
                    .isEqualTo(scale);
        }
    }

    @Test
    void aWindowTakesOnTheScreenThatItIsMovedTo() throws Exception {
        desk.layout(screen(0, 0, 1000, 800, 1), screen(1000, 0, 1000, 800, 2));
        until(() -> GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices().length == 2);
        JFrame frame = show("Mover", 100, 100, 200, 100);
        desk.request(frame, WindowRequest.newBuilder().setBounds(rect(1200, 100, 200, 100)));
        untilState(frame, s -> s.getScreen() == 1 && s.getScale() == 2);
        assertThat(frame.getGraphicsConfiguration().getDevice().getIDstring()).isEqualTo("cc:1");
    }

    @Test
    void heavyweightComponentsClipEachOther() throws Exception {
        Frame frame = onEventThread(() -> {
            Frame made = new Frame("Mixed");
            made.setLayout(null);
            Panel panel = new Panel(null);
            panel.setBackground(Color.YELLOW);
            panel.setBounds(20, 20, 200, 150);
            panel.add(canvas(Color.GREEN, 10, 40, 120, 50));
            panel.add(canvas(Color.CYAN, 100, 50, 150, 60));
            made.add(panel);
            made.setBounds(0, 0, 300, 200);
            made.setVisible(true);
            return made;
        });
        settle();
        assertThat(pixel(frame, 10, 10)).isEqualTo(frame.getBackground());
        assertThat(pixel(frame, 25, 25)).isEqualTo(Color.YELLOW);
        assertThat(pixel(frame, 140, 100)).as("the upper of two").isEqualTo(Color.GREEN);
        assertThat(pixel(frame, 200, 100)).isEqualTo(Color.CYAN);
        assertThat(pixel(frame, 240, 100)).as("outside of the panel").isEqualTo(frame.getBackground());
        onEventThread(() -> {
            ((Panel) frame.getComponent(0)).getComponent(0).setVisible(false);
            return true;
        });
        settle();
        assertThat(pixel(frame, 140, 100)).as("uncovered").isEqualTo(Color.CYAN);
        assertThat(pixel(frame, 40, 80)).as("uncovered").isEqualTo(Color.YELLOW);
    }

    private static Canvas canvas(Color color, int x, int y, int width, int height) {
        Canvas canvas = new Canvas();
        canvas.setBackground(color);
        canvas.setBounds(x, y, width, height);
        return canvas;
    }

    @Test
    void aRobotSeesWindowsInTheirOrder() throws Exception {
        JFrame low = show("Low", 0, 0, 200, 200);
        JFrame high = show("High", 100, 100, 200, 200);
        onEventThread(() -> {
            low.getContentPane().setBackground(Color.RED);
            high.getContentPane().setBackground(Color.GREEN);
            return true;
        });
        settle();
        Robot robot = new Robot();
        assertThat(robot.getPixelColor(50, 50)).isEqualTo(Color.RED);
        assertThat(robot.getPixelColor(150, 150)).isEqualTo(Color.GREEN);
        assertThat(robot.createScreenCapture(new Rectangle(90, 150, 20, 1)).getRGB(9, 0))
                .isEqualTo(Color.RED.getRGB());
    }

    @Test
    void aFailingPaintDoesNotStopTheProgram() throws Exception {
        Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
        List<Throwable> seen = new CopyOnWriteArrayList<>();
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> seen.add(failure));
        try {
            onEventThread(() -> {
                Frame made = new Frame("Failing") {
                    @Override
                    public void paint(Graphics g) {
                        throw new IllegalStateException("on purpose");
                    }
                };
                made.setBounds(0, 0, 100, 100);
                made.setVisible(true);
                return made;
            });
            until(() -> !seen.isEmpty());
            JFrame next = show("Next", 0, 0, 100, 100);
            untilState(next, WindowState::getVisible);
        } finally {
            Thread.setDefaultUncaughtExceptionHandler(before);
        }
    }
}
