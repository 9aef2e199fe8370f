package cc.screen.nativ;

import cc.protocol.message.Rect;
import cc.protocol.message.Screen;
import cc.protocol.message.ScreenLayout;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Toolkit;

/** The screens of this desktop. */
final class ScreenProbe {
    private ScreenProbe() {}

    static ScreenLayout layout() {
        GraphicsEnvironment environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
        ScreenLayout.Builder layout = ScreenLayout.newBuilder();
        GraphicsDevice main = environment.getDefaultScreenDevice();
        layout.addScreens(screen(main));
        for (GraphicsDevice device : environment.getScreenDevices()) {
            if (!device.equals(main)) {
                layout.addScreens(screen(device));
            }
        }
        return layout.build();
    }

    private static Screen screen(GraphicsDevice device) {
        GraphicsConfiguration configuration = device.getDefaultConfiguration();
        Rectangle bounds = configuration.getBounds();
        Insets insets = Toolkit.getDefaultToolkit().getScreenInsets(configuration);
        Rectangle usable = new Rectangle(
                bounds.x + insets.left,
                bounds.y + insets.top,
                bounds.width - insets.left - insets.right,
                bounds.height - insets.top - insets.bottom);
        return Screen.newBuilder()
                .setBounds(rect(bounds))
                .setUsable(rect(usable))
                .setScale(configuration.getDefaultTransform().getScaleX())
                .build();
    }

    static Rect rect(Rectangle bounds) {
        return Rect.newBuilder()
                .setX(bounds.x)
                .setY(bounds.y)
                .setWidth(bounds.width)
                .setHeight(bounds.height)
                .build();
    }
}
