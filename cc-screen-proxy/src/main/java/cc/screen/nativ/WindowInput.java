package cc.screen.nativ;

import cc.protocol.message.FromScreen;
import cc.protocol.message.KeyInput;
import cc.protocol.message.PointerInput;
import cc.protocol.message.ReleaseInput;
import cc.protocol.message.TextInput;
import cc.protocol.message.WheelInput;
import cc.protocol.message.WindowRequest;
import java.awt.Window;
import java.awt.event.InputMethodEvent;
import java.awt.event.InputMethodListener;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.awt.event.WindowEvent;
import java.awt.event.WindowFocusListener;
import java.text.CharacterIterator;

/** What a person does in one window. Windows that a dialog blocks say nothing, and show that dialog. */
final class WindowInput extends MouseAdapter implements KeyListener, WindowFocusListener, InputMethodListener {
    private static final int WHEEL_NOTCH = 120;

    private final NativeDesktop desktop;
    private final NativeWindow window;
    private int locks;

    WindowInput(NativeDesktop desktop, NativeWindow window) {
        this.desktop = desktop;
        this.window = window;
    }

    void listenTo(Window shell) {
        shell.addMouseListener(this);
        shell.addMouseMotionListener(this);
        shell.addMouseWheelListener(this);
        shell.addKeyListener(this);
        shell.addWindowFocusListener(this);
        shell.addInputMethodListener(this);
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
                            .setModifiers(AwtModifiers.modifiers(event) | locks)));
        }
    }

    @Override
    public void keyPressed(KeyEvent event) {
        key(event, true);
    }

    @Override
    public void keyReleased(KeyEvent event) {
        key(event, false);
    }

    @Override
    public void keyTyped(KeyEvent event) {
        // The text travels with the key.
    }

    @Override
    public void windowGainedFocus(WindowEvent event) {
        locks = AwtModifiers.locks();
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
            send(FromScreen.newBuilder().setRelease(ReleaseInput.getDefaultInstance()));
        }
    }

    @Override
    public void inputMethodTextChanged(InputMethodEvent event) {
        if (event.getText() != null) {
            send(FromScreen.newBuilder().setText(text(event).setWindow(window.id())));
            event.consume();
        }
    }

    @Override
    public void caretPositionChanged(InputMethodEvent event) {
        // Comes with the next text.
    }

    /** What an input method says; its window is left to the caller. */
    static TextInput.Builder text(InputMethodEvent event) {
        StringBuilder text = new StringBuilder();
        CharacterIterator characters = event.getText();
        for (char c = characters.first(); c != CharacterIterator.DONE; c = characters.next()) {
            text.append(c);
        }
        int committed = event.getCommittedCharacterCount();
        int caret = event.getCaret() == null
                ? text.length() - committed
                : event.getCaret().getInsertionIndex();
        return TextInput.newBuilder()
                .setCommitted(text.substring(0, committed))
                .setComposing(text.substring(committed))
                .setCaret(Math.max(0, Math.min(caret, text.length() - committed)));
    }

    /** Notches times 120; positive is towards the user. */
    static int wheelDelta(MouseWheelEvent event) {
        return (int) Math.round(event.getPreciseWheelRotation() * WHEEL_NOTCH);
    }

    private void key(KeyEvent event, boolean pressed) {
        locks = AwtModifiers.locks();
        if (window.state().getBlocked() && pressed) {
            return;
        }
        KeyInput.Builder key = desktop.keys().translate(event);
        send(FromScreen.newBuilder()
                .setKey(key.setWindow(window.id())
                        .setPressed(pressed)
                        .setModifiers(AwtModifiers.modifiers(event) | locks)));
        event.consume();
    }

    private void pointer(MouseEvent event, int inWindow) {
        if (!window.state().getBlocked()) {
            send(FromScreen.newBuilder()
                    .setPointer(PointerInput.newBuilder()
                            .setWindow(inWindow)
                            .setX(x(event))
                            .setY(y(event))
                            .setButtons(AwtModifiers.buttons(event))
                            .setModifiers(AwtModifiers.modifiers(event) | locks)
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
