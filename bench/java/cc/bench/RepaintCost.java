package cc.bench;

import java.awt.EventQueue;
import java.awt.Graphics2D;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JFrame;

/**
 * Repaints the whole window of a program, again and again: straight to the window, which CC records and sends, and to
 * a plain image, which nobody records. Prints the CPU time of all threads of the process per repaint of each, but for
 * the JIT compilers': they go on for minutes, and at whose expense is chance. Arguments: the program's main class and
 * its arguments.
 */
public final class RepaintCost {
    private static final long WARM_UP_NS = 10_000_000_000L;
    private static final int WARM_UP_REPAINTS = 50;
    private static final int ROUNDS = 9;
    private static final double ROUND_MS = 600;
    private static final int POLL_MS = 100;
    private static final int SETTLE_MS = 2_000;
    private static final double NS_PER_MS = 1e6;
    private static final Path THREADS = Path.of("/proc/self/task");
    private static final String COMPILERS = "C[12] Compiler.*\\s*";

    private RepaintCost() {}

    public static void main(String[] args) throws Exception {
        Method main = Class.forName(args[0]).getMethod("main", String[].class);
        main.invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
        JFrame frame = shownFrame();
        Thread.sleep(SETTLE_MS);
        JComponent root = frame.getRootPane();
        BufferedImage image = new BufferedImage(root.getWidth(), root.getHeight(), BufferedImage.TYPE_INT_RGB);
        Runnable toWindow = () -> root.paintImmediately(0, 0, root.getWidth(), root.getHeight());
        Runnable toImage = () -> paint(root, image);
        double repaintMs = 0;
        for (long end = System.nanoTime() + WARM_UP_NS; System.nanoTime() < end; ) {
            cpuMs(toWindow, WARM_UP_REPAINTS);
            repaintMs = cpuMs(toImage, WARM_UP_REPAINTS);
        }
        int repaints = (int) Math.ceil(ROUND_MS / repaintMs);
        double[] recorded = new double[ROUNDS];
        double[] unrecorded = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            recorded[round] = cpuMs(toWindow, repaints);
            unrecorded[round] = cpuMs(toImage, repaints);
            ratios[round] = recorded[round] / unrecorded[round];
        }
        System.out.printf(
                Locale.ROOT,
                "repaint %dx%d recorded %.3f unrecorded %.3f ratio %.3f%n",
                root.getWidth(),
                root.getHeight(),
                median(recorded),
                median(unrecorded),
                median(ratios));
        Runtime.getRuntime().halt(0);
    }

    private static void paint(JComponent root, BufferedImage image) {
        Graphics2D graphics = image.createGraphics();
        root.paint(graphics);
        graphics.dispose();
    }

    private static double cpuMs(Runnable repaint, int times) throws Exception {
        long before = cpuNs();
        for (int i = 0; i < times; i++) {
            EventQueue.invokeAndWait(repaint);
            // The queue was idle in between: what is recorded was flushed.
            EventQueue.invokeAndWait(() -> {});
        }
        return (cpuNs() - before) / NS_PER_MS / times;
    }

    /** To the nanosecond; the management bean's steps are of 10 ms. */
    private static long cpuNs() throws IOException {
        long sum = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                try {
                    if (!Files.readString(thread.resolve("comm")).matches(COMPILERS)) {
                        sum += Long.parseLong(Files.readString(thread.resolve("schedstat")).split(" ")[0]);
                    }
                } catch (NoSuchFileException e) {
                    // The thread ended meanwhile.
                }
            }
        }
        return sum;
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
