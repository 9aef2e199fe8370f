package cc.protocol.command;

/** The colour register, which is the first of the list of recent colours; both ends move a used colour to the front. */
final class RecentColors {
    private final int[] colors = new int[Limits.RECENT_COLORS];
    private int size;

    RecentColors() {
        reset();
    }

    void reset() {
        colors[0] = 0xff000000;
        size = 1;
    }

    int current() {
        return colors[0];
    }

    int size() {
        return size;
    }

    /** A colour's place, or -1. */
    int find(int color) {
        for (int i = 0; i < size; i++) {
            if (colors[i] == color) {
                return i;
            }
        }
        return -1;
    }

    void moveToFront(int place) {
        int color = colors[place];
        System.arraycopy(colors, 0, colors, 1, place);
        colors[0] = color;
    }

    void add(int color) {
        size = Math.min(size + 1, colors.length);
        System.arraycopy(colors, 0, colors, 1, size - 1);
        colors[0] = color;
    }
}
