package cc.protocol.command;

/** Arithmetic with parts of 255, exactly as Java2D's loops do it. */
public final class Alpha {
    private Alpha() {}

    /** {@code a * b / 255}, rounded; both are 0 to 255. */
    public static int multiply(int a, int b) {
        return a * b * 0x10101 + 0x800000 >>> 24;
    }

    /** {@code 255 * c / a}, rounded, at most 255; 0 for an alpha of 0. */
    public static int divide(int c, int a) {
        if (a == 0) {
            return 0;
        }
        return c >= a ? 255 : c * Integer.divideUnsigned(0xff000000 + a / 2, a) + 0x800000 >>> 24;
    }

    /** A colour as a premultiplied surface stores it. */
    public static int premultiply(int argb) {
        int alpha = argb >>> 24;
        if (alpha == 255) {
            return argb;
        }
        return alpha << 24
                | multiply(alpha, argb >> 16 & 0xff) << 16
                | multiply(alpha, argb >> 8 & 0xff) << 8
                | multiply(alpha, argb & 0xff);
    }
}
