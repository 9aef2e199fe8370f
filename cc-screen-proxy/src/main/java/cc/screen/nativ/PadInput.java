package cc.screen.nativ;

import cc.protocol.input.ProgramPointer;
import cc.protocol.input.WindowMap;
import cc.protocol.message.FromScreen;
import java.awt.Component;
import java.awt.Point;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** What a person does on an {@link InputPad}: keys go where the program's focus is, the pointer where the map says. */
final class PadInput extends MouseAdapter {
    private final InputPad pad;
    private final ProgramPointer pointer;
    private final KeyboardInput keyboard;
    private final Consumer<FromScreen> out;
    private final IntConsumer hovers;

    /** @param hovers is told of the window under the pointer; 0: none */
    PadInput(InputPad pad, WindowMap windows, KeyTranslator keys, Consumer<FromScreen> out, IntConsumer hovers) {
        this.pad = pad;
        this.pointer = new ProgramPointer(windows);
        this.keyboard = new KeyboardInput(0, keys, out, () -> false);
        this.out = out;
        this.hovers = hovers;
    }

    void listenTo(Component component) {
        component.addMouseListener(this);
        component.addMouseMotionListener(this);
        component.addMouseWheelListener(this);
        keyboard.listenTo(component);
    }

    void focusGained() {
        keyboard.focusGained();
    }

    void focusLost() {
        keyboard.focusLost();
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
        pointer.wheel(0, WindowInput.wheelDelta(event), keyboard.modifiers(event))
                .ifPresent(out);
    }

    private void pointer(MouseEvent event) {
        Point place = pad.onScreens(event.getX(), event.getY());
        pointer.at(place.x, place.y, AwtModifiers.buttons(event), keyboard.modifiers(event), event.getWhen())
                .forEach(message -> {
                    out.accept(message);
                    if (message.hasPointer()) {
                        hovers.accept(message.getPointer().getWindow());
                    }
                });
    }
}
