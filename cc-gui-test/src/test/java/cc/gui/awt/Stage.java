package cc.gui.awt;

import static org.awaitility.Awaitility.await;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;

/**
 * A frame with the component under test, and a person who uses it. Pointer and keyboard events go where the window
 * system would send them: to the heavyweight component, through the program's listeners.
 */
final class Stage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    final Frame frame = new Frame("Stage");
    /** What the program was told, in order. */
    final List<String> heard = new CopyOnWriteArrayList<>();

    private long when = System.currentTimeMillis();

    /** Shows a component that fills a frame of this size. */
    static Stage of(Component component, int width, int height) {
        Stage stage = new Stage();
        run(() -> {
            stage.frame.add(component, BorderLayout.CENTER);
            stage.frame.setSize(width, height);
            stage.frame.setVisible(true);
        });
        settle();
        return stage;
    }

    @Override
    public void close() {
        run(frame::dispose);
    }

    // ------------------------------------------------------------------------------------------- the event thread

    static void run(Runnable action) {
        get(() -> {
            action.run();
            return null;
        });
    }

    static <V> V get(Callable<V> question) {
        FutureTask<V> task = new FutureTask<>(question);
        EventQueue.invokeLater(task);
        try {
            return task.get();
        } catch (Exception e) {
            throw new AssertionError("failed on the event thread", e);
        }
    }

    /** Waits until all that was posted so far, and what that posted in turn, has been dispatched. */
    static void settle() {
        try {
            for (int round = 0; round < 4; round++) {
                EventQueue.invokeAndWait(() -> {});
            }
        } catch (InterruptedException | InvocationTargetException e) {
            throw new AssertionError(e);
        }
    }

    static void until(Callable<Boolean> condition) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(() -> get(condition));
    }

    // ------------------------------------------------------------------------------------------- the person

    void focus(Component component) {
        run(component::requestFocus);
        until(component::isFocusOwner);
    }

    void press(Component on, int x, int y) {
        mouse(on, MouseEvent.MOUSE_PRESSED, x, y, 1, MouseEvent.BUTTON1);
    }

    void drag(Component on, int x, int y) {
        mouse(on, MouseEvent.MOUSE_DRAGGED, x, y, 0, MouseEvent.NOBUTTON);
    }

    void release(Component on, int x, int y) {
        mouse(on, MouseEvent.MOUSE_RELEASED, x, y, 1, MouseEvent.BUTTON1);
    }

    void click(Component on, int x, int y) {
        press(on, x, y);
        release(on, x, y);
        mouse(on, MouseEvent.MOUSE_CLICKED, x, y, 1, MouseEvent.BUTTON1);
    }

    void doubleClick(Component on, int x, int y) {
        click(on, x, y);
        mouse(on, MouseEvent.MOUSE_PRESSED, x, y, 2, MouseEvent.BUTTON1);
        mouse(on, MouseEvent.MOUSE_RELEASED, x, y, 2, MouseEvent.BUTTON1);
    }

    private void mouse(Component on, int id, int x, int y, int clicks, int button) {
        boolean down = id == MouseEvent.MOUSE_PRESSED || id == MouseEvent.MOUSE_DRAGGED;
        int modifiers = down ? InputEvent.BUTTON1_DOWN_MASK : 0;
        run(() -> {
            Point at = on.getLocationOnScreen();
            on.dispatchEvent(
                    new MouseEvent(on, id, ++when, modifiers, x, y, at.x + x, at.y + y, clicks, false, button));
        });
        settle();
    }

    void wheel(Component on, int x, int y, int notches) {
        run(() -> on.dispatchEvent(new MouseWheelEvent(
                on, MouseEvent.MOUSE_WHEEL, ++when, 0, x, y, 0, false, MouseWheelEvent.WHEEL_UNIT_SCROLL, 3, notches)));
        settle();
    }

    /** Presses and releases a key that types nothing. */
    void key(Component on, int code, int modifiers) {
        send(on, KeyEvent.KEY_PRESSED, code, KeyEvent.CHAR_UNDEFINED, modifiers);
        send(on, KeyEvent.KEY_RELEASED, code, KeyEvent.CHAR_UNDEFINED, modifiers);
    }

    void key(Component on, int code) {
        key(on, code, 0);
    }

    void type(Component on, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int code = KeyEvent.getExtendedKeyCodeForChar(c);
            send(on, KeyEvent.KEY_PRESSED, code, c, 0);
            send(on, KeyEvent.KEY_TYPED, KeyEvent.VK_UNDEFINED, c, 0);
            send(on, KeyEvent.KEY_RELEASED, code, c, 0);
        }
    }

    /** Presses and releases a key that types one character, and is not a letter. */
    void send(char c, int code, Component on) {
        send(on, KeyEvent.KEY_PRESSED, code, c, 0);
        send(on, KeyEvent.KEY_TYPED, KeyEvent.VK_UNDEFINED, c, 0);
        send(on, KeyEvent.KEY_RELEASED, code, c, 0);
    }

    private void send(Component on, int id, int code, char c, int modifiers) {
        run(() -> on.dispatchEvent(new KeyEvent(on, id, ++when, modifiers, code, c)));
        settle();
    }

    // ------------------------------------------------------------------------------------------- the program

    void hear(String what) {
        heard.add(what);
    }

    void hear(ActionEvent event) {
        heard.add("action " + event.getActionCommand());
    }
}
