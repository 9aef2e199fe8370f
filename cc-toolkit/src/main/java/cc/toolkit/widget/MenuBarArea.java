package cc.toolkit.widget;

import java.awt.Graphics;
import java.awt.MenuBar;
import java.awt.event.MouseEvent;
import org.jspecify.annotations.Nullable;

/** The strip at the top of a frame that shows its AWT menu bar; a menu bar's peer implements it. */
public interface MenuBarArea {
    /**
     * The menu bar is shown by this frame from now on.
     *
     * @param frame the frame's peer, whose component shows menus; null: by none
     */
    void showIn(@Nullable CcContainerPeer<?> frame);

    /** The height in a frame of this width, in units. */
    int height(int width);

    /** Paints the strip at the frame's upper left corner. Called on the event thread. */
    void paint(Graphics g, int width);

    /** The pointer did something in the strip; in the frame's coordinates. Called on the event thread. */
    void handleMouse(MouseEvent event);

    /** The area of a menu bar that has a peer, or null. */
    static @Nullable MenuBarArea of(MenuBar bar) {
        return PeerRegistry.peerOf(bar) instanceof MenuBarArea area ? area : null;
    }
}
