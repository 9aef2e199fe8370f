package cc.toolkit;

import java.awt.RenderingHints;
import org.jspecify.annotations.Nullable;

/**
 * How programs smooth text that leave this to the desktop. Gray by default: it looks the same on every screen, whatever
 * the order of its subpixels, and those who look may have any.
 */
final class TextSmoothing {
    private TextSmoothing() {}

    /** @param setting {@code -Dawt.useSystemAAFontSettings}, with the values it has on other systems */
    static RenderingHints hints(@Nullable String setting) {
        Object value = switch (setting == null ? "on" : setting) {
            case "false", "off" -> RenderingHints.VALUE_TEXT_ANTIALIAS_OFF;
            case "gasp" -> RenderingHints.VALUE_TEXT_ANTIALIAS_GASP;
            case "lcd", "lcd_hrgb" -> RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HRGB;
            case "lcd_hbgr" -> RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_HBGR;
            case "lcd_vrgb" -> RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_VRGB;
            case "lcd_vbgr" -> RenderingHints.VALUE_TEXT_ANTIALIAS_LCD_VBGR;
            default -> RenderingHints.VALUE_TEXT_ANTIALIAS_ON;
        };
        return new RenderingHints(RenderingHints.KEY_TEXT_ANTIALIASING, value);
    }
}
