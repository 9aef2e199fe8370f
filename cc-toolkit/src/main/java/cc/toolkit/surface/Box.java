package cc.toolkit.surface;

import java.awt.Rectangle;
import org.jspecify.annotations.Nullable;
import sun.java2d.pipe.Region;

/** A rectangle of device pixels by its edges; {@code right} and {@code bottom} are outside. */
record Box(int left, int top, int right, int bottom) {
    /** The part of a rectangle that a clip and a surface's size leave, or null. Sums may be beyond an int's range. */
    static @Nullable Box clipped(long x, long y, long width, long height, Region clip, int maxWidth, int maxHeight) {
        long left = Math.max(x, Math.max(0, clip.getLoX()));
        long top = Math.max(y, Math.max(0, clip.getLoY()));
        long right = Math.min(x + width, Math.min(maxWidth, clip.getHiX()));
        long bottom = Math.min(y + height, Math.min(maxHeight, clip.getHiY()));
        return left < right && top < bottom ? new Box((int) left, (int) top, (int) right, (int) bottom) : null;
    }

    /** A rectangle whose edges would be beyond an int's range ends there. */
    static Box saturated(int x, int y, int width, int height) {
        return new Box(x, y, (int) Math.min((long) x + width, Integer.MAX_VALUE), (int)
                Math.min((long) y + height, Integer.MAX_VALUE));
    }

    static Box of(Op op) {
        return new Box(op.x(), op.y(), op.x() + op.width(), op.y() + op.height());
    }

    int width() {
        return right - left;
    }

    int height() {
        return bottom - top;
    }

    long area() {
        return (long) width() * height();
    }

    boolean isEmpty() {
        return left >= right || top >= bottom;
    }

    boolean intersects(Box that) {
        return left < that.right && top < that.bottom && right > that.left && bottom > that.top;
    }

    boolean contains(Box that) {
        return left <= that.left && top <= that.top && right >= that.right && bottom >= that.bottom;
    }

    /** May be empty. */
    Box intersection(Box that) {
        return new Box(
                Math.max(left, that.left),
                Math.max(top, that.top),
                Math.min(right, that.right),
                Math.min(bottom, that.bottom));
    }

    Box union(Box that) {
        return new Box(
                Math.min(left, that.left),
                Math.min(top, that.top),
                Math.max(right, that.right),
                Math.max(bottom, that.bottom));
    }

    Rectangle toRectangle() {
        return new Rectangle(left, top, width(), height());
    }
}
