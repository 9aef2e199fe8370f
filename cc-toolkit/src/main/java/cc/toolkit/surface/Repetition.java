package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.raster.Rect;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Knows what was drawn on a surface between the last two times that it was told of, so that a repaint of the same is
 * found to have changed nothing without a look at its pixels: comparing all pixels of a window takes a tenth of the
 * time in which a page of text is painted. Needs the recorder's lock.
 */
final class Repetition {
    /** What more operations drew is not kept. */
    private static final int MAX_OPS = 4096;

    private final ChangedRows unsure;
    private List<Op> last = List.of();

    Repetition(int height) {
        unsure = new ChangedRows(height);
    }

    /** The surface's pixels, or those that were told, are not what the last operations left. */
    void forget(int width, int height) {
        last = List.of();
        unsure.resize(width, height);
    }

    /**
     * Where pixels may differ from those that the surface was told of last.
     *
     * <p>An operation says for each pixel what becomes of it, given that pixel alone. So the same operations in the
     * same order leave the same, if the first one stores pixels wherever the others draw, whatever was there; but for
     * those of which only the shadow knows what they draw.
     *
     * @param ops all that was drawn since then
     * @param changed where that was
     */
    ChangedRows suspects(List<Op> ops, ChangedRows changed) {
        if (!isRepeated(ops, changed.bounds())) {
            last = ops.size() <= MAX_OPS ? List.copyOf(ops) : List.of();
            return changed;
        }
        unsure.clear();
        for (int i = 0; i < ops.size(); i++) {
            Op op = ops.get(i);
            if (!op.isSelfContained()) {
                unsure.add(op.x(), op.y(), op.width(), op.height());
            }
        }
        return unsure;
    }

    private boolean isRepeated(List<Op> ops, Rect changed) {
        if (ops.size() != last.size()) {
            return false;
        }
        Op first = ops.get(0);
        return first.opaque() && first.isSelfContained() && first.bounds().contains(changed) && isSame(ops, last);
    }

    private static boolean isSame(List<Op> ops, List<Op> others) {
        for (int i = 0; i < ops.size(); i++) {
            if (!isSame(ops.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** Operations that don't say themselves what they draw may draw anything, as their place is compared. */
    private static boolean isSame(Op a, Op b) {
        return a == b
                || a.x() == b.x()
                        && a.y() == b.y()
                        && a.width() == b.width()
                        && a.height() == b.height()
                        && a.opaque() == b.opaque()
                        && (!a.isSelfContained() && !b.isSelfContained()
                                || isSame(a.command(), b.command()) && Objects.equals(a.strip(), b.strip()));
    }

    private static boolean isSame(@Nullable DrawCommand a, @Nullable DrawCommand b) {
        if (a instanceof DrawCommand.GlyphRun run && b instanceof DrawCommand.GlyphRun other) {
            return run == other
                    || run.clipX() == other.clipX()
                            && run.clipY() == other.clipY()
                            && run.clipWidth() == other.clipWidth()
                            && run.clipHeight() == other.clipHeight()
                            && run.argb() == other.argb()
                            && run.tables() == other.tables()
                            && Arrays.equals(run.glyphs(), other.glyphs())
                            && Arrays.equals(run.xs(), other.xs())
                            && Arrays.equals(run.ys(), other.ys());
        }
        return Objects.equals(a, b);
    }
}
