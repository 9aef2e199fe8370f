package cc.screen.nativ;

import cc.protocol.message.Image;
import cc.protocol.message.Rect;
import cc.protocol.message.WindowState;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsDevice.WindowTranslucency;
import java.awt.Insets;
import java.awt.Window;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Gives a window of this desktop the properties of a program's; what the desktop cannot do is left out. */
final class ShellLook {
    private static final int OPAQUE = 255;
    private static final int RGBA_BYTES = 4;

    private ShellLook() {}

    static void apply(Window shell, WindowState before, WindowState now) {
        if (shell instanceof Frame frame) {
            frame.setTitle(now.getTitle());
            frame.setResizable(now.getResizable());
        } else if (shell instanceof Dialog dialog) {
            dialog.setTitle(now.getTitle());
            dialog.setResizable(now.getResizable());
        }
        shell.setFocusableWindowState(now.getFocusable());
        if (shell.isAlwaysOnTop() != now.getAlwaysOnTop() && shell.isAlwaysOnTopSupported()) {
            shell.setAlwaysOnTop(now.getAlwaysOnTop());
        }
        if (now.hasIcon() && !now.getIcon().equals(before.getIcon())) {
            shell.setIconImage(image(now.getIcon()));
        }
        int opacity = now.getOpacity() == 0 ? OPAQUE : now.getOpacity();
        float wanted = opacity / (float) OPAQUE;
        if (isUndecorated(shell)
                && shell.getOpacity() != wanted
                && NativeWindow.canBe(shell, WindowTranslucency.TRANSLUCENT)) {
            shell.setOpacity(wanted);
        }
    }

    static void shape(Window shell, WindowState before, WindowState now, double ratio, Insets insets) {
        if (now.getShapeList().equals(before.getShapeList())
                || !isUndecorated(shell)
                || !NativeWindow.canBe(shell, WindowTranslucency.PERPIXEL_TRANSPARENT)) {
            return;
        }
        if (now.getShapeCount() == 0) {
            shell.setShape(null);
            return;
        }
        Area area = new Area();
        for (Rect rect : now.getShapeList()) {
            area.add(new Area(new Rectangle2D.Double(
                    rect.getX() * ratio + insets.left,
                    rect.getY() * ratio + insets.top,
                    rect.getWidth() * ratio,
                    rect.getHeight() * ratio)));
        }
        shell.setShape(area);
    }

    static void sizeHints(Window shell, WindowState now, double ratio, Insets insets) {
        Dimension least = now.getMinWidth() > 0 || now.getMinHeight() > 0
                ? withFrame(now.getMinWidth(), now.getMinHeight(), ratio, insets)
                : null;
        if (least == null ? shell.isMinimumSizeSet() : !least.equals(shell.getMinimumSize())) {
            shell.setMinimumSize(least);
        }
        Dimension most = now.getMaxWidth() > 0 && now.getMaxHeight() > 0
                ? withFrame(now.getMaxWidth(), now.getMaxHeight(), ratio, insets)
                : null;
        if (most == null ? shell.isMaximumSizeSet() : !most.equals(shell.getMaximumSize())) {
            shell.setMaximumSize(most);
        }
    }

    static BufferedImage image(Image message) {
        int width = Math.max(1, message.getWidth());
        int height = Math.max(1, message.getHeight());
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        if (message.getRgba().size() == width * height * RGBA_BYTES) {
            for (int i = 0; i < width * height; i++) {
                int at = i * RGBA_BYTES;
                int argb = (message.getRgba().byteAt(at + 3) & 0xFF) << 24
                        | (message.getRgba().byteAt(at) & 0xFF) << 16
                        | (message.getRgba().byteAt(at + 1) & 0xFF) << 8
                        | (message.getRgba().byteAt(at + 2) & 0xFF);
                image.setRGB(i % width, i / width, argb);
            }
        }
        return image;
    }

    private static Dimension withFrame(int width, int height, double ratio, Insets insets) {
        return new Dimension(
                (int) Math.ceil(width * ratio) + insets.left + insets.right,
                (int) Math.ceil(height * ratio) + insets.top + insets.bottom);
    }

    private static boolean isUndecorated(Window shell) {
        if (shell instanceof Frame frame) {
            return frame.isUndecorated();
        }
        return !(shell instanceof Dialog dialog) || dialog.isUndecorated();
    }
}
