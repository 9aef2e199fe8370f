package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.raster.Rect;
import org.jspecify.annotations.Nullable;

/**
 * Something that was drawn on a surface and is not in a frame yet: a command, or, with none, pixels that only the
 * shadow knows. Everything that it changed lies within its rectangle, and no pixel of it depends on another.
 */
record Op(int x, int y, int width, int height, @Nullable DrawCommand command, boolean opaque) {
    static Op damage(int x, int y, int width, int height) {
        return new Op(x, y, width, height, null, true);
    }

    /** One operation for this one and the next, or null: damage inside of damage, fills side by side. */
    @Nullable
    Op join(Op next) {
        if (command == null && next.command == null) {
            boolean inside = x <= next.x
                    && y <= next.y
                    && x + width >= next.x + next.width
                    && y + height >= next.y + next.height;
            return inside ? this : null;
        }
        if (command instanceof DrawCommand.Fill fill
                && next.command instanceof DrawCommand.Fill nextFill
                && fill.pixel() == nextFill.pixel()) {
            boolean beside = y == next.y && height == next.height && x + width == next.x;
            boolean below = x == next.x && width == next.width && y + height == next.y;
            if (beside || below) {
                int right = next.x + next.width;
                int bottom = next.y + next.height;
                DrawCommand both = new DrawCommand.Fill(fill.surface(), x, y, right - x, bottom - y, fill.pixel());
                return new Op(x, y, right - x, bottom - y, both, true);
            }
        }
        return null;
    }

    Rect bounds() {
        return Rect.of(x, y, width, height);
    }

    boolean intersects(Rect box) {
        return x < box.right() && y < box.bottom() && x + width > box.left() && y + height > box.top();
    }
}
