package cc.toolkit.widget;

import java.awt.Component;
import java.awt.Window;
import java.awt.event.FocusEvent;
import org.jspecify.annotations.Nullable;
import sun.awt.KeyboardFocusManagerPeerImpl;
import sun.awt.SunToolkit;

/** How a component gets the focus: AWT's focus manager says what is to be done, and the window comes first. */
final class FocusRequests {
    private FocusRequests() {}

    static boolean request(
            CcComponentPeer<?> peer,
            @Nullable Component lightweightChild,
            boolean temporary,
            boolean windowChangeAllowed,
            long time,
            FocusEvent.Cause cause) {
        Component heavyweight = peer.target();
        if (KeyboardFocusManagerPeerImpl.processSynchronousLightweightTransfer(
                heavyweight, lightweightChild, temporary, windowChangeAllowed, time)) {
            return true;
        }
        int verdict = KeyboardFocusManagerPeerImpl.shouldNativelyFocusHeavyweight(
                heavyweight, lightweightChild, temporary, windowChangeAllowed, time, cause);
        return switch (verdict) {
            case KeyboardFocusManagerPeerImpl.SNFH_SUCCESS_HANDLED -> true;
            case KeyboardFocusManagerPeerImpl.SNFH_SUCCESS_PROCEED -> {
                Window window = SunToolkit.getContainingWindow(heavyweight);
                // Where the window's focus has yet to arrive, AWT asks again when it has.
                if (window == null || !peer.toplevel().requestWindowFocus(cause) || !window.isFocused()) {
                    KeyboardFocusManagerPeerImpl.removeLastFocusRequest(heavyweight);
                    yield false;
                }
                yield KeyboardFocusManagerPeerImpl.deliverFocus(
                        lightweightChild,
                        heavyweight,
                        temporary,
                        windowChangeAllowed,
                        time,
                        cause,
                        peer.toplevel().focusOwner());
            }
            default -> false;
        };
    }
}
