package cc.toolkit.widget;

import sun.awt.SunToolkit;

/**
 * AWT's own list of what has a peer, which decides when the last window is gone and the event thread may end. Never
 * made: it extends the toolkit only because the list is protected there.
 */
public abstract class PeerRegistry extends SunToolkit {
    private PeerRegistry() {}

    /** A component or menu component got its peer. */
    public static void created(Object target, Object peer) {
        targetCreatedPeer(target, peer);
    }

    /** A peer was disposed of. */
    public static void disposed(Object target, Object peer) {
        targetDisposedPeer(target, peer);
    }

    /** The peer of a component or menu component, or null. */
    public static Object peerOf(Object target) {
        return targetToPeer(target);
    }
}
