package cc.toolkit.input;

/**
 * Gives input events their times, each a later one. AWT tells by them which keys came after a press or a key that moves
 * the focus, and have to wait until it has moved; those of the same millisecond would go to who had the focus before. On
 * the pump's thread.
 */
final class InputClock {
    private long lastMillis;

    /** Now, or a little later: milliseconds since 1970. */
    long next() {
        lastMillis = Math.max(System.currentTimeMillis(), lastMillis + 1);
        return lastMillis;
    }
}
