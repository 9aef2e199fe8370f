package cc.demo;

import java.awt.Image;
import java.awt.image.BufferedImage;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;

/** The program's icon: a clock at ten past ten, in the sizes that desktops ask for. */
final class AppIcon {
    private static final LocalTime TEN_PAST_TEN = LocalTime.of(10, 10, 35);

    private AppIcon() {}

    static List<Image> images() {
        return Stream.of(16, 32, 48, 64).map(AppIcon::image).toList();
    }

    private static Image image(int sizePx) {
        // The face keeps a margin that an icon does not need.
        int facePx = sizePx + 20;
        ClockFace face = new ClockFace();
        face.setSize(facePx, facePx);
        face.show(TEN_PAST_TEN);
        BufferedImage image = new BufferedImage(sizePx, sizePx, BufferedImage.TYPE_INT_ARGB);
        var g = image.createGraphics();
        g.translate(-10, -10);
        face.paint(g);
        g.dispose();
        return image;
    }
}
