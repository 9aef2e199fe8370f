package cc.fs.work;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes a file that may be more than there is space for.
 *
 * <p>Usage: {@code Filler FILE BYTES}. Prints what it was told if it could not.
 */
public final class Filler {
    private static final int STEP_BYTES = 1 << 16;

    private Filler() {}

    public static void main(String[] words) {
        long left = Long.parseLong(words[1]);
        byte[] step = new byte[STEP_BYTES];
        try (OutputStream out = new FileOutputStream(words[0])) {
            for (; left > 0; left -= STEP_BYTES) {
                out.write(step, 0, (int) Math.min(STEP_BYTES, left));
            }
        } catch (IOException e) {
            System.out.println("stopped: " + e.getMessage());
            return;
        }
        System.out.println("all written");
    }
}
