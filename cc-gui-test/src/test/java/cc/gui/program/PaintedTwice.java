package cc.gui.program;

import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.Frame;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import org.jspecify.annotations.Nullable;

/**
 * Starts a program in this virtual machine, waits until its first frame shows and rests, and compares the frame's
 * pixels on the screen with what the same components paint into a plain image; then another program, if there is one.
 * Arguments: a folder for pictures of what differs, and the programs' main classes; {@link #REPAINT} before a class asks
 * for one more paint of what rests.
 *
 * <p>Nothing is masked. Carets and whatever else a Swing timer moves stand still during the comparison, because it
 * happens on the event thread, after all pending repaints. An {@link Animation} is compared step by step.
 */
final class PaintedTwice {
    /** What is printed, and nothing else, if all pixels are equal. */
    static final String EQUAL = "equal: ";

    /** Before the name of a program whose first paint may come before it has heard of its own size. */
    static final String REPAINT = "repaint:";

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    /** A frame rests if it looks the same twice, this far apart. */
    private static final Duration REST = Duration.ofMillis(400);

    private static final int ANIMATION_STEPS = 25;

    private PaintedTwice() {}

    public static void main(String[] args) throws Exception {
        for (String program : List.of(args).subList(1, args.length)) {
            boolean repaint = program.startsWith(REPAINT);
            String main = repaint ? program.substring(REPAINT.length()) : program;
            System.out.println(compare(main, repaint, new File(args[0], main)));
            onEventThread(PaintedTwice::disposeAll);
        }
        System.exit(0);
    }

    private static String compare(String program, boolean repaint, File folder) throws Exception {
        Class.forName(program).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        if (repaint) {
            atRest().repaint();
        }
        JComponent content = atRest();
        String said = onEventThread(() -> compare(content, folder));
        Animation animation = onEventThread(() -> Animation.stopIn(content));
        for (int step = 1; animation != null && step <= ANIMATION_STEPS && said.startsWith(EQUAL); step++) {
            said = onEventThread(() -> {
                animation.step();
                return compare(content, folder);
            });
        }
        return said + ", " + program;
    }

    private static @Nullable Void disposeAll() {
        for (Window window : Window.getWindows()) {
            window.dispose();
        }
        return null;
    }

    private static JComponent atRest() throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        @Nullable BufferedImage before = null;
        while (System.nanoTime() < deadline) {
            @Nullable JComponent content = onEventThread(PaintedTwice::shownContent);
            if (content != null) {
                BufferedImage now = onEventThread(() -> {
                    Animation.stopIn(content);
                    return screen(content);
                });
                if (before != null && Arrays.equals(pixels(before), pixels(now))) {
                    return content;
                }
                before = now;
            }
            Thread.sleep(REST.toMillis());
        }
        throw new AssertionError(before == null ? "no frame was shown" : "the frame never rests");
    }

    /** All of a Swing frame, or the one Swing component that fills a frame of AWT. */
    private static @Nullable JComponent shownContent() {
        for (Frame frame : Frame.getFrames()) {
            if (!frame.isShowing()) {
                continue;
            }
            if (frame instanceof JFrame swing) {
                return swing.getRootPane();
            }
            if (frame.getComponentCount() == 1 && frame.getComponent(0) instanceof JComponent content) {
                return content;
            }
        }
        return null;
    }

    private static String compare(JComponent content, File folder) throws AWTException, IOException {
        BufferedImage screen = screen(content);
        BufferedImage plain = plain(content);
        int[] shown = pixels(screen);
        int[] painted = pixels(plain);
        int width = screen.getWidth();
        Rectangle difference = new Rectangle(-1, -1);
        int count = 0;
        for (int i = 0; i < shown.length; i++) {
            if (shown[i] != painted[i]) {
                difference.add(new Rectangle(i % width, i / width, 1, 1));
                count++;
            }
        }
        String size = width + "x" + screen.getHeight() + ", "
                + Arrays.stream(shown).distinct().count() + " colours";
        if (count == 0) {
            return EQUAL + size;
        }
        folder.mkdirs();
        ImageIO.write(screen, "png", new File(folder, "screen.png"));
        ImageIO.write(plain, "png", new File(folder, "plain.png"));
        return "different: " + count + " pixels within " + difference + " of " + size + "; pictures are in " + folder;
    }

    /** The content on the screen, after all pending repaints. */
    private static BufferedImage screen(JComponent content) throws AWTException {
        RepaintManager.currentManager(content).paintDirtyRegions();
        return new Robot().createScreenCapture(new Rectangle(content.getLocationOnScreen(), content.getSize()));
    }

    /**
     * What the components paint without the toolkit, at the same place as in their window: coordinates that are no
     * whole numbers are rounded after they have been moved there.
     */
    private static BufferedImage plain(JComponent content) {
        Point place = SwingUtilities.convertPoint(content, 0, 0, SwingUtilities.getWindowAncestor(content));
        int width = content.getWidth();
        int height = content.getHeight();
        var image = new BufferedImage(place.x + width, place.y + height, BufferedImage.TYPE_INT_RGB);
        RepaintManager manager = RepaintManager.currentManager(content);
        boolean buffered = manager.isDoubleBufferingEnabled();
        manager.setDoubleBufferingEnabled(false);
        Graphics2D g = image.createGraphics();
        try {
            g.translate(place.x, place.y);
            g.clipRect(0, 0, width, height);
            g.setColor(content.getParent().getBackground());
            g.fillRect(0, 0, width, height);
            content.paint(g);
        } finally {
            g.dispose();
            manager.setDoubleBufferingEnabled(buffered);
        }
        return image.getSubimage(place.x, place.y, width, height);
    }

    private static int[] pixels(BufferedImage image) {
        int[] rgb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] |= 0xFF000000;
        }
        return rgb;
    }

    private static <V extends @Nullable Object> V onEventThread(Callable<V> question)
            throws InterruptedException, InvocationTargetException, ExecutionException {
        FutureTask<V> task = new FutureTask<>(question);
        EventQueue.invokeAndWait(task);
        return task.get();
    }
}
