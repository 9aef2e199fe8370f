package cc.toolkit.window;

import cc.protocol.message.CursorKind;
import cc.protocol.message.CursorShape;
import cc.protocol.message.Image;
import java.awt.Point;
import org.jspecify.annotations.Nullable;
import sun.awt.CustomCursor;

/** A cursor with the program's own picture. */
public final class CcCustomCursor extends CustomCursor {
    /** The largest picture that browsers show as a cursor. */
    public static final int MAX_SIDE = 128;

    private static final long serialVersionUID = 1;

    /** Null for a cursor without a visible pixel, as programs make to hide the pointer. */
    private transient @Nullable Image picture;

    private transient int hotX;
    private transient int hotY;

    /** See {@link java.awt.Toolkit#createCustomCursor}. */
    public CcCustomCursor(java.awt.Image image, Point hotSpot, String name) {
        super(image, hotSpot, name);
    }

    @Override
    protected void createNativeCursor(
            java.awt.Image image, int[] pixels, int width, int height, int xHotSpot, int yHotSpot) {
        hotX = xHotSpot;
        hotY = yHotSpot;
        for (int pixel : pixels) {
            if (pixel >>> 24 != 0) {
                picture = Icons.of(pixels, width, height);
                return;
            }
        }
    }

    void describe(CursorShape.Builder shape) {
        Image shown = picture;
        if (shown == null) {
            shape.setKind(CursorKind.CURSOR_KIND_HIDDEN);
        } else {
            shape.setKind(CursorKind.CURSOR_KIND_CUSTOM)
                    .setImage(shown)
                    .setHotX(hotX)
                    .setHotY(hotY);
        }
    }
}
