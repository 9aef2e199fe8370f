package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import java.util.Arrays;
import java.util.List;

/** Makes the commands for one changed rectangle of a surface: the pending operations, as far as they are seen in it. */
final class CommandCutter {
    private CommandCutter() {}

    /**
     * @param ops all that was drawn since the surface's pixels were as they were sent
     * @param box holds the changes; what is outside of it is left alone
     * @param pixels the surface's pixels after {@code ops}
     */
    static void cut(int surface, List<Op> ops, Box box, int[] pixels, int width, List<DrawCommand> out) {
        int pixel = pixels[box.top() * width + box.left()];
        if (isSolid(box, pixels, width, pixel)) {
            out.add(new DrawCommand.Fill(surface, box.left(), box.top(), box.width(), box.height(), pixel));
            return;
        }
        out.add(new DrawCommand.SetPixels(
                surface, box.left(), box.top(), box.width(), box.height(), copy(box, pixels, width)));
    }

    private static boolean isSolid(Box box, int[] pixels, int width, int pixel) {
        int first = box.top() * width + box.left();
        for (int x = 0; x < box.width(); x++) {
            if (pixels[first + x] != pixel) {
                return false;
            }
        }
        for (int y = box.top() + 1; y < box.bottom(); y++) {
            int row = y * width + box.left();
            if (!Arrays.equals(pixels, first, first + box.width(), pixels, row, row + box.width())) {
                return false;
            }
        }
        return true;
    }

    private static int[] copy(Box box, int[] pixels, int width) {
        int[] copy = new int[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            System.arraycopy(pixels, (box.top() + y) * width + box.left(), copy, y * box.width(), box.width());
        }
        return copy;
    }
}
