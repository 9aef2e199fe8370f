package cc.screen.damage;

/** A rectangle of a surface in device pixels, never empty; {@code right} and {@code bottom} are exclusive. */
public record Box(int left, int top, int right, int bottom) {
    /** Covers every surface, whatever its size. */
    public static final Box EVERYTHING = new Box(0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);

    public static Box of(int x, int y, int width, int height) {
        return new Box(x, y, x + width, y + height);
    }

    public boolean contains(Box other) {
        return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
    }

    public boolean intersects(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    public Box union(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
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
}
