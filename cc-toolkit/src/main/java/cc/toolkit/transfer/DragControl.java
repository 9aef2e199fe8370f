package cc.toolkit.transfer;

import cc.toolkit.input.DragTracker;
import cc.toolkit.widget.CcComponentPeer;
import cc.toolkit.window.Desk;
import java.awt.Cursor;
import java.awt.Point;
import java.awt.dnd.DnDConstants;
import java.awt.dnd.DragGestureEvent;
import java.awt.dnd.peer.DragSourceContextPeer;
import java.awt.event.InvocationEvent;
import org.jspecify.annotations.Nullable;
import sun.awt.SunToolkit;
import sun.awt.dnd.SunDropTargetEvent;

/**
 * A drag from its start to the drop, within a window or between windows of the program. The pointer's messages drive it
 * on the pump's thread; the program's targets answer on the event thread, later, and nobody waits for them.
 */
public final class DragControl implements DragTracker {
    private final Desk desk;
    private @Nullable CcDragSource source;
    private @Nullable CcDropTarget target;
    private @Nullable CcComponentPeer<?> over;
    private Point at = new Point();
    private int modifiers;
    private int answer;
    private boolean entered;
    private boolean buttonDown;
    private boolean dropping;

    /** A control for the drags on this desk. */
    public DragControl(Desk desk) {
        this.desk = desk;
    }

    /** See {@link java.awt.Toolkit#createDragSourceContextPeer}. */
    public DragSourceContextPeer sourceFor(DragGestureEvent gesture) {
        return new CcDragSource(this, gesture);
    }

    synchronized void start(CcDragSource from, long[] formats) {
        source = from;
        target = new CcDropTarget(this, formats, from.actions());
        over = null;
        answer = DnDConstants.ACTION_NONE;
        dropping = false;
        at = desk.cursors().pointer();
        // The button may have been let go before the program noticed that this was to be a drag.
        desk.pump().run("starting a drag", this::endIfLetGo);
    }

    private void endIfLetGo() {
        boolean letGo;
        synchronized (this) {
            letGo = !buttonDown && !dropping;
        }
        if (letGo) {
            cancel();
        }
    }

    /** Shows a cursor for as long as the drag lasts. */
    void show(@Nullable Cursor cursor) {
        synchronized (this) {
            if (source == null) {
                return;
            }
        }
        desk.cursors().force(cursor);
    }

    @Override
    public synchronized boolean isActive() {
        return source != null;
    }

    @Override
    public synchronized void buttons(boolean anyDown) {
        buttonDown = anyDown;
    }

    @Override
    public synchronized void moved(@Nullable CcComponentPeer<?> now, Point screen, int newModifiers) {
        CcDragSource from = source;
        CcDropTarget to = target;
        if (from == null || to == null || dropping) {
            return;
        }
        at = screen;
        modifiers = newModifiers;
        if (now != over) {
            leave(to);
            over = now;
            if (now != null) {
                to.post(now, screen, from.wanted(modifiers), SunDropTargetEvent.MOUSE_ENTERED);
            }
        }
        if (now != null) {
            to.post(now, screen, from.wanted(modifiers), SunDropTargetEvent.MOUSE_DRAGGED);
        }
        from.moved(modifiers, screen);
    }

    private void leave(CcDropTarget to) {
        CcComponentPeer<?> left = over;
        over = null;
        if (left == null) {
            return;
        }
        to.post(left, at, DnDConstants.ACTION_NONE, SunDropTargetEvent.MOUSE_EXITED);
        answered(DnDConstants.ACTION_NONE);
    }

    /** A target said what it would do with a drop; none, that it would do nothing. */
    synchronized void answered(int action) {
        CcDragSource from = source;
        if (from == null) {
            return;
        }
        answer = action;
        if (action == DnDConstants.ACTION_NONE) {
            if (entered) {
                from.exited(at);
            }
            entered = false;
        } else if (!entered) {
            entered = true;
            from.entered(action, modifiers, at);
        } else {
            from.over(action, modifiers, at);
        }
    }

    @Override
    public synchronized void dropped(@Nullable CcComponentPeer<?> now, Point screen, int newModifiers) {
        CcDragSource from = source;
        if (from == null || dropping) {
            return;
        }
        dropping = true;
        // After the answers to what was posted before.
        SunToolkit.postEvent(
                SunToolkit.targetToAppContext(from.component()), new InvocationEvent(from.component(), this::decide));
    }

    /** On the event thread: all answers are known. */
    private void decide() {
        synchronized (this) {
            CcDragSource from = source;
            CcDropTarget to = target;
            CcComponentPeer<?> on = over;
            if (from != null && to != null && on != null && answer != DnDConstants.ACTION_NONE) {
                to.post(on, at, from.wanted(modifiers), SunDropTargetEvent.MOUSE_DROPPED);
                return;
            }
        }
        cancel();
    }

    /** The program has taken the drop, or refused it. */
    void dropDone(boolean success, int action) {
        end(success, action);
    }

    @Override
    public void cancel() {
        synchronized (this) {
            CcDragSource from = source;
            CcDropTarget to = target;
            if (from == null || to == null) {
                return;
            }
            leave(to);
        }
        end(false, DnDConstants.ACTION_NONE);
    }

    /** Not called with the lock held: the source's own comes first. */
    private void end(boolean success, int action) {
        CcDragSource from;
        Point where;
        synchronized (this) {
            from = source;
            where = at;
            source = null;
            target = null;
            over = null;
            entered = false;
        }
        if (from != null) {
            from.finished(success, action, where);
            desk.cursors().force(null);
        }
    }
}
