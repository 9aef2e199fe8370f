package cc.toolkit.widget;

import java.awt.Color;

/** The fixed colours of AWT's widgets, whatever look the program gives to Swing. */
final class WidgetColors {
    /** Where text is edited or picked from. */
    static final Color FIELD = Color.WHITE;
    /** Buttons, and the movable part of scroll bars. */
    static final Color FACE = new Color(0xE3E8EE);

    static final Color FACE_PRESSED = new Color(0xC4D0DD);
    static final Color LINE = new Color(0x8997A6);
    static final Color TRACK = new Color(0xEEF1F4);
    static final Color FOCUS = new Color(0x2F6FB0);
    static final Color SELECTION = new Color(0x2F6FB0);
    static final Color SELECTED_TEXT = Color.WHITE;
    static final Color DISABLED_TEXT = new Color(0x8B949E);

    private WidgetColors() {}

    /** A face of another colour when it is pressed. */
    static Color pressed(Color face) {
        return face.equals(FACE) ? FACE_PRESSED : face.darker();
    }
}
