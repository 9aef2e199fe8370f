package cc.screen.nativ;

import cc.protocol.message.CursorKind;
import cc.protocol.message.CursorShape;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;

/** Cursors of this desktop for a program's. */
final class NativeCursors {
    private NativeCursors() {}

    static Cursor of(CursorShape shape) {
        CursorKind kind = shape.getKind();
        if (kind == CursorKind.CURSOR_KIND_HIDDEN) {
            return custom(new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB), 0, 0);
        } else if (kind == CursorKind.CURSOR_KIND_CUSTOM) {
            return custom(ShellLook.image(shape.getImage()), shape.getHotX(), shape.getHotY());
        } else if (kind == CursorKind.CURSOR_KIND_DROP_ALLOWED) {
            return Cursor.getPredefinedCursor(Cursor.MOVE_CURSOR);
        } else if (kind == CursorKind.CURSOR_KIND_DROP_FORBIDDEN || kind == CursorKind.UNRECOGNIZED) {
            return Cursor.getDefaultCursor();
        }
        // The others have the numbers of AWT.
        return Cursor.getPredefinedCursor(kind.getNumber());
    }

    /** The toolkit would scale an image to the size that it likes; it is put on a canvas of that size instead. */
    private static Cursor custom(BufferedImage image, int hotX, int hotY) {
        Toolkit toolkit = Toolkit.getDefaultToolkit();
        Dimension best = toolkit.getBestCursorSize(image.getWidth(), image.getHeight());
        if (best.width == 0) {
            return Cursor.getDefaultCursor();
        }
        BufferedImage canvas = new BufferedImage(
                Math.max(best.width, image.getWidth()),
                Math.max(best.height, image.getHeight()),
                BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = canvas.createGraphics();
        g.drawImage(image, 0, 0, null);
        g.dispose();
        Point hot = new Point(Math.min(hotX, canvas.getWidth() - 1), Math.min(hotY, canvas.getHeight() - 1));
        return toolkit.createCustomCursor(canvas, hot, "program");
    }
}
