package cc.toolkit;

import java.awt.SystemColor;
import java.util.Arrays;

/** The colours of AWT's own widgets: the light, neutral ones of today's desktops. */
final class SystemColors {
    private static final int WINDOW = 0xFFEEEEEE;
    private static final int TEXT = 0xFF1A1A1A;
    private static final int FIELD = 0xFFFFFFFF;
    private static final int ACCENT = 0xFF3069B8;
    private static final int LIGHT = 0xFFFFFFFF;
    private static final int SHADOW = 0xFFB0B0B0;
    private static final int DARK_SHADOW = 0xFF808080;
    private static final int INACTIVE = 0xFFC8C8C8;

    private SystemColors() {}

    static void load(int[] colors) {
        Arrays.fill(colors, WINDOW);
        colors[SystemColor.DESKTOP] = 0xFF30506E;
        colors[SystemColor.ACTIVE_CAPTION] = ACCENT;
        colors[SystemColor.ACTIVE_CAPTION_TEXT] = LIGHT;
        colors[SystemColor.ACTIVE_CAPTION_BORDER] = ACCENT;
        colors[SystemColor.INACTIVE_CAPTION] = INACTIVE;
        colors[SystemColor.INACTIVE_CAPTION_TEXT] = TEXT;
        colors[SystemColor.INACTIVE_CAPTION_BORDER] = INACTIVE;
        colors[SystemColor.WINDOW_BORDER] = DARK_SHADOW;
        colors[SystemColor.WINDOW_TEXT] = TEXT;
        colors[SystemColor.MENU_TEXT] = TEXT;
        colors[SystemColor.TEXT] = FIELD;
        colors[SystemColor.TEXT_TEXT] = TEXT;
        colors[SystemColor.TEXT_HIGHLIGHT] = ACCENT;
        colors[SystemColor.TEXT_HIGHLIGHT_TEXT] = LIGHT;
        colors[SystemColor.TEXT_INACTIVE_TEXT] = DARK_SHADOW;
        colors[SystemColor.CONTROL_TEXT] = TEXT;
        colors[SystemColor.CONTROL_HIGHLIGHT] = LIGHT;
        colors[SystemColor.CONTROL_LT_HIGHLIGHT] = LIGHT;
        colors[SystemColor.CONTROL_SHADOW] = SHADOW;
        colors[SystemColor.CONTROL_DK_SHADOW] = DARK_SHADOW;
        colors[SystemColor.INFO] = 0xFFFFFFE1;
        colors[SystemColor.INFO_TEXT] = TEXT;
    }
}
