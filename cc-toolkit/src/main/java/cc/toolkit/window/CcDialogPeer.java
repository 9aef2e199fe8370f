package cc.toolkit.window;

import cc.toolkit.widget.PeerRegistry;
import java.awt.Dialog;
import java.awt.Window;
import java.awt.peer.DialogPeer;
import java.util.List;

/** The peer of a dialog. */
public class CcDialogPeer<T extends Dialog> extends CcTitledPeer<T> implements DialogPeer {
    /** Makes the peer of a dialog that is not visible yet. */
    public CcDialogPeer(Desk desk, T target) {
        super(desk, target, target.getTitle(), target.isResizable());
    }

    @Override
    boolean isDecorated() {
        return !target.isUndecorated();
    }

    @Override
    public void blockWindows(List<Window> windows) {
        for (Window window : windows) {
            if (PeerRegistry.peerOf(window) instanceof CcWindowPeer<?> peer) {
                peer.setModalBlocked(target, true);
            }
        }
    }
}
