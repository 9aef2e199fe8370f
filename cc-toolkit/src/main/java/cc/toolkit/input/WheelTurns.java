package cc.toolkit.input;

/** Adds up what fine wheels and touch pads turn until it makes whole turns, which programs may count. */
final class WheelTurns {
    /** Units (lines) that programs scroll with each turn. */
    static final int UNITS_PER_TURN = 3;

    private static final int DELTA_PER_TURN = 120;

    private int restY;
    private int restX;

    int vertical(int delta) {
        restY = sum(restY, delta);
        int turns = restY / DELTA_PER_TURN;
        restY -= turns * DELTA_PER_TURN;
        return turns;
    }

    int horizontal(int delta) {
        restX = sum(restX, delta);
        int turns = restX / DELTA_PER_TURN;
        restX -= turns * DELTA_PER_TURN;
        return turns;
    }

    /** A turn the other way begins anew. Messages from outside may hold any number. */
    private static int sum(int rest, int delta) {
        boolean turned = (rest > 0 && delta < 0) || (rest < 0 && delta > 0);
        long sum = (turned ? 0L : rest) + delta;
        return (int) Math.max(-1_000_000, Math.min(1_000_000, sum));
    }

    static double precise(int delta) {
        return delta / (double) DELTA_PER_TURN;
    }
}
