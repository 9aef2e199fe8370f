package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.raster.Rect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Makes the commands for changed rectangles of a surface: the operations since the surface was sent, in order, as far
 * as they are seen in the rectangle; pixels where only the shadow knows them or where they are cheaper.
 *
 * <p>All operations are cut to the same rectangle, and no pixel of an operation depends on another one, so within it
 * they give what they gave in the shadow, and outside of it nothing changes.
 */
final class CommandCutter {
    private static final int MAX_COVERS = 16;
    private static final int MAX_COMPARED_HOLES = 32;

    private final int surface;
    private final List<Op> ops;
    private final int[] pixels;
    private final int stride;
    private final List<DrawCommand> out;
    private final List<DrawCommand> seen = new ArrayList<>();
    private final List<Rect> holes = new ArrayList<>();
    private final List<Rect> covers = new ArrayList<>();
    private final List<DrawCommand> commands = new ArrayList<>();

    /**
     * @param ops all that was drawn since the surface's pixels were as they were sent
     * @param pixels the surface's pixels after {@code ops}
     */
    CommandCutter(int surface, List<Op> ops, int[] pixels, int stride, List<DrawCommand> out) {
        this.surface = surface;
        this.ops = ops;
        this.pixels = pixels;
        this.stride = stride;
        this.out = out;
    }

    /** Adds the commands for a rectangle that holds changes; what is outside of it is left alone. */
    void cut(Rect box) {
        if (addSolid(box)) {
            return;
        }
        findSeen(box);
        long holePixels = 0;
        for (Rect hole : holes) {
            holePixels += hole.area();
        }
        commands.clear();
        long cost = holes.size() * CommandCost.PIXELS_BYTES + holePixels;
        for (int i = seen.size() - 1; i >= 0; i--) {
            DrawCommand part = CommandClip.clip(seen.get(i), box);
            if (part != null) {
                commands.add(part);
                cost += CommandCost.bytes(part);
            }
        }
        if (cost > CommandCost.PIXELS_BYTES + box.area()) {
            addPixels(box);
            return;
        }
        out.addAll(commands);
        // Commands leave their mark in these too, so they come last.
        for (Rect hole : holes) {
            if (!addSolid(hole)) {
                addPixels(hole);
            }
        }
    }

    /**
     * Fills {@link #seen} with the commands of which something is left to see in the box, newest first, and
     * {@link #holes} with the rectangles that only the shadow knows.
     */
    private void findSeen(Rect box) {
        seen.clear();
        holes.clear();
        covers.clear();
        for (int i = ops.size() - 1; i >= 0; i--) {
            Op op = ops.get(i);
            if (!op.intersects(box)) {
                continue;
            }
            Rect part = op.bounds().intersection(box);
            if (isCovered(part)) {
                continue;
            }
            DrawCommand command = op.toCommand(surface);
            if (command == null) {
                addHole(part);
            } else {
                seen.add(command);
            }
            if (op.opaque()) {
                if (part.equals(box)) {
                    return;
                }
                addCover(part);
            }
        }
    }

    private void addHole(Rect hole) {
        int oldest = Math.max(0, holes.size() - MAX_COMPARED_HOLES);
        for (int i = holes.size() - 1; i >= oldest; i--) {
            Rect other = holes.get(i);
            Rect both = other.union(hole);
            if (both.area() <= other.area() + hole.area() + CommandCost.PIXELS_BYTES) {
                holes.remove(i);
                addHole(both);
                return;
            }
        }
        holes.add(hole);
    }

    private boolean isCovered(Rect part) {
        for (int i = 0; i < covers.size(); i++) {
            if (covers.get(i).contains(part)) {
                return true;
            }
        }
        return false;
    }

    private void addCover(Rect part) {
        if (covers.size() < MAX_COVERS) {
            covers.add(part);
            return;
        }
        int smallest = 0;
        for (int i = 1; i < covers.size(); i++) {
            if (covers.get(i).area() < covers.get(smallest).area()) {
                smallest = i;
            }
        }
        if (covers.get(smallest).area() < part.area()) {
            covers.set(smallest, part);
        }
    }

    private void addPixels(Rect box) {
        out.add(new DrawCommand.SetPixels(surface, box.left(), box.top(), box.width(), box.height(), copy(box)));
    }

    /** Whatever was drawn: if it is of one colour now, a fill is all that is needed. */
    private boolean addSolid(Rect box) {
        int first = box.top() * stride + box.left();
        int pixel = pixels[first];
        for (int x = 1; x < box.width(); x++) {
            if (pixels[first + x] != pixel) {
                return false;
            }
        }
        for (int y = 1; y < box.height(); y++) {
            int row = first + y * stride;
            if (!Arrays.equals(pixels, first, first + box.width(), pixels, row, row + box.width())) {
                return false;
            }
        }
        out.add(new DrawCommand.Fill(surface, box.left(), box.top(), box.width(), box.height(), pixel));
        return true;
    }

    private int[] copy(Rect box) {
        int[] copy = new int[box.width() * box.height()];
        for (int y = 0; y < box.height(); y++) {
            System.arraycopy(pixels, (box.top() + y) * stride + box.left(), copy, y * box.width(), box.width());
        }
        return copy;
    }
}
