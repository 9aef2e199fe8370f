package cc.toolkit.input;

import java.awt.Window;
import java.awt.event.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Carries a composition through the event queue in order with keys: while the focus is moving, AWT's focus manager keeps
 * it with the keys that were typed ahead. When its turn comes, the focus manager names the target
 * (DefaultKeyboardFocusManager.preDispatchKeyEvent, JDK 17 to 25); the composition is handed over there, and nobody else
 * sees an event, since one without a source goes no further.
 */
final class CompositionArrival extends KeyEvent {
    private static final long serialVersionUID = 1L;

    private final transient Runnable arrived;

    /**
     * @param millis a time of {@link InputClock}
     * @param arrived run on the event thread when the focus is where it belongs
     */
    CompositionArrival(Window window, long millis, Runnable arrived) {
        super(window, KEY_PRESSED, millis, 0, VK_UNDEFINED, CHAR_UNDEFINED);
        this.arrived = arrived;
    }

    @Override
    public void setSource(@Nullable Object target) {
        super.setSource(null);
        arrived.run();
    }
}
