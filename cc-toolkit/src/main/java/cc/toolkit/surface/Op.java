package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import org.jspecify.annotations.Nullable;

/**
 * Something that was drawn on a surface and is not in a frame yet: a command, or, with none, pixels that only the
 * shadow knows. Everything that it changed lies within its rectangle, and no pixel of it depends on another.
 */
record Op(int x, int y, int width, int height, @Nullable DrawCommand command, boolean opaque) {
    static Op damage(int x, int y, int width, int height) {
        return new Op(x, y, width, height, null, true);
    }

    boolean intersects(Box box) {
        return x < box.right() && y < box.bottom() && x + width > box.left() && y + height > box.top();
    }
}
