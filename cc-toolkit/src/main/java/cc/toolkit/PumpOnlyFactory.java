package cc.toolkit;

import cc.toolkit.window.EventPump;
import com.github.caciocavallosilano.cacio.peer.CacioComponent;
import com.github.caciocavallosilano.cacio.peer.CacioEventPump;
import com.github.caciocavallosilano.cacio.peer.PlatformToplevelWindow;
import com.github.caciocavallosilano.cacio.peer.PlatformWindow;
import com.github.caciocavallosilano.cacio.peer.PlatformWindowFactory;

/**
 * What Caciocavallo's toolkit asks of a platform. Of this interface only the event pump is used: Caciocavallo asks for
 * windows from its own peers only, and all peers here are ours.
 */
final class PumpOnlyFactory implements PlatformWindowFactory {
    private final EventPump pump;

    PumpOnlyFactory(EventPump pump) {
        this.pump = pump;
    }

    @Override
    public CacioEventPump<?> createEventPump() {
        return pump;
    }

    @Override
    public PlatformWindow createPlatformWindow(CacioComponent component, PlatformWindow parent) {
        throw notOurs();
    }

    @Override
    public PlatformToplevelWindow createPlatformToplevelWindow(CacioComponent component) {
        throw notOurs();
    }

    @Override
    public PlatformWindow createPlatformToplevelWindow(CacioComponent component, PlatformWindow owner) {
        throw notOurs();
    }

    private static UnsupportedOperationException notOurs() {
        return new UnsupportedOperationException("Caciocavallo's own peers have no windows here.");
    }
}
