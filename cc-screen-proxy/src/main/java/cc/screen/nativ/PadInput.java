package cc.screen.nativ;

import cc.protocol.input.ProgramPointer;
import cc.protocol.input.WindowMap;
import cc.protocol.message.FromScreen;
import cc.protocol.message.ReleaseInput;
import cc.protocol.message.WindowState;
import java.awt.Component;
import java.awt.Point;
import java.awt.event.InputMethodEvent;
import java.awt.event.InputMethodListener;
import java.awt.event.KeyEvent;
import java.awt.event.KeyListener;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** What a person does on an {@link InputPad}: keys go where the program's focus is, the pointer where the map says. */
final class PadInput extends MouseAdapter implements KeyListener, InputMethodListener {
    private final InputPad pad;
    private final WindowMap windows;
    private final ProgramPointer pointer;
    private final KeyTranslator keys;
    private final Consumer<FromScreen> out;
    private final IntConsumer hovers;
    private int locks;

    /** @param hovers is told of the window under the pointer; 0: none */
    PadInput(InputPad pad, WindowMap windows, KeyTranslator keys, Consumer<FromScreen> out, IntConsumer hovers) {
        this.pad = pad;
        this.windows = windows;
        this.pointer = new ProgramPointer(windows);
        this.keys = keys;
        this.out = out;
        this.hovers = hovers;
    }

    void listenTo(Component component) {
        component.addMouseListener(this);
        component.addMouseMotionListener(this);
        component.addMouseWheelListener(this);
        component.addKeyListener(this);
        component.addInputMethodListener(this);
    }

    void focusGained() {
        locks = AwtModifiers.locks();
    }

    void focusLost() {
        out.accept(FromScreen.newBuilder()
                .setRelease(ReleaseInput.getDefaultInstance())
                .build());
    }

    @Override
    public void mousePressed(MouseEvent event) {
        pad.requestFocusInWindow();
        pointer(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        pointer(event);
    }

    @Override
    public void mouseMoved(MouseEvent event) {
        pointer(event);
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        pointer(event);
    }

    @Override
    public void mouseWheelMoved(MouseWheelEvent event) {
        pointer.wheel(0, WindowInput.wheelDelta(event), AwtModifiers.modifiers(event) | locks)
                .ifPresent(out);
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
    public void inputMethodTextChanged(InputMethodEvent event) {
        int window = windows.focused().map(WindowState::getWindow).orElse(0);
        if (event.getText() != null) {
            out.accept(FromScreen.newBuilder()
                    .setText(WindowInput.text(event).setWindow(window))
                    .build());
            event.consume();
        }
    }

    @Override
    public void caretPositionChanged(InputMethodEvent event) {
        // Comes with the next text.
    }

    private void key(KeyEvent event, boolean pressed) {
        locks = AwtModifiers.locks();
        out.accept(FromScreen.newBuilder()
                .setKey(keys.translate(event).setPressed(pressed).setModifiers(AwtModifiers.modifiers(event) | locks))
                .build());
        event.consume();
    }

    private void pointer(MouseEvent event) {
        Point place = pad.onScreens(event.getX(), event.getY());
        pointer.at(place.x, place.y, AwtModifiers.buttons(event), AwtModifiers.modifiers(event) | locks)
                .forEach(message -> {
                    out.accept(message);
                    if (message.hasPointer()) {
                        hovers.accept(message.getPointer().getWindow());
                    }
                });
    }
}
