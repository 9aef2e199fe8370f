package cc.toolkit.widget;

import java.awt.Component;
import java.awt.Graphics;
import sun.awt.RepaintArea;

/** Collects damaged areas of a component, and has the peer's own looks painted before the program's. */
@SuppressWarnings("serial") // RepaintArea is not meant to be stored either
final class PeerRepaintArea extends RepaintArea {
    private final CcComponentPeer<?> peer;

    PeerRepaintArea(CcComponentPeer<?> peer) {
        this.peer = peer;
    }

    @Override
    protected void updateComponent(Component component, Graphics g) {
        Guard.run("painting a component", () -> peer.paintPeer(g));
        super.updateComponent(component, g);
    }

    @Override
    protected void paintComponent(Component component, Graphics g) {
        Guard.run("painting a component", () -> peer.paintPeer(g));
        super.paintComponent(component, g);
    }
}
