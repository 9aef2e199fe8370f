package cc.screen.session;

import cc.protocol.message.Rect;
import cc.protocol.message.Screen;
import cc.protocol.message.ScreenLayout;

/**
 * How a screen proxy works.
 *
 * @param layout the screens that a program sees until a viewer with the right to control tells its own
 * @param limits how far viewers may fall behind
 */
public record ScreenSettings(ScreenLayout layout, FeedLimits limits) {
    private static final int DEFAULT_WIDTH = 1440;
    private static final int DEFAULT_HEIGHT = 900;

    /** One screen of 1440 x 900 at scale 1. */
    public static ScreenSettings defaults() {
        return new ScreenSettings(oneScreen(DEFAULT_WIDTH, DEFAULT_HEIGHT, 1), FeedLimits.DEFAULT);
    }

    public ScreenSettings withLayout(ScreenLayout newLayout) {
        return new ScreenSettings(newLayout, limits);
    }

    /**
     * A layout of one screen.
     *
     * @param width and height in user space units
     */
    public static ScreenLayout oneScreen(int width, int height, double scale) {
        return ScreenLayout.newBuilder()
                .addScreens(Screen.newBuilder()
                        .setBounds(Rect.newBuilder().setWidth(width).setHeight(height))
                        .setScale(scale))
                .build();
    }
}
