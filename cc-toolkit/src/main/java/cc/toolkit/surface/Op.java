package cc.toolkit.surface;

import cc.protocol.command.DrawCommand;
import cc.protocol.raster.Rect;
import org.jspecify.annotations.Nullable;

/**
 * Something that was drawn on a surface and is not in a frame yet: a command, or a strip, of which a command is made
 * when it is seen, or, with neither, pixels that only the shadow knows. Everything that it changed lies within its
 * rectangle, and no pixel of it depends on another.
 */
record Op(
        int x,
        int y,
        int width,
        int height,
        @Nullable DrawCommand command,
        @Nullable Strip strip,
        boolean opaque) {

    static Op damage(int x, int y, int width, int height) {
        return new Op(x, y, width, height, null, null, true);
    }

    static Op command(Rect box, DrawCommand command, boolean opaque) {
        return new Op(box.left(), box.top(), box.width(), box.height(), command, null, opaque);
    }

    static Op strip(Rect box, Strip strip) {
        return new Op(box.left(), box.top(), box.width(), box.height(), null, strip, true);
    }

    /** Only the shadow knows the pixels. */
    boolean isDamage() {
        return command == null && strip == null;
    }

    /** What was drawn is said by the operation itself: drawn once more on the same pixels it gives the same. */
    boolean isSelfContained() {
        return !isDamage() && !(command instanceof DrawCommand.DrawSurface);
    }

    /** Null for damage. */
    @Nullable
    DrawCommand toCommand(int surface) {
        return strip == null ? command : strip.draw(surface, bounds());
    }

    /** One operation for this one and the next, or null: damage inside of damage, fills side by side. */
    @Nullable
    Op join(Op next) {
        if (isDamage() && next.isDamage()) {
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
                Rect both = new Rect(x, y, next.x + next.width, next.y + next.height);
                return command(
                        both,
                        new DrawCommand.Fill(fill.surface(), x, y, both.width(), both.height(), fill.pixel()),
                        true);
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
