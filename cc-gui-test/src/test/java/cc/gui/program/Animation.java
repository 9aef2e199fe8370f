package cc.gui.program;

import java.awt.Component;
import java.awt.Container;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/**
 * The animation of a demo of J2Ddemo, held so that it moves only when told. Such a demo takes a step whenever it is
 * painted while its animation runs, so two paints of it never show the same. Belongs to the event thread.
 */
final class Animation {
    private final JComponent surface;

    private Animation(JComponent surface) {
        this.surface = surface;
    }

    /** Stops the animation that runs within a component, if one does. */
    static @Nullable Animation stopIn(Component component) throws ReflectiveOperationException {
        if (component instanceof JComponent surface && isAnimated(surface.getClass())) {
            surface.getClass().getMethod("stop").invoke(surface);
            return new Animation(surface);
        }
        if (component instanceof Container parent) {
            for (Component child : parent.getComponents()) {
                Animation found = stopIn(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private static boolean isAnimated(@Nullable Class<?> type) {
        return type != null && (type.getName().equals("java2d.AnimatingSurface") || isAnimated(type.getSuperclass()));
    }

    /** Goes on by one picture, and asks for a repaint. */
    void step() throws ReflectiveOperationException {
        surface.getClass()
                .getMethod("step", int.class, int.class)
                .invoke(surface, surface.getWidth(), surface.getHeight());
        surface.repaint();
    }
}
