package cc.toolkit.transfer;

import java.awt.Component;
import java.awt.Point;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DragGestureListener;
import java.awt.dnd.DragSource;
import java.awt.dnd.MouseDragGestureRecognizer;
import java.awt.event.InputEvent;
import java.awt.event.MouseEvent;
import org.jspecify.annotations.Nullable;
import sun.awt.dnd.SunDragSourceContextPeer;

/** Sees that a person starts to drag: the pointer moved far enough with the first button down. */
public final class CcDragRecognizer extends MouseDragGestureRecognizer {
    private static final long serialVersionUID = 1;

    private static final int OTHER_BUTTONS = InputEvent.BUTTON2_DOWN_MASK | InputEvent.BUTTON3_DOWN_MASK;

    /** See {@link java.awt.Toolkit#createDragGestureRecognizer}. */
    public CcDragRecognizer(
            DragSource source, @Nullable Component component, int actions, @Nullable DragGestureListener listener) {
        super(source, component, actions, listener);
    }

    @Override
    public void mousePressed(MouseEvent event) {
        events.clear();
        if (action(event) != DnDConstants.ACTION_NONE) {
            appendEvent(event);
        }
    }

    @Override
    public void mouseReleased(MouseEvent event) {
        events.clear();
    }

    @Override
    public void mouseDragged(MouseEvent event) {
        if (events.isEmpty()) {
            return;
        }
        int action = action(event);
        if (action == DnDConstants.ACTION_NONE) {
            return;
        }
        Point from = ((MouseEvent) events.get(0)).getPoint();
        int far = DragSource.getDragThreshold();
        if (Math.abs(event.getX() - from.x) > far || Math.abs(event.getY() - from.y) > far) {
            fireDragGestureRecognized(action, from);
        } else {
            appendEvent(event);
        }
    }

    private int action(MouseEvent event) {
        int modifiers = event.getModifiersEx();
        boolean first = (modifiers & InputEvent.BUTTON1_DOWN_MASK) != 0 && (modifiers & OTHER_BUTTONS) == 0;
        return first
                ? SunDragSourceContextPeer.convertModifiersToDropAction(modifiers, getSourceActions())
                : DnDConstants.ACTION_NONE;
    }
}
