package cc.bench;

import java.awt.EventQueue;
import java.awt.Graphics;
import java.awt.image.BufferedImage;
import java.util.Random;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.Timer;
import javax.swing.WindowConstants;

/** A window beside the text page that shows another picture of noise, which nothing compresses, as often as it can. */
public final class NoisePage {
    private static final int LEFT_PX = 850;
    private static final int TOP_PX = 50;
    private static final int SIZE_PX = 400;
    private static final int PAUSE_MS = 50;

    private NoisePage() {}

    public static void main(String[] arguments) {
        EventQueue.invokeLater(NoisePage::open);
    }

    private static void open() {
        BufferedImage noise = new BufferedImage(SIZE_PX, SIZE_PX, BufferedImage.TYPE_INT_RGB);
        Random random = new Random(1);
        JComponent page = new JComponent() {
            @Override
            protected void paintComponent(Graphics graphics) {
                graphics.drawImage(noise, 0, 0, null);
            }
        };
        JFrame frame = new JFrame("Noise");
        frame.setContentPane(page);
        frame.setFocusableWindowState(false);
        frame.setBounds(LEFT_PX, TOP_PX, SIZE_PX, SIZE_PX);
        frame.setDefaultCloseOperation(WindowConstants.EXIT_ON_CLOSE);
        frame.setVisible(true);
        new Timer(PAUSE_MS, tick -> {
                    for (int y = 0; y < SIZE_PX; y++) {
                        for (int x = 0; x < SIZE_PX; x++) {
                            noise.setRGB(x, y, random.nextInt());
                        }
                    }
                    page.repaint();
                })
                .start();
    }
}
