package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.command.DrawCommand.Rule;
import cc.protocol.command.PixelFormat;
import cc.protocol.command.PixelImage;
import cc.protocol.raster.Rect;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A part of an upright gradient, as one line of its pixels. The image of it, which those who look are sent once, is
 * made when the gradient is seen: most repaints change nothing. Equal by content. Needs the recorder's lock.
 */
final class Strip {
    /** The width of strips whose rows are of one colour, and the height of those whose columns are. */
    static final int SIDE = 64;

    private static final int OPAQUE = 255;

    private final PixelFormat format;
    private final boolean rows;
    private final int side;
    private final int[] line;
    private @Nullable PixelImage image;

    /**
     * @param rows each row is of one colour, so that {@code line} is a column; otherwise each column is, and it is a
     *     row
     * @param side how wide the image is where {@code rows}, and else how high
     */
    Strip(PixelFormat format, boolean rows, int side, int[] line) {
        this.format = format;
        this.rows = rows;
        this.side = side;
        this.line = line;
    }

    DrawCommand draw(int surface, Rect to) {
        // Opaque images are copied by both rules; this one takes fewer bytes.
        Rule rule = format == PixelFormat.RGB ? Rule.SRC_OVER : Rule.SRC;
        return new DrawCommand.DrawImage(
                surface, to.left(), to.top(), to.width(), to.height(), image(), 0, 0, rule, OPAQUE);
    }

    private PixelImage image() {
        PixelImage made = image;
        if (made == null) {
            made = rows
                    ? new PixelImage(format, side, line.length, wide())
                    : new PixelImage(format, line.length, side, high());
            image = made;
        }
        return made;
    }

    private int[] wide() {
        int[] pixels = new int[side * line.length];
        for (int y = 0; y < line.length; y++) {
            Arrays.fill(pixels, y * side, (y + 1) * side, line[y]);
        }
        return pixels;
    }

    private int[] high() {
        int[] pixels = new int[line.length * side];
        for (int y = 0; y < side; y++) {
            System.arraycopy(line, 0, pixels, y * line.length, line.length);
        }
        return pixels;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Strip that
                        && format == that.format
                        && rows == that.rows
                        && side == that.side
                        && Arrays.equals(line, that.line);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(line) * 31 + side;
    }
}
