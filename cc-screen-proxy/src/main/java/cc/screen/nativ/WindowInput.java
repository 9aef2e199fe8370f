package cc.screen.nativ;

import cc.protocol.message.FromScreen;
import cc.protocol.message.PointerInput;
import cc.protocol.message.WheelInput;
import cc.protocol.message.WindowRequest;
import java.awt.Window;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.event.WindowEvent;
import java.awt.event.WindowFocusListener;

/** What a person does in one window. Windows that a dialog blocks say nothing, and show that dialog. */
final class WindowInput extends MouseAdapter implements WindowFocusListener {
    private static final int WHEEL_NOTCH = 120;

    private final NativeDesktop desktop;
    private final NativeWindow window;
    private final KeyboardInput keyboard;

    WindowInput(NativeDesktop desktop, NativeWindow window) {
        this.desktop = desktop;
        this.window = window;
        this.keyboard = new KeyboardInput(
                window.id(), desktop.keys(), desktop::send, () -> window.state().getBlocked());
    }

    void listenTo(Window shell) {
        shell.addMouseListener(this);
        shell.addMouseMotionListener(this);
        shell.addMouseWheelListener(this);
        shell.addWindowFocusListener(this);
        keyboard.listenTo(shell);
    }

    @Override
    public void mousePressed(MouseEvent event) {
        if (window.state().getBlocked()) {
            desktop.showBlocker();
        }
        pointer(event, window.id());
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        pointer(event, window.id());
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        pointer(event, window.id());
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        pointer(event, window.id());
    }

    @Override
    public void mouseEntered(MouseEvent event) {
        pointer(event, window.id());
    }

    @Override
    public void mouseExited(MouseEvent event) {
        // With a button down, the window keeps the pointer wherever it goes.
        if (AwtModifiers.buttons(event) == 0) {
            pointer(event, 0);
        }
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
        if (!window.state().getBlocked()) {
            send(FromScreen.newBuilder()
                    .setWheel(WheelInput.newBuilder()
                            .setWindow(window.id())
                            .setX(x(event))
                            .setY(y(event))
                            .setDeltaY(wheelDelta(event))
                            .setModifiers(keyboard.modifiers(event))));
        }
    }

    @Override
    public void windowGainedFocus(WindowEvent event) {
        keyboard.focusGained();
        if (window.state().getBlocked()) {
            desktop.showBlocker();
        } else if (!window.state().getFocused()) {
            send(FromScreen.newBuilder()
                    .setWindow(WindowRequest.newBuilder().setWindow(window.id()).setFocus(true)));
        }
        desktop.clipboard().offer();
    }

    @Override
    public void windowLostFocus(WindowEvent event) {
        if (event.getOppositeWindow() == null) {
            keyboard.focusLost();
        }
    }

    /** Notches times 120; positive is towards the user. */
    static int wheelDelta(MouseWheelEvent event) {
        return (int) Math.round(event.getPreciseWheelRotation() * WHEEL_NOTCH);
    }

    private void pointer(MouseEvent event, int inWindow) {
        if (!window.state().getBlocked()) {
            send(FromScreen.newBuilder()
                    .setPointer(PointerInput.newBuilder()
                            .setWindow(inWindow)
                            .setX(x(event))
                            .setY(y(event))
                            .setButtons(AwtModifiers.buttons(event))
                            .setModifiers(keyboard.modifiers(event))
                            .setTimeMs((int) event.getWhen())));
        }
    }

    private int x(MouseEvent event) {
        return (int) Math.floor((event.getX() - window.insets().left) / window.ratio());
    }

    private int y(MouseEvent event) {
        return (int) Math.floor((event.getY() - window.insets().top) / window.ratio());
    }

    private void send(FromScreen.Builder message) {
        desktop.send(message.build());
    }
}
