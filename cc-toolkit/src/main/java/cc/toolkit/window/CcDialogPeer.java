package cc.toolkit.window;

import cc.toolkit.widget.PeerRegistry;
import java.awt.Dialog;
import java.awt.Window;
import java.awt.peer.DialogPeer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The peer of a dialog. */
public class CcDialogPeer<T extends Dialog> extends CcWindowPeer<T> implements DialogPeer {
    private volatile String title;
    private volatile boolean resizable;

    /** Makes the peer of a dialog that is not visible yet. */
    public CcDialogPeer(Desk desk, T target) {
        super(desk, target);
        title = text(target.getTitle());
        resizable = target.isResizable();
    }

    static String text(@Nullable String maybe) {
        return maybe == null ? "" : maybe;
    }

    @Override
    String title() {
        return title;
    }

    @Override
    boolean isDecorated() {
        return !target.isUndecorated();
    }

    @Override
    boolean isResizable() {
        return resizable;
    }

    @Override
    public void setTitle(@Nullable String newTitle) {
        title = text(newTitle);
        changed();
    }

    @Override
    public void setResizable(boolean newResizable) {
        resizable = newResizable;
        changed();
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
