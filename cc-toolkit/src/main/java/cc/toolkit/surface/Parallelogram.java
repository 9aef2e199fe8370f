package cc.toolkit.surface;

/** A corner, and the two sides that start at it, in device pixels: as the JDK's loops take them. */
record Parallelogram(double x, double y, double dx1, double dy1, double dx2, double dy2) {
    boolean isUpright() {
        return dy1 == 0 && dx2 == 0 || dx1 == 0 && dy2 == 0;
    }

    double left() {
        return x + Math.min(dx1, 0) + Math.min(dx2, 0);
    }

    double top() {
        return y + Math.min(dy1, 0) + Math.min(dy2, 0);
    }

    double right() {
        return x + Math.max(dx1, 0) + Math.max(dx2, 0);
    }

    double bottom() {
        return y + Math.max(dy1, 0) + Math.max(dy2, 0);
    }
}
