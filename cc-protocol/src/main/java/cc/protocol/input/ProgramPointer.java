package cc.protocol.input;

import cc.protocol.message.FromScreen;
import cc.protocol.message.PointerInput;
import cc.protocol.message.WheelInput;
import cc.protocol.message.WindowKind;
import cc.protocol.message.WindowRequest;
import cc.protocol.message.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A pointer that is moved over a program's screens by one who does not see them: tells what a viewer would tell whose
 * person does the same on the windows themselves. Used by one thread.
 */
public final class ProgramPointer {
    private final WindowMap windows;
    private int x;
    private int y;
    private int buttons;
    /** The window in which the first button went down; it keeps the pointer until the last one is up. */
    private int holder;

    public ProgramPointer(WindowMap windows) {
        this.windows = windows;
    }

    public int x() {
        return x;
    }

    public int y() {
        return y;
    }

    /** The buttons that are down: bit i is button i+1. */
    public int buttons() {
        return buttons;
    }

    /**
     * The pointer is here now.
     *
     * @param newX in the program's screen coordinates
     * @param newY in the program's screen coordinates
     * @param newButtons the buttons that are down now: bit i is button i+1
     * @param modifiers bits of {@link cc.protocol.message.Modifier}
     * @param timeMs when, by a clock that goes on evenly; its lowest 32 bits count
     * @return what is to be said, in this order
     */
    public List<FromScreen> at(int newX, int newY, int newButtons, int modifiers, long timeMs) {
        x = newX;
        y = newY;
        boolean begins = buttons == 0 && newButtons != 0;
        Optional<WindowState> target =
                buttons == 0 ? windows.at(x, y).filter(window -> !window.getBlocked()) : windows.window(holder);
        buttons = newButtons;
        holder = buttons == 0 ? 0 : target.map(WindowState::getWindow).orElse(0);
        List<FromScreen> said = new ArrayList<>();
        if (begins) {
            target.filter(ProgramPointer::comesForwardWhenPressed)
                    .ifPresent(window -> said.addAll(bringForward(window.getWindow())));
        }
        said.add(FromScreen.newBuilder()
                .setPointer(PointerInput.newBuilder()
                        .setWindow(target.map(WindowState::getWindow).orElse(0))
                        .setX(x - target.map(WindowState::getX).orElse(0))
                        .setY(y - target.map(WindowState::getY).orElse(0))
                        .setButtons(buttons)
                        .setModifiers(modifiers)
                        .setTimeMs((int) timeMs))
                .build());
        return said;
    }

    /**
     * A wheel was turned where the pointer is.
     *
     * @param deltaY notches times 120; positive is towards the user
     * @return what is to be said; nothing if no window is there
     */
    public Optional<FromScreen> wheel(int deltaX, int deltaY, int modifiers) {
        return windows.at(x, y)
                .filter(window -> !window.getBlocked())
                .map(window -> FromScreen.newBuilder()
                        .setWheel(WheelInput.newBuilder()
                                .setWindow(window.getWindow())
                                .setX(x - window.getX())
                                .setY(y - window.getY())
                                .setDeltaX(deltaX)
                                .setDeltaY(deltaY)
                                .setModifiers(modifiers))
                        .build());
    }

    private static boolean comesForwardWhenPressed(WindowState window) {
        return window.getKind() != WindowKind.WINDOW_KIND_POPUP && window.getFocusable() && !window.getFocused();
    }

    private static List<FromScreen> bringForward(int window) {
        return List.of(
                FromScreen.newBuilder()
                        .setWindow(WindowRequest.newBuilder().setWindow(window).setRaise(true))
                        .build(),
                FromScreen.newBuilder()
                        .setWindow(WindowRequest.newBuilder().setWindow(window).setFocus(true))
                        .build());
    }
}
