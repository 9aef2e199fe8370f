package cc.toolkit.window;

import cc.protocol.message.FromScreen;
import cc.protocol.message.ReleaseInput;
import cc.protocol.message.ScreenLayout;
import cc.protocol.message.WindowRequest;
import cc.toolkit.link.LinkFactory;
import cc.toolkit.link.LinkListener;
import cc.toolkit.link.ScreenLink;
import cc.toolkit.surface.FrameRecorder;
import cc.toolkit.widget.Guard;
import java.awt.Rectangle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Everything that a window system is elsewhere: screens, windows and their order, focus, grabs, and what is said about
 * them to whoever looks. One per program.
 */
public final class Desk {
    private final EventPump pump = new EventPump();
    private final FrameRecorder recorder = new FrameRecorder();
    private final WindowStack stack = new WindowStack();
    private final FocusControl focus = new FocusControl();
    private final GrabControl grabs = new GrabControl();
    private final Screens screens;
    private final Output output;
    private final CcGraphicsEnvironment environment;
    private final CursorControl cursors;
    /** Of the sizes that a viewer drags a window through only the newest matters. */
    private final Map<Integer, WindowRequest> newestBounds = new ConcurrentHashMap<>();

    /** Somebody has told which screens there are; on the pump's thread. */
    private boolean lookedAt;

    private volatile Consumer<FromScreen> input = message -> {};

    /** Opens the connection to the screen. */
    public Desk(LinkFactory links) {
        ScreenLink link = links.open(new Listener());
        screens = new Screens(link.screens(), recorder);
        output = new Output(link, recorder, pump);
        environment = new CcGraphicsEnvironment(screens);
        cursors = new CursorControl(this);
    }

    /** Says who makes events of input messages; they are handed over on the pump's thread. */
    public void inputTo(Consumer<FromScreen> dispatcher) {
        input = dispatcher;
    }

    /** The thread for what comes from outside. */
    public EventPump pump() {
        return pump;
    }

    /** What draws and sends frames. */
    public FrameRecorder recorder() {
        return recorder;
    }

    /** The windows in their order. */
    public WindowStack stack() {
        return stack;
    }

    /** Who has the keyboard. */
    public FocusControl focus() {
        return focus;
    }

    /** Which window holds the pointer for its menus. */
    public GrabControl grabs() {
        return grabs;
    }

    /** Where messages go out. */
    public Output output() {
        return output;
    }

    /** Who decides which cursor is seen. */
    public CursorControl cursors() {
        return cursors;
    }

    /** The screens, as AWT sees them. */
    public CcGraphicsEnvironment environment() {
        return environment;
    }

    Screens screens() {
        return screens;
    }

    /** The order of windows changed: each tells its new place. */
    void restacked() {
        for (CcWindowPeer<?> window : stack.bottomToTop()) {
            output.changed(window);
        }
    }

    private void dispatch(FromScreen message) {
        switch (message.getMessageCase()) {
            case WINDOW -> {
                WindowRequest request = message.getWindow();
                if (!request.hasBounds() || newestBounds.remove(request.getWindow(), request)) {
                    request(request);
                }
            }
            case SCREENS -> {
                layout(message.getScreens());
                input.accept(message);
            }
            default -> input.accept(message);
        }
    }

    private void request(WindowRequest request) {
        CcWindowPeer<?> window = stack.byId(request.getWindow());
        if (window != null) {
            grabs.release();
            window.requested(request);
        }
    }

    private void layout(ScreenLayout layout) {
        if (layout.getScreensCount() == 0) {
            return;
        }
        Rectangle assumed = screens.main().usable();
        boolean first = !lookedAt;
        lookedAt = true;
        if (screens.update(layout)) {
            environment.displayChanged();
            stack.all().forEach(CcWindowPeer::screensChanged);
            if (first) {
                FirstLook look = new FirstLook(assumed, screens.main().usable());
                stack.all().forEach(window -> window.settle(look));
            }
        }
    }

    /** Queues; nothing is done on the link's thread but counting acknowledgements. */
    private final class Listener implements LinkListener {
        @Override
        public void connected() {
            pump.run("sending the whole state", () -> output.connect(stack.all()));
        }

        @Override
        public void disconnected() {
            pump.run("disconnecting", () -> {
                output.disconnect();
                input.accept(FromScreen.newBuilder()
                        .setRelease(ReleaseInput.getDefaultInstance())
                        .build());
            });
        }

        @Override
        public void received(FromScreen message) {
            if (message.getMessageCase() == FromScreen.MessageCase.ACK) {
                Guard.run(
                        "counting a frame",
                        () -> recorder.acknowledged(message.getAck().getSequence()));
            } else {
                if (message.hasWindow() && message.getWindow().hasBounds()) {
                    newestBounds.put(message.getWindow().getWindow(), message.getWindow());
                }
                pump.run("handling " + message.getMessageCase(), () -> dispatch(message));
            }
        }
    }
}
