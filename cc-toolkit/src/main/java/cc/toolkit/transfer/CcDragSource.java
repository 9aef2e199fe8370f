package cc.toolkit.transfer;

import java.awt.Component;
import java.awt.Cursor;
import java.awt.Point;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DragGestureEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import sun.awt.dnd.SunDragSourceContextPeer;
import sun.awt.dnd.SunDropTargetContextPeer;

/** Where something is dragged from. */
final class CcDragSource extends SunDragSourceContextPeer {
    private final DragControl control;
    private int actions;

    CcDragSource(DragControl control, DragGestureEvent gesture) {
        super(gesture);
        this.control = control;
    }

    @Override
    protected void startDrag(Transferable dragged, long[] formats, Map<Long, DataFlavor> formatMap) {
        actions = getDragSourceContext().getSourceActions();
        SunDropTargetContextPeer.setCurrentJVMLocalSourceTransferable(dragged);
        control.start(this, formats);
        control.show(getCursor());
    }

    @Override
    protected void setNativeCursor(long nativeContext, @Nullable Cursor cursor, int type) {
        control.show(cursor);
    }

    Component component() {
        return getComponent();
    }

    int actions() {
        return actions;
    }

    /** What a person wants with these modifier keys. */
    int wanted(int modifiers) {
        return convertModifiersToDropAction(modifiers, actions);
    }

    void entered(int targetAction, int modifiers, Point at) {
        postDragSourceDragEvent(targetAction, modifiers, at.x, at.y, DISPATCH_ENTER);
    }

    void over(int targetAction, int modifiers, Point at) {
        postDragSourceDragEvent(targetAction, modifiers, at.x, at.y, DISPATCH_MOTION);
    }

    void moved(int modifiers, Point at) {
        postDragSourceDragEvent(DnDConstants.ACTION_NONE, modifiers, at.x, at.y, DISPATCH_MOUSE_MOVED);
    }

    void exited(Point at) {
        dragExit(at.x, at.y);
    }

    void finished(boolean success, int action, Point at) {
        dragDropFinished(success, action, at.x, at.y);
    }
}
