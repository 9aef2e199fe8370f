package cc.bench;

import com.sun.management.OperatingSystemMXBean;
import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JFrame;

/**
 * Repaints the whole window of a program, again and again: straight to the window, which CC records and sends, and to
 * a plain image, which nobody records. Prints the CPU time of the whole process per repaint of each. Arguments: the
 * program's main class and its arguments.
 */
public final class RepaintCost {
    private static final int REPAINTS = 40;
    private static final int WARM_UP_ROUNDS = 4;
    private static final int ROUNDS = 5;
    private static final int POLL_MS = 100;
    private static final int SETTLE_MS = 2_000;
    private static final double NS_PER_MS = 1e6;
    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private RepaintCost() {}

    public static void main(String[] args) throws Exception {
        Method main = Class.forName(args[0]).getMethod("main", String[].class);
        main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        JFrame frame = shownFrame();
        Thread.sleep(SETTLE_MS);
        JComponent root = frame.getRootPane();
        BufferedImage image = new BufferedImage(root.getWidth(), root.getHeight(), BufferedImage.TYPE_INT_RGB);
        double[] recorded = new double[ROUNDS];
        double[] unrecorded = new double[ROUNDS];
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            double window = cpuMs(() -> root.paintImmediately(0, 0, root.getWidth(), root.getHeight()));
            double plain = cpuMs(() -> paint(root, image));
            if (round >= 0) {
                recorded[round] = window;
                unrecorded[round] = plain;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "repaint %dx%d recorded %.3f unrecorded %.3f%n",
                root.getWidth(),
                root.getHeight(),
                median(recorded),
                median(unrecorded));
        Runtime.getRuntime().halt(0);
    }

    private static void paint(JComponent root, BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        root.paint(graphics);
        graphics.dispose();
    }

    private static double cpuMs(Runnable repaint) throws Exception {
        long before = SYSTEM.getProcessCpuTime();
        for (int i = 0; i < REPAINTS; i++) {
            EventQueue.invokeAndWait(repaint);
            // The queue was idle in between: what is recorded was flushed.
            EventQueue.invokeAndWait(() -> {});
        }
        return (SYSTEM.getProcessCpuTime() - before) / NS_PER_MS / REPAINTS;
    }

    private static JFrame shownFrame() throws InterruptedException {
        for (;;) {
            for (Window window : Window.getWindows()) {
                if (window instanceof JFrame frame && frame.isShowing()) {
                    return frame;
                }
            }
            Thread.sleep(POLL_MS);
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
