package cc.gui.focus;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.GridLayout;
import java.awt.Point;
import java.awt.Robot;
import java.awt.TextComponent;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import javax.swing.JFrame;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;

/**
 * A program whose event thread is stuck while somebody presses in one text field after the other and types; prints what
 * is in the fields when all of it has been handled. Knows nothing of the toolkit that it runs on.
 */
final class StuckTyping {
    private static final int FIELDS = 3;
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final int POLL_MILLIS = 5;
    /** X11's clock counts milliseconds, and what happens in one of them has no order. */
    private static final int HAND_MILLIS = 15;

    private final List<Component> fields = new ArrayList<>();
    private final Frame frame;
    private final Robot robot = new Robot();

    private StuckTyping(boolean swing) throws Exception {
        frame = swing ? new JFrame() : new Frame();
        Container content = swing ? ((JFrame) frame).getContentPane() : frame;
        content.setLayout(new GridLayout(FIELDS, 1));
        for (int i = 0; i < FIELDS; i++) {
            fields.add(content.add(swing ? new JTextField() : new TextField()));
        }
        frame.setBounds(100, 100, 400, 240);
        frame.setVisible(true);
    }

    public static void main(String[] args) throws Exception {
        for (boolean swing : new boolean[] {true, false}) {
            StuckTyping[] made = new StuckTyping[1];
            EventQueue.invokeAndWait(() -> {
                try {
                    made[0] = new StuckTyping(swing);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            System.out.println((swing ? "Swing: " : "AWT: ") + made[0].play());
            EventQueue.invokeAndWait(made[0].frame::dispose);
        }
        System.exit(0);
    }

    private String play() throws Exception {
        await(() -> fields.get(0).isFocusOwner());
        robot.waitForIdle();
        List<Point> spots = new ArrayList<>();
        for (Component field : fields) {
            Point at = field.getLocationOnScreen();
            at.translate(40, 20);
            spots.add(at);
        }
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch handled = new CountDownLatch(1);
        EventQueue.invokeLater(() -> {
            stuck.countDown();
            // The wheel is turned when all else has been done.
            await(StuckTyping::wheelHasArrived);
        });
        fields.get(0).addMouseWheelListener(event -> handled.countDown());
        stuck.await();
        robot.setAutoDelay(HAND_MILLIS);
        type(KeyEvent.VK_Z);
        press(spots.get(1));
        type(KeyEvent.VK_A);
        type(KeyEvent.VK_B);
        press(spots.get(2));
        type(KeyEvent.VK_C);
        type(KeyEvent.VK_D);
        press(spots.get(0));
        type(KeyEvent.VK_E);
        press(spots.get(1));
        type(KeyEvent.VK_TAB);
        type(KeyEvent.VK_F);
        robot.mouseMove(spots.get(0).x, spots.get(0).y);
        robot.mouseWheel(1);
        robot.setAutoDelay(0);
        handled.await();
        await(() -> fields.stream().mapToInt(field -> text(field).length()).sum() == "zabcdef".length());
        return fields.stream().map(StuckTyping::text).collect(Collectors.joining("|"));
    }

    /** On the event thread, which nothing leaves while this is asked. */
    private static boolean wheelHasArrived() {
        // Posting takes in what the toolkit has for the queue.
        EventQueue.invokeLater(() -> {});
        return Toolkit.getDefaultToolkit().getSystemEventQueue().peekEvent(MouseEvent.MOUSE_WHEEL) != null;
    }

    private void press(Point at) {
        robot.mouseMove(at.x, at.y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }

    private void type(int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }

    private static String text(Component field) {
        return field instanceof JTextComponent swing ? swing.getText() : ((TextComponent) field).getText();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("It did not come about.");
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
