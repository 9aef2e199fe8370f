package cc.toolkit.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Transparency;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Look and feels paint components through volatile images; nobody may see that they did. */
class VolatileImageTest {
    private static final int SIZE = 60;
    private static final int SHAPES = 30;

    private final TestScreen screen = new TestScreen(TestScreen.manualRecorder());

    @Test
    void whatIsPaintedThroughATranslucentOneEqualsWhatIsPaintedThroughAPlainImage() {
        WindowSurface window = screen.window(SIZE, SIZE, 1, false);
        BufferedImage plain = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);

        paintThrough(
                screen.recorder.createVolatileImage(
                        null, screen.configuration(1), SIZE, SIZE, Transparency.TRANSLUCENT),
                window.createGraphics(Color.BLACK, Color.WHITE, new Font(Font.DIALOG, Font.PLAIN, 12)));
        paintThrough(new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB), plain.createGraphics());

        assertThat(window.readPixels(new Rectangle(SIZE, SIZE)))
                .isEqualTo(opaque(plain.getRGB(0, 0, SIZE, SIZE, null, 0, SIZE)));
        screen.flush();
        assertThat(screen.difference(window.surface())).isNull();
    }

    private static void paintThrough(Image image, Graphics2D window) {
        Graphics2D g = (Graphics2D) image.getGraphics();
        g.setComposite(AlphaComposite.Clear);
        g.fillRect(0, 0, SIZE, SIZE);
        g.setComposite(AlphaComposite.SrcOver);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        Random random = new Random(1);
        for (int i = 0; i < SHAPES; i++) {
            Color from = new Color(random.nextInt(), true);
            Color to = new Color(random.nextInt(), true);
            g.setPaint(random.nextBoolean() ? from : new GradientPaint(0, 0, from, 0, SIZE, to));
            g.fill(new Ellipse2D.Double(
                    random.nextInt(SIZE),
                    random.nextInt(SIZE),
                    SIZE * random.nextDouble(),
                    SIZE * random.nextDouble()));
        }
        g.dispose();
        window.setColor(Color.LIGHT_GRAY);
        window.fillRect(0, 0, SIZE, SIZE);
        window.drawImage(image, 0, 0, null);
        window.dispose();
    }

    private static int[] opaque(int[] pixels) {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] |= 0xFF000000;
        }
        return pixels;
    }
}
