package cc.toolkit.window;

import cc.protocol.message.Rect;
import cc.protocol.message.Screen;
import cc.protocol.message.ScreenLayout;
import cc.toolkit.surface.FrameRecorder;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/** The current screens, made from layout messages. Nonsense in a message is bounded, never an error. */
final class Screens {
    private static final int MAX_SCREENS = 16;
    private static final int MIN_SIZE = 64;
    private static final int MAX_SIZE = 16_384;
    private static final int MAX_OFFSET = 100_000;
    private static final double MIN_SCALE = 0.5;
    private static final double MAX_SCALE = 4;
    private static final Rectangle DEFAULT_BOUNDS = new Rectangle(0, 0, 1280, 800);

    private final FrameRecorder recorder;
    private volatile List<CcGraphicsDevice> devices = List.of();

    Screens(ScreenLayout layout, FrameRecorder recorder) {
        this.recorder = recorder;
        update(layout);
    }

    /** The screens; never empty, the default screen first. */
    List<CcGraphicsDevice> devices() {
        return devices;
    }

    /** The default screen as it is now. */
    CcGraphicsConfiguration main() {
        return devices.get(0).getDefaultConfiguration();
    }

    /** Takes a new layout over; returns whether anything changed. */
    boolean update(ScreenLayout layout) {
        List<CcGraphicsDevice> before = devices;
        List<CcGraphicsDevice> now = new ArrayList<>();
        boolean changed = false;
        int count = Math.min(MAX_SCREENS, layout.getScreensCount());
        for (int i = 0; i < count; i++) {
            Screen screen = layout.getScreens(i);
            changed |= take(before, now, bounds(screen.getBounds()), screen);
        }
        if (count == 0) {
            changed = take(before, now, DEFAULT_BOUNDS, Screen.getDefaultInstance());
        }
        changed |= before.size() != now.size();
        devices = List.copyOf(now);
        return changed;
    }

    private boolean take(List<CcGraphicsDevice> before, List<CcGraphicsDevice> now, Rectangle bounds, Screen screen) {
        Rectangle usable = screen.hasUsable() ? bounds(screen.getUsable()).intersection(bounds) : bounds;
        if (usable.isEmpty()) {
            usable = bounds;
        }
        double scale = screen.getScale() > 0 ? Math.min(MAX_SCALE, Math.max(MIN_SCALE, screen.getScale())) : 1;
        int index = now.size();
        if (index < before.size()) {
            now.add(before.get(index));
            return before.get(index).update(bounds, usable, scale);
        }
        now.add(new CcGraphicsDevice(index, bounds, usable, scale, recorder));
        return true;
    }

    private static Rectangle bounds(Rect rect) {
        return new Rectangle(
                bounded(rect.getX(), -MAX_OFFSET, MAX_OFFSET),
                bounded(rect.getY(), -MAX_OFFSET, MAX_OFFSET),
                // A negative number here is an unsigned one beyond two billion.
                rect.getWidth() < 0 ? MAX_SIZE : bounded(rect.getWidth(), MIN_SIZE, MAX_SIZE),
                rect.getHeight() < 0 ? MAX_SIZE : bounded(rect.getHeight(), MIN_SIZE, MAX_SIZE));
    }

    private static int bounded(int value, int min, int max) {
        return Math.max(min, Math.min(max, value));
    }

    /** The screen that most of a window is on; where it is on none, the one it was on or the default. */
    CcGraphicsDevice deviceOf(Rectangle window, CcGraphicsDevice current) {
        List<CcGraphicsDevice> all = devices;
        CcGraphicsDevice best = all.contains(current) ? current : all.get(0);
        long bestArea = area(best, window);
        for (CcGraphicsDevice device : all) {
            long area = area(device, window);
            if (area > bestArea) {
                best = device;
                bestArea = area;
            }
        }
        return best;
    }

    private static long area(CcGraphicsDevice device, Rectangle window) {
        Rectangle common = device.getDefaultConfiguration().getBounds().intersection(window);
        return common.isEmpty() ? 0 : (long) common.width * common.height;
    }
}
