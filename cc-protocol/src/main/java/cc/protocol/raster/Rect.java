package cc.protocol.raster;

/** A rectangle of a surface in device pixels; {@code right} and {@code bottom} are the first ones beyond it. */
public record Rect(int left, int top, int right, int bottom) {
    /** Covers every surface, whatever its size. */
    public static final Rect EVERYTHING = new Rect(0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);

    public static Rect of(int x, int y, int width, int height) {
        return new Rect(x, y, x + width, y + height);
    }

    public int width() {
        return right - left;
    }

    public int height() {
        return bottom - top;
    }

    public long area() {
        return (long) width() * height();
    }

    public boolean isEmpty() {
        return left >= right || top >= bottom;
    }

    public boolean contains(Rect other) {
        return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
    }

    public boolean intersects(Rect other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    /** What both have in common; empty, perhaps inside out, where that is nothing. */
    public Rect intersection(Rect other) {
        return new Rect(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }

    /** The smallest rectangle that contains both. */
    public Rect union(Rect other) {
        return new Rect(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    public Rect moved(int dx, int dy) {
        return new Rect(left + dx, top + dy, right + dx, bottom + dy);
    }
}
