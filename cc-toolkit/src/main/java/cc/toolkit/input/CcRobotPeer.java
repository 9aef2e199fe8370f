package cc.toolkit.input;

import cc.protocol.input.PhysicalKey;
import cc.protocol.message.FromScreen;
import cc.protocol.message.KeyInput;
import cc.protocol.message.Modifier;
import cc.protocol.message.PointerInput;
import cc.protocol.message.WheelInput;
import cc.toolkit.window.CcGraphicsDevice;
import cc.toolkit.window.CcWindowPeer;
import cc.toolkit.window.Desk;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.peer.RobotPeer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A robot whose keys and pointer take the way of people's, as if its keyboard had a US layout. Each of its actions is
 * handled when the method returns, so that events are posted in the order of the calls.
 */
public final class CcRobotPeer implements RobotPeer {
    private static final int PATIENCE_SECONDS = 5;
    private static final int DELTA_PER_NOTCH = 120;

    private final Desk desk;
    private final InputDispatcher input;
    private final RobotHands hands;
    private final ScreenPixels pixels;

    /** A robot that sees one screen and acts on all. */
    public CcRobotPeer(Desk desk, InputDispatcher input, CcGraphicsDevice screen) {
        this.desk = desk;
        this.input = input;
        hands = input.robotHands();
        pixels = new ScreenPixels(desk.stack(), screen);
    }

    @Override
    public void mouseMove(int x, int y) {
        point(new Point(x, y));
    }

    @Override
    public void mousePress(int buttons) {
        hands.press(buttonBits(buttons));
        point(desk.cursors().pointer());
    }

    @Override
    public void mouseRelease(int buttons) {
        hands.release(buttonBits(buttons));
        point(desk.cursors().pointer());
    }

    private void point(Point at) {
        CcWindowPeer<?> window = desk.stack().at(at.x, at.y);
        Point origin = window == null ? new Point() : window.origin();
        act(FromScreen.newBuilder()
                .setPointer(PointerInput.newBuilder()
                        .setWindow(window == null ? 0 : window.id())
                        .setX(at.x - origin.x)
                        .setY(at.y - origin.y)
                        .setButtons(hands.buttons())
                        .setModifiers(hands.modifiers()))
                .build());
    }

    /** Robot's masks as bits of messages. */
    private static int buttonBits(int masks) {
        int bits = 0;
        for (int button = 1; button <= Modifiers.BUTTONS; button++) {
            if ((masks & InputEvent.getMaskForButton(button)) != 0) {
                bits |= Modifiers.bitOf(button);
            }
        }
        return bits | oldButtonBits(masks);
    }

    @SuppressWarnings("deprecation") // programs still give the old masks
    private static int oldButtonBits(int masks) {
        int bits = 0;
        bits |= (masks & InputEvent.BUTTON1_MASK) != 0 ? Modifiers.bitOf(1) : 0;
        bits |= (masks & InputEvent.BUTTON2_MASK) != 0 ? Modifiers.bitOf(2) : 0;
        bits |= (masks & InputEvent.BUTTON3_MASK) != 0 ? Modifiers.bitOf(3) : 0;
        return bits;
    }

    @Override
    public void mouseWheel(int notches) {
        Point at = desk.cursors().pointer();
        CcWindowPeer<?> window = desk.stack().at(at.x, at.y);
        if (window == null) {
            return;
        }
        Point origin = window.origin();
        act(FromScreen.newBuilder()
                .setWheel(WheelInput.newBuilder()
                        .setWindow(window.id())
                        .setX(at.x - origin.x)
                        .setY(at.y - origin.y)
                        .setDeltaY(notches * DELTA_PER_NOTCH)
                        .setModifiers(hands.modifiers()))
                .build());
    }

    @Override
    public void keyPress(int keyCode) {
        key(keyCode, true);
    }

    @Override
    public void keyRelease(int keyCode) {
        key(keyCode, false);
    }

    private void key(int keyCode, boolean pressed) {
        PhysicalKey place = KeyCodes.placeOf(keyCode);
        KeyCodes.Key key = KeyCodes.at(place);
        if (place == null || key == null) {
            throw new IllegalArgumentException("Invalid key code");
        }
        int modifier = modifier(keyCode);
        if (pressed) {
            hands.hold(modifier);
        } else {
            hands.let(modifier);
        }
        act(FromScreen.newBuilder()
                .setKey(KeyInput.newBuilder()
                        .setUsage(place.usage())
                        .setKey(keyCode == KeyEvent.VK_ALT_GRAPH ? "AltGraph" : text(place, key))
                        .setPressed(pressed)
                        .setModifiers(hands.modifiers()))
                .build());
    }

    private static int modifier(int keyCode) {
        return switch (keyCode) {
            case KeyEvent.VK_SHIFT -> Modifier.MODIFIER_SHIFT_VALUE;
            case KeyEvent.VK_CONTROL -> Modifier.MODIFIER_CTRL_VALUE;
            case KeyEvent.VK_ALT -> Modifier.MODIFIER_ALT_VALUE;
            case KeyEvent.VK_META -> Modifier.MODIFIER_META_VALUE;
            case KeyEvent.VK_ALT_GRAPH -> Modifier.MODIFIER_ALT_GRAPH_VALUE;
            default -> 0;
        };
    }

    private String text(PhysicalKey place, KeyCodes.Key key) {
        if (key.plain() == 0) {
            return place.code();
        }
        boolean shift = (hands.modifiers() & Modifier.MODIFIER_SHIFT_VALUE) != 0;
        return String.valueOf(shift && key.shifted() != 0 ? key.shifted() : key.plain());
    }

    /** Hands a message to the pump and waits until it is handled. */
    private void act(FromScreen message) {
        CountDownLatch handled = new CountDownLatch(1);
        desk.pump().run("acting for a robot", () -> {
            try {
                input.accept(message);
            } finally {
                handled.countDown();
            }
        });
        await(handled);
    }

    private static void await(CountDownLatch handled) {
        try {
            if (!handled.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                // The pump waits for a lock that the caller holds, most likely; the action follows when it is free.
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int getRGBPixel(int x, int y) {
        return getRGBPixels(new Rectangle(x, y, 1, 1))[0];
    }

    @Override
    public int[] getRGBPixels(Rectangle bounds) {
        return pixels.read(bounds);
    }

    @Override
    public boolean useAbsoluteCoordinates() {
        return true;
    }
}
