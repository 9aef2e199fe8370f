package cc.bench;

import java.awt.AWTException;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Types into the text page that an X display shows, whatever brings it there, and sees in the display's frame buffer,
 * which is a file, when each key's answer has come: the same for every product, and without asking the X server.
 *
 * <p>Arguments: the frame buffer's file, the display's width and height. Then it does what lines of standard input say:
 * {@code await} (until the text page is shown and nothing moves), {@code type KEYS QUIET_MILLIS} (each key when nothing
 * has moved for so long after the last one's answer); and prints
 * {@code key MILLIS} for each key, {@code lost} for one that is not answered, and {@code done RECEIVED SENT} with the
 * bytes of the machine's network.
 */
public final class ScreenTyping {
    /** Within the text page, which is at the upper left corner; left of its middle nothing else shows. */
    private static final int CLICK_X = 600;

    private static final int CLICK_Y = 300;
    private static final int WATCHED_WIDTH = 780;
    private static final int KEYS_PER_LINE = 40;
    private static final int FEW_PIXELS = 10_000;
    private static final long POLL_NANOS = TimeUnit.MICROSECONDS.toNanos(100);
    private static final long LONG_QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long START_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final IntBuffer pixels;
    private final int width;
    private final int height;
    private final Robot robot;
    private long quietNanos;
    private int top;
    private int bottom;
    private int column = KEYS_PER_LINE;

    private ScreenTyping(Path file, int width, int height) throws IOException, AWTException {
        this.width = width;
        this.height = height;
        this.robot = new Robot();
        long size = 4L * width * height;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            pixels = channel.map(FileChannel.MapMode.READ_ONLY, channel.size() - size, size)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asIntBuffer();
        }
    }

    public static void main(String[] arguments) throws Exception {
        var typing = new ScreenTyping(
                Path.of(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        var commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "await" -> typing.awaitPage();
                case "type" -> {
                    typing.quietNanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(words[2]));
                    typing.type(Integer.parseInt(words[1]));
                }
                default -> throw new IllegalArgumentException(line);
            }
        }
        System.exit(0);
    }

    private void awaitPage() {
        long deadline = System.nanoTime() + START_NANOS;
        top = 0;
        bottom = height;
        int[] empty = look();
        while (true) {
            awaitQuiet(LONG_QUIET_NANOS, deadline);
            if (different(empty, look()) > FEW_PIXELS || different(new int[empty.length], look()) > FEW_PIXELS) {
                break;
            }
        }
        robot.mouseMove(CLICK_X, CLICK_Y);
        robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
        press(KeyEvent.VK_END);
        awaitQuiet(LONG_QUIET_NANOS, deadline);
        System.out.println("done 0 0");
    }

    private void type(int keys) throws IOException {
        long[] before = null;
        for (int key = 0; key < keys; key++) {
            if (column == KEYS_PER_LINE) {
                long[] meanwhile = traffic();
                nextLine();
                if (before != null) {
                    // What it takes to go to another line is not a key's.
                    long[] now = traffic();
                    before[0] += now[0] - meanwhile[0];
                    before[1] += now[1] - meanwhile[1];
                }
            }
            if (before == null) {
                before = traffic();
            }
            column++;
            double millis = answer(KeyEvent.VK_A + key % 26);
            System.out.println(millis < 0 ? "lost" : String.format(Locale.ROOT, "key %.3f", millis));
        }
        long[] after = traffic();
        System.out.println("done " + (after[0] - before[0]) + " " + (after[1] - before[1]));
    }

    /** From the key's press until the first pixels of its line are others, in ms; negative if none are. */
    private double answer(int key) {
        int[] before = look();
        long pressed = System.nanoTime();
        press(key);
        while (!differs(before)) {
            if (System.nanoTime() - pressed > PATIENCE_NANOS) {
                return -1;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        double millis = (System.nanoTime() - pressed) / 1e6;
        awaitQuiet(quietNanos, System.nanoTime() + PATIENCE_NANOS);
        return millis;
    }

    /** Begins an empty line, and finds out which rows of pixels are its. */
    private void nextLine() {
        top = 0;
        bottom = height;
        requireAnswer(KeyEvent.VK_ENTER);
        int[] without = look();
        requireAnswer(KeyEvent.VK_X);
        int[] with = look();
        int first = Arrays.mismatch(without, with);
        int last = with.length - 1;
        while (with[last] == without[last]) {
            last--;
        }
        requireAnswer(KeyEvent.VK_BACK_SPACE);
        top = first / WATCHED_WIDTH;
        bottom = last / WATCHED_WIDTH + 1;
        column = 0;
    }

    private void requireAnswer(int key) {
        if (answer(key) < 0) {
            throw new IllegalStateException("nothing on the display answers keys");
        }
    }

    private void press(int key) {
        robot.keyPress(key);
        robot.keyRelease(key);
    }

    private void awaitQuiet(long nanos, long deadline) {
        int[] last = look();
        long since = System.nanoTime();
        while (System.nanoTime() - since < nanos) {
            LockSupport.parkNanos(10 * POLL_NANOS);
            if (differs(last)) {
                last = look();
                since = System.nanoTime();
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the text page is not shown, or never rests");
            }
        }
    }

    /** What is watched of the display. */
    private int[] look() {
        int[] copy = new int[WATCHED_WIDTH * (bottom - top)];
        for (int row = top; row < bottom; row++) {
            pixels.get(row * width, copy, (row - top) * WATCHED_WIDTH, WATCHED_WIDTH);
        }
        return copy;
    }

    private boolean differs(int[] before) {
        for (int row = top; row < bottom; row++) {
            IntBuffer now = pixels.slice(row * width, WATCHED_WIDTH);
            if (now.mismatch(IntBuffer.wrap(before, (row - top) * WATCHED_WIDTH, WATCHED_WIDTH)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static int different(int[] some, int[] others) {
        int count = 0;
        for (int i = 0; i < some.length; i++) {
            count += some[i] == others[i] ? 0 : 1;
        }
        return count;
    }

    /** Bytes that all networks but loopback have received and sent, headers and all. */
    private static long[] traffic() throws IOException {
        long[] bytes = new long[2];
        for (String line : Files.readAllLines(Path.of("/proc/net/dev"))) {
            int colon = line.indexOf(':');
            if (colon > 0 && !line.substring(0, colon).strip().equals("lo")) {
                String[] fields = line.substring(colon + 1).strip().split("\\s+");
                bytes[0] += Long.parseLong(fields[0]);
                bytes[1] += Long.parseLong(fields[8]);
            }
        }
        return bytes;
    }
}
