package cc.toolkit.input;

import cc.toolkit.widget.CcComponentPeer;
import java.awt.Point;
import org.jspecify.annotations.Nullable;

/** Takes the pointer over while something is dragged and dropped. Called on the pump's thread. */
public interface DragTracker {
    /** Whether something is being dragged. */
    boolean isActive();

    /** Whether a button is down now; told all the time, since a drag may start later than its gesture. */
    void buttons(boolean anyDown);

    /**
     * The pointer is over a component.
     *
     * @param over the heavyweight component's peer, or null
     * @param screen in screen coordinates
     * @param modifiers AWT's extended mask of keys and buttons
     */
    void moved(@Nullable CcComponentPeer<?> over, Point screen, int modifiers);

    /** The button was released. */
    void dropped(@Nullable CcComponentPeer<?> over, Point screen, int modifiers);

    /** The drag ends without a drop. */
    void cancel();
}
