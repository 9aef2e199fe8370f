package cc.toolkit;

import static org.awaitility.Awaitility.await;

import cc.protocol.message.FrameAck;
import cc.protocol.message.FromScreen;
import cc.protocol.message.KeyInput;
import cc.protocol.message.PointerInput;
import cc.protocol.message.Rect;
import cc.protocol.message.ReleaseInput;
import cc.protocol.message.Screen;
import cc.protocol.message.ScreenLayout;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowRequest;
import cc.protocol.message.WindowState;
import cc.toolkit.link.LinkListener;
import cc.toolkit.link.ScreenLink;
import cc.toolkit.widget.PeerRegistry;
import cc.toolkit.window.CcWindowPeer;
import java.awt.Color;
import java.awt.Component;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** The other end of the toolkit, in memory: hears what it says, acknowledges frames, and acts as a person. */
public final class TestDesk implements ScreenLink {
    /** The screen that tests begin with. */
    public static final ScreenLayout ONE_SCREEN =
            ScreenLayout.newBuilder().addScreens(screen(0, 0, 1000, 800, 1)).build();

    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static @Nullable TestDesk instance;

    private final LinkListener listener;
    private final List<ToScreen> heard = new ArrayList<>();

    private TestDesk(LinkListener listener) {
        this.listener = listener;
    }

    /** The only one; the toolkit is started with it. */
    public static synchronized TestDesk get() {
        if (instance == null) {
            ToolkitStart.connectBy(listener -> {
                instance = new TestDesk(listener);
                listener.connected();
                return instance;
            });
            java.awt.Toolkit.getDefaultToolkit();
        }
        return Objects.requireNonNull(instance);
    }

    /** A screen of this place, size and scale. */
    public static Screen screen(int x, int y, int width, int height, double scale) {
        return Screen.newBuilder()
                .setBounds(rect(x, y, width, height))
                .setScale(scale)
                .build();
    }

    /** A rectangle for a message. */
    public static Rect rect(int x, int y, int width, int height) {
        return Rect.newBuilder()
                .setX(x)
                .setY(y)
                .setWidth(width)
                .setHeight(height)
                .build();
    }

    // ---------------------------------------------------------------- what the toolkit says

    @Override
    public ScreenLayout screens() {
        return ONE_SCREEN;
    }

    @Override
    public void restart() {
        listener.disconnected();
        listener.connected();
    }

    @Override
    public synchronized void begin() {
        heard.clear();
    }

    @Override
    public void send(ToScreen message) {
        synchronized (this) {
            heard.add(message);
        }
        if (message.hasFrame()) {
            listener.received(FromScreen.newBuilder()
                    .setAck(FrameAck.newBuilder().setSequence(message.getFrame().getSequence()))
                    .build());
        }
    }

    /** Everything that was said on this connection. */
    public synchronized List<ToScreen> heard() {
        return List.copyOf(heard);
    }

    /** The newest state of a window, or the default one if nothing was said of it. */
    public WindowState state(Window window) {
        WindowState newest = WindowState.getDefaultInstance();
        int id = idOf(window);
        for (ToScreen message : heard()) {
            if (message.hasWindow() && message.getWindow().getWindow() == id) {
                newest = message.getWindow();
            }
        }
        return newest;
    }

    /** The newest message of a kind. */
    public ToScreen last(ToScreen.MessageCase kind) {
        ToScreen newest = ToScreen.getDefaultInstance();
        for (ToScreen message : heard()) {
            if (message.getMessageCase() == kind) {
                newest = message;
            }
        }
        return newest;
    }

    // ---------------------------------------------------------------- what people do

    /** Brings a message to the toolkit. */
    public void send(FromScreen message) {
        listener.received(message);
    }

    /** The connection breaks and there is a new one. */
    public void reconnect() {
        listener.disconnected();
        listener.connected();
    }

    /** Other screens. */
    public void layout(Screen... screens) {
        send(FromScreen.newBuilder()
                .setScreens(ScreenLayout.newBuilder().addAllScreens(List.of(screens)))
                .build());
    }

    /** Somebody does something to a window's frame. */
    public void request(Window window, WindowRequest.Builder request) {
        send(FromScreen.newBuilder().setWindow(request.setWindow(idOf(window))).build());
    }

    /** The pointer is at a point of a component, with these buttons (bit 0: the left one) down. */
    public void pointer(Component component, int x, int y, int buttons) {
        Window window = component instanceof Window w ? w : SwingUtilities.getWindowAncestor(component);
        Point at = SwingUtilities.convertPoint(component, x, y, window);
        send(FromScreen.newBuilder()
                .setPointer(PointerInput.newBuilder()
                        .setWindow(idOf(window))
                        .setX(at.x)
                        .setY(at.y)
                        .setButtons(buttons))
                .build());
    }

    /** A click with the left button. */
    public void click(Component component, int x, int y) {
        pointer(component, x, y, 1);
        pointer(component, x, y, 0);
    }

    /** A key is pressed or released. */
    public void key(int usage, String key, boolean pressed, int modifiers) {
        send(FromScreen.newBuilder()
                .setKey(KeyInput.newBuilder()
                        .setUsage(usage)
                        .setKey(key)
                        .setPressed(pressed)
                        .setModifiers(modifiers))
                .build());
    }

    /** A key is pressed and released. */
    public void type(int usage, String key, int modifiers) {
        key(usage, key, true, modifiers);
        key(usage, key, false, modifiers);
    }

    /** The keyboard goes elsewhere. */
    public void release() {
        send(FromScreen.newBuilder()
                .setRelease(ReleaseInput.getDefaultInstance())
                .build());
    }

    // ---------------------------------------------------------------- what tests need

    /** The number that messages name a window by. */
    public static int idOf(Window window) {
        return PeerRegistry.peerOf(window) instanceof CcWindowPeer<?> peer ? peer.id() : -1;
    }

    /** The color that a window shows at a device pixel of its own. */
    public static Color pixel(Window window, int x, int y) {
        CcWindowPeer<?> peer = (CcWindowPeer<?>) PeerRegistry.peerOf(window);
        int[] pixels = peer.readPixels(new Rectangle(x, y, 1, 1));
        return new Color(Objects.requireNonNull(pixels)[0], true);
    }

    /** Runs something on the event thread and returns its result. */
    public static <T> T onEventThread(Callable<T> action) throws Exception {
        List<T> result = new ArrayList<>();
        List<Exception> failure = new ArrayList<>();
        SwingUtilities.invokeAndWait(() -> {
            try {
                result.add(action.call());
            } catch (Exception e) {
                failure.add(e);
            }
        });
        if (!failure.isEmpty()) {
            throw failure.get(0);
        }
        return result.get(0);
    }

    /** Waits until all input is handled and the event queue is empty. */
    public static void settle() throws Exception {
        new Robot().waitForIdle();
    }

    /** Waits for a condition. */
    public static void until(Callable<Boolean> condition) {
        await().dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(10))
                .until(condition);
    }

    /** Ends a test: no window, no screen and no key is left to the next one. */
    public void clear() throws Exception {
        release();
        onEventThread(() -> {
            for (Window window : Window.getWindows()) {
                window.dispose();
            }
            return true;
        });
        layout(ONE_SCREEN.getScreens(0));
        settle();
    }
}
