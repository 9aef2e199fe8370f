package cc.toolkit.window;

import cc.protocol.message.CursorKind;
import cc.protocol.message.CursorShape;
import cc.protocol.message.ToScreen;
import cc.toolkit.widget.CcComponentPeer;
import cc.toolkit.widget.PeerRegistry;
import java.awt.Component;
import java.awt.Cursor;
import java.awt.EventQueue;
import java.awt.Point;
import org.jspecify.annotations.Nullable;
import sun.awt.GlobalCursorManager;
import sun.awt.SunToolkit;

/** Finds the cursor that belongs under the pointer, and tells viewers. Knows where the pointer is. */
public final class CursorControl extends GlobalCursorManager {
    private final Desk desk;
    private final Point pointer = new Point();
    private @Nullable CcComponentPeer<?> under;
    private @Nullable Cursor forced;

    CursorControl(Desk desk) {
        this.desk = desk;
    }

    /** Where the pointer is, in the program's screen coordinates. */
    public synchronized Point pointer() {
        return new Point(pointer);
    }

    /** The peer of the component under the pointer, or null. */
    public synchronized @Nullable CcComponentPeer<?> peerUnderPointer() {
        return under;
    }

    /** The pointer is here now, over this component's peer. */
    public void moved(int x, int y, @Nullable CcComponentPeer<?> over) {
        synchronized (this) {
            pointer.setLocation(x, y);
            under = over;
        }
        if (over != null) {
            updateCursorLater(over.target());
        }
    }

    /** While something is dragged its cursor replaces all others; null ends that. */
    public void force(@Nullable Cursor cursor) {
        synchronized (this) {
            forced = cursor;
        }
        CcComponentPeer<?> over = peerUnderPointer();
        if (EventQueue.isDispatchThread()) {
            updateCursorImmediately();
        } else if (over != null) {
            updateCursorLater(over.target());
        }
    }

    @Override
    protected void setCursor(Component component, @Nullable Cursor cursor, boolean useCache) {
        Cursor shown;
        synchronized (this) {
            shown = forced != null ? forced : cursor;
        }
        if (PeerRegistry.peerOf(SunToolkit.getContainingWindow(component)) instanceof CcWindowPeer<?> peer) {
            CursorShape.Builder shape = CursorShape.newBuilder().setWindow(peer.id());
            if (shown instanceof NamedCursor named) {
                shape.setKind(named.kind());
            } else if (shown instanceof CcCustomCursor custom) {
                custom.describe(shape);
            } else {
                shape.setKind(kind(shown));
            }
            desk.output()
                    .hold(
                            "cursor " + peer.id(),
                            ToScreen.newBuilder().setCursor(shape).build());
        }
    }

    /** The wire's numbers of the common cursors are those of {@link Cursor}. */
    private static CursorKind kind(@Nullable Cursor cursor) {
        int type = cursor == null ? Cursor.DEFAULT_CURSOR : cursor.getType();
        CursorKind kind = CursorKind.forNumber(type);
        return kind == null || type < 0 || type > Cursor.MOVE_CURSOR ? CursorKind.CURSOR_KIND_DEFAULT : kind;
    }

    @Override
    protected void getCursorPos(Point into) {
        into.setLocation(pointer());
    }

    @Override
    protected Point getLocationOnScreen(Component component) {
        return component.getLocationOnScreen();
    }

    @Override
    protected @Nullable Component findHeavyweightUnderCursor(boolean useCache) {
        CcComponentPeer<?> peer = peerUnderPointer();
        return peer == null || !peer.target().isShowing() ? null : peer.target();
    }
}
