package cc.toolkit.input;

import cc.protocol.message.PointerInput;
import cc.protocol.message.WheelInput;
import cc.toolkit.widget.CcComponentPeer;
import cc.toolkit.window.CcWindowPeer;
import cc.toolkit.window.Desk;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Point;
import java.awt.event.MouseEvent;
import java.awt.event.MouseWheelEvent;
import org.jspecify.annotations.Nullable;
import sun.awt.SunToolkit;

/**
 * Makes AWT's mouse events for heavyweight components; AWT finds lightweight ones inside them. From the first press to
 * the last release everything goes to the component that was pressed. On the pump's thread.
 */
final class Pointer {
    private static final int LEFT = 1;
    private static final int RIGHT = 3;

    private final Desk desk;
    private final ClickCounter clicks = new ClickCounter();
    private final WheelTurns turns = new WheelTurns();
    private final DragTracker drags;
    private final InputClock clock;
    private Point at = new Point();
    private int buttons;
    private int modifiers;
    private @Nullable CcComponentPeer<?> under;
    private @Nullable CcComponentPeer<?> pressed;

    Pointer(Desk desk, DragTracker drags, InputClock clock) {
        this.desk = desk;
        this.drags = drags;
        this.clock = clock;
    }

    /** Where the pointer is and what is down, after a message. */
    void handle(PointerInput input) {
        CcWindowPeer<?> window = desk.stack().byId(input.getWindow());
        Point screen = onScreen(window, input.getX(), input.getY());
        modifiers = Modifiers.toAwt(input.getModifiers());
        boolean moved = !screen.equals(at);
        at = screen;
        CcComponentPeer<?> now = window == null || !window.isVisible() ? null : peerAt(window, screen);
        desk.cursors().moved(screen.x, screen.y, pressed != null ? pressed : now);
        drags.buttons(input.getButtons() != 0);
        if (drags.isActive()) {
            drags.moved(now, screen, modifiers | Modifiers.buttonsToAwt(input.getButtons()));
            buttons = input.getButtons();
            if (buttons == 0) {
                pressed = null;
                drags.dropped(now, screen, modifiers);
            }
            under = now;
            return;
        }
        cross(now);
        if (moved) {
            clicks.moved(screen);
            move(now);
        }
        for (int button = LEFT; button <= Modifiers.BUTTONS; button++) {
            int bit = Modifiers.bitOf(button);
            if ((buttons & bit) == 0 && (input.getButtons() & bit) != 0) {
                buttons |= bit;
                press(window, now, button, input.getTimeMs());
            } else if ((buttons & bit) != 0 && (input.getButtons() & bit) == 0) {
                buttons &= ~bit;
                release(button);
            }
        }
    }

    private static Point onScreen(@Nullable CcWindowPeer<?> window, int x, int y) {
        Point origin = window == null ? new Point() : window.origin();
        return new Point(origin.x + x, origin.y + y);
    }

    private static CcComponentPeer<?> peerAt(CcWindowPeer<?> window, Point screen) {
        Point origin = window.origin();
        return window.peerAt(new Point(screen.x - origin.x, screen.y - origin.y));
    }

    private void cross(@Nullable CcComponentPeer<?> now) {
        if (now == under) {
            return;
        }
        send(under, MouseEvent.MOUSE_EXITED, 0, 0);
        under = now;
        send(now, MouseEvent.MOUSE_ENTERED, 0, 0);
    }

    private void move(@Nullable CcComponentPeer<?> now) {
        if (pressed != null) {
            send(pressed, MouseEvent.MOUSE_DRAGGED, 0, clicks.count());
        } else if (buttons == 0) {
            send(now, MouseEvent.MOUSE_MOVED, 0, 0);
        }
    }

    private void press(
            @Nullable CcWindowPeer<?> window, @Nullable CcComponentPeer<?> on, int button, int happenedMillis) {
        desk.grabs().pressed(window == null ? null : window.target());
        if (window == null || on == null) {
            return;
        }
        if (pressed == null) {
            window.activate();
        }
        if (window.isBlocked()) {
            return;
        }
        if (pressed == null) {
            pressed = on;
        }
        int count = clicks.pressed(pressed.target(), button, at, happenedMillis, System.currentTimeMillis());
        send(pressed, MouseEvent.MOUSE_PRESSED, button, count);
    }

    private void release(int button) {
        CcComponentPeer<?> from = pressed;
        if (buttons == 0) {
            pressed = null;
        }
        if (from == null) {
            return;
        }
        int count = clicks.count();
        send(from, MouseEvent.MOUSE_RELEASED, button, Math.max(count, 1));
        if (count > 0) {
            send(from, MouseEvent.MOUSE_CLICKED, button, count);
        }
    }

    void handle(WheelInput input) {
        CcWindowPeer<?> window = desk.stack().byId(input.getWindow());
        if (window == null || !window.isVisible() || window.isBlocked()) {
            return;
        }
        at = onScreen(window, input.getX(), input.getY());
        modifiers = Modifiers.toAwt(input.getModifiers());
        CcComponentPeer<?> to = peerAt(window, at);
        desk.cursors().moved(at.x, at.y, to);
        wheel(to, input.getDeltaY(), modifiers, turns.vertical(input.getDeltaY()));
        // AWT knows one wheel; sideways is the same with shift.
        wheel(to, input.getDeltaX(), modifiers | MouseEvent.SHIFT_DOWN_MASK, turns.horizontal(input.getDeltaX()));
    }

    private void wheel(CcComponentPeer<?> to, int delta, int mask, int wholeTurns) {
        if (delta == 0) {
            return;
        }
        Point in = within(to);
        post(new MouseWheelEvent(
                to.target(),
                MouseEvent.MOUSE_WHEEL,
                clock.next(),
                mask | Modifiers.buttonsToAwt(buttons),
                in.x,
                in.y,
                at.x,
                at.y,
                0,
                false,
                MouseWheelEvent.WHEEL_UNIT_SCROLL,
                WheelTurns.UNITS_PER_TURN,
                wholeTurns,
                WheelTurns.precise(delta)));
    }

    /** Nobody holds buttons any more. */
    void releaseAll() {
        drags.cancel();
        for (int button = LEFT; button <= Modifiers.BUTTONS; button++) {
            if ((buttons & Modifiers.bitOf(button)) != 0) {
                buttons &= ~Modifiers.bitOf(button);
                // Let go somewhere else: no click.
                clicks.moved(new Point(Integer.MAX_VALUE, Integer.MAX_VALUE));
                release(button);
            }
        }
    }

    private void send(@Nullable CcComponentPeer<?> to, int id, int button, int clickCount) {
        if (to == null || (to.toplevel() instanceof CcWindowPeer<?> window && window.isBlocked())) {
            return;
        }
        Point in = within(to);
        post(new MouseEvent(
                to.target(),
                id,
                clock.next(),
                modifiers | Modifiers.buttonsToAwt(buttons),
                in.x,
                in.y,
                at.x,
                at.y,
                clickCount,
                id == MouseEvent.MOUSE_PRESSED && button == RIGHT,
                button));
    }

    private Point within(CcComponentPeer<?> peer) {
        Point corner = peer.getLocationOnScreen();
        return new Point(at.x - corner.x, at.y - corner.y);
    }

    private static void post(AWTEvent event) {
        SunToolkit.postEvent(SunToolkit.targetToAppContext((Component) event.getSource()), event);
    }
}
