package cc.toolkit.transfer;

import cc.toolkit.widget.CcComponentPeer;
import java.awt.Point;
import java.io.IOException;
import sun.awt.dnd.SunDropTargetContextPeer;
import sun.awt.dnd.SunDropTargetEvent;

/** Tells components that something is dragged over them or dropped, and the drag's control what they make of it. */
final class CcDropTarget extends SunDropTargetContextPeer {
    private final DragControl control;
    private final long[] formats;
    private final int sourceActions;

    CcDropTarget(DragControl control, long[] formats, int sourceActions) {
        this.control = control;
        this.formats = formats.clone();
        this.sourceActions = sourceActions;
    }

    /** Posts an event; what comes of it is told by {@link DragControl#answered}. */
    void post(CcComponentPeer<?> to, Point screen, int action, int id) {
        Point corner = to.getLocationOnScreen();
        postDropTargetEvent(
                to.target(),
                screen.x - corner.x,
                screen.y - corner.y,
                action,
                sourceActions,
                formats,
                0,
                id,
                !DISPATCH_SYNC);
    }

    @Override
    protected void eventProcessed(SunDropTargetEvent event, int answer, boolean done) {
        int id = event.getID();
        if (id == SunDropTargetEvent.MOUSE_ENTERED || id == SunDropTargetEvent.MOUSE_DRAGGED) {
            control.answered(answer);
        }
    }

    @Override
    protected Object getNativeData(long format) throws IOException {
        throw new IOException("Nothing is dragged here from other programs.");
    }

    @Override
    protected void doDropDone(boolean success, int action, boolean isLocal) {
        control.dropDone(success, action);
    }
}
