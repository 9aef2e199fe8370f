package cc.toolkit.input;

import cc.protocol.message.FromScreen;
import cc.protocol.message.KeyInput;
import cc.toolkit.window.Desk;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where what people do arrives, in order, on the pump's thread, and becomes AWT events. */
public final class InputDispatcher implements Consumer<FromScreen> {
    private final Keyboard keyboard;
    private final Pointer pointer;
    private final Composer composer;
    private final CaretReporter caret;
    private final DragTracker drags;
    private final RobotHands robotHands = new RobotHands();

    /** @param drags who has the pointer while something is dragged */
    public InputDispatcher(Desk desk, DragTracker drags) {
        this.drags = drags;
        InputClock clock = new InputClock();
        keyboard = new Keyboard(desk, clock);
        pointer = new Pointer(desk, drags, clock);
        composer = new Composer(desk, keyboard, clock);
        caret = new CaretReporter(desk);
    }

    @Override
    public void accept(FromScreen message) {
        switch (message.getMessageCase()) {
            case KEY -> key(message.getKey());
            case POINTER -> pointer.handle(message.getPointer());
            case WHEEL -> pointer.handle(message.getWheel());
            case TEXT -> composer.handle(message.getText());
            case SCREENS -> keyboard.setLocks(message.getScreens().getLocks());
            case RELEASE -> {
                keyboard.releaseAll();
                pointer.releaseAll();
            }
            default -> {
                // Not input.
                return;
            }
        }
        caret.check();
    }

    private void key(KeyInput input) {
        if (drags.isActive() && input.getKey().equals("Escape")) {
            drags.cancel();
        } else {
            keyboard.handle(input);
        }
    }

    RobotHands robotHands() {
        return robotHands;
    }

    /** Whether a lock key is on; null for keys that lock nothing. From any thread. */
    public @Nullable Boolean lockState(int keyCode) {
        return keyboard.lockState(keyCode);
    }
}
