package cc.toolkit.widget;

/**
 * The lock on the geometry of all peers: bounds, visibility, shapes, order. One lock for all, since a clip depends on
 * everything above a component, and it is held for a few arithmetic operations only. Code under it calls nothing that
 * takes another lock, so it may be taken in any situation.
 */
final class PeerTree {
    static final Object LOCK = new Object();

    private PeerTree() {}
}
