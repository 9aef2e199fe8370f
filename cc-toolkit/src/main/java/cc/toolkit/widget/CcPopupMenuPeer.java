package cc.toolkit.widget;

import java.awt.Component;
import java.awt.Event;
import java.awt.PopupMenu;
import java.awt.peer.PopupMenuPeer;
import javax.swing.JPopupMenu;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/** A menu that opens anywhere in a component. */
final class CcPopupMenuPeer extends MenuPeers.SubMenu implements PopupMenuPeer {
    private final PopupMenu target;
    private final MenuKeys keys = new MenuKeys(new MenuNavigation(step -> {})::pressed, () -> {});
    /** Used on the event thread only. */
    private @Nullable JPopupMenu open;

    CcPopupMenuPeer(PopupMenu target) {
        super(target);
        this.target = target;
    }

    /** AWT tells the place by an event of its first version. */
    @Override
    @SuppressWarnings("deprecation")
    public void show(Event event) {
        Component invoker = (Component) event.target;
        SwingUtilities.invokeLater(() -> open(invoker, event.x, event.y));
    }

    private void open(Component invoker, int x, int y) {
        if (invoker.isShowing() && target.isEnabled()) {
            open = MenuPopup.show(target, invoker, x, y, keys);
        }
    }

    @Override
    public void dispose() {
        SwingUtilities.invokeLater(() -> {
            if (open != null) {
                open.setVisible(false);
            }
        });
        super.dispose();
    }
}
