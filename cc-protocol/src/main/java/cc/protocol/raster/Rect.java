package cc.protocol.raster;

/** A rectangle of pixels; {@code right} and {@code bottom} are the first ones beyond it. */
record Rect(int left, int top, int right, int bottom) {
    static Rect of(int x, int y, int width, int height) {
        return new Rect(x, y, x + width, y + height);
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

    boolean contains(Rect other) {
        return left <= other.left && top <= other.top && right >= other.right && bottom >= other.bottom;
    }

    boolean intersects(Rect other) {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }

    Rect intersection(Rect other) {
        return new Rect(
                Math.max(left, other.left),
                Math.max(top, other.top),
                Math.min(right, other.right),
                Math.min(bottom, other.bottom));
    }

    Rect union(Rect other) {
        return new Rect(
                Math.min(left, other.left),
                Math.min(top, other.top),
                Math.max(right, other.right),
                Math.max(bottom, other.bottom));
    }

    Rect moved(int dx, int dy) {
        return new Rect(left + dx, top + dy, right + dx, bottom + dy);
    }
}
