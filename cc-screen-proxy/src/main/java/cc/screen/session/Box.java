package cc.screen.session;

/** A rectangle of a surface in device pixels, never empty; {@code right} and {@code bottom} are exclusive. */
record Box(int left, int top, int right, int bottom) {
    /** Covers every surface, whatever its size. */
    static final Box EVERYTHING = new Box(0, 0, Integer.MAX_VALUE, Integer.MAX_VALUE);

    static Box of(int x, int y, int width, int height) {
        return new Box(x, y, x + width, y + height);
    }

    boolean contains(Box other) {
        return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
    }

    boolean intersects(Box other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    Box union(Box other) {
        return new Box(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
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
}
