package cc.protocol.input;

import cc.protocol.message.Rect;
import cc.protocol.message.Screen;
import cc.protocol.message.ScreenLayout;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowMode;
import cc.protocol.message.WindowState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where a program's windows are on its screens, from what a screen proxy tells its viewers: enough to point at them
 * without seeing them. Used by one thread.
 */
public final class WindowMap {
    private static final Comparator<WindowState> FROM_BACK =
            Comparator.comparing(WindowState::getAlwaysOnTop).thenComparingInt(WindowState::getStacking);

    private final Map<Integer, WindowState> windows = new HashMap<>();
    private ScreenLayout screens = ScreenLayout.getDefaultInstance();

    /** Takes a message; tells whether the map is another now. */
    public boolean take(ToScreen message) {
        return switch (message.getMessageCase()) {
            case WINDOW ->
                !message.getWindow().equals(windows.put(message.getWindow().getWindow(), message.getWindow()));
            case WINDOW_CLOSED -> windows.remove(message.getWindowClosed().getWindow()) != null;
            case VIEWERS -> {
                ScreenLayout before = screens;
                screens = message.getViewers().getScreens();
                yield !screens.equals(before);
            }
            default -> false;
        };
    }

    /** The windows that can be seen, the hindmost first. */
    public List<WindowState> fromBack() {
        return windows.values().stream()
                .filter(window -> window.getVisible() && window.getMode() != WindowMode.WINDOW_MODE_ICONIFIED)
                .sorted(FROM_BACK)
                .toList();
    }

    /** The window of this number. */
    public Optional<WindowState> window(int number) {
        return Optional.ofNullable(windows.get(number));
    }

    /** The window that has the program's focus. */
    public Optional<WindowState> focused() {
        return fromBack().stream().filter(WindowState::getFocused).findFirst();
    }

    /** The frontmost window at a place of the program's screens. */
    public Optional<WindowState> at(int x, int y) {
        return fromBack().stream()
                .filter(window -> isIn(window, x - window.getX(), y - window.getY()))
                .reduce((behind, before) -> before);
    }

    /** The program's screens and all that can be seen of its windows, in one rectangle. */
    public Rect bounds() {
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        List<Rect> all = new ArrayList<>(screens());
        fromBack().forEach(window -> all.add(place(window)));
        for (Rect each : all) {
            left = Math.min(left, each.getX());
            top = Math.min(top, each.getY());
            right = Math.max(right, each.getX() + each.getWidth());
            bottom = Math.max(bottom, each.getY() + each.getHeight());
        }
        return Rect.newBuilder()
                .setX(left)
                .setY(top)
                .setWidth(right - left)
                .setHeight(bottom - top)
                .build();
    }

    /** The program's screens; none as long as they are not known. */
    public List<Rect> screens() {
        return screens.getScreensList().stream().map(Screen::getBounds).toList();
    }

    /** Where a window is on the program's screens. */
    public static Rect place(WindowState window) {
        return Rect.newBuilder()
                .setX(window.getX())
                .setY(window.getY())
                .setWidth(window.getWidth())
                .setHeight(window.getHeight())
                .build();
    }

    private static boolean isIn(WindowState window, int x, int y) {
        return x >= 0
                && y >= 0
                && x < window.getWidth()
                && y < window.getHeight()
                && (window.getShapeCount() == 0
                        || window.getShapeList().stream().anyMatch(part -> isIn(part, x, y)));
    }

    private static boolean isIn(Rect part, int x, int y) {
        return x >= part.getX()
                && y >= part.getY()
                && x < part.getX() + part.getWidth()
                && y < part.getY() + part.getHeight();
    }
}
