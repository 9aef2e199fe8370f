package cc.toolkit.input;

import cc.toolkit.window.CcWindowPeer;
import cc.toolkit.window.Desk;
import java.awt.GraphicsDevice;
import java.awt.Point;
import java.awt.Window;
import java.awt.peer.MouseInfoPeer;

/** Where the pointer is. */
public final class CcMouseInfoPeer implements MouseInfoPeer {
    private final Desk desk;

    /** Answers for this desk. */
    public CcMouseInfoPeer(Desk desk) {
        this.desk = desk;
    }

    @Override
    public int fillPointWithCoords(Point point) {
        point.setLocation(desk.cursors().pointer());
        GraphicsDevice[] screens = desk.environment().getScreenDevices();
        for (int i = 0; i < screens.length; i++) {
            if (screens[i].getDefaultConfiguration().getBounds().contains(point)) {
                return i;
            }
        }
        return 0;
    }

    @Override
    public boolean isWindowUnderMouse(Window window) {
        Point at = desk.cursors().pointer();
        CcWindowPeer<?> under = desk.stack().at(at.x, at.y);
        return under != null && under.target() == window;
    }
}
