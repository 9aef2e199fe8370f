package cc.fs.shell;

import java.io.IOException;

/**
 * Marks what the shell does itself: for its own files (sockets, placeholders, caches, and rules that lead to this machine)
 * the JDK's methods have to do what they always do. Asked only once a rule has matched.
 */
final class ShellThread {
    private static final ThreadLocal<int[]> DEPTH = new ThreadLocal<>();

    private ShellThread() {}

    static boolean isInside() {
        int[] depth = DEPTH.get();
        return depth != null && depth[0] > 0;
    }

    /** To be matched by {@link #leave}. */
    static void enter() {
        int[] depth = DEPTH.get();
        if (depth == null) {
            depth = new int[1];
            DEPTH.set(depth);
        }
        depth[0]++;
    }

    static void leave() {
        int[] depth = DEPTH.get();
        if (--depth[0] == 0) {
            DEPTH.remove();
        }
    }

    /** Does something of which the shell has no knowledge, as if the program did it. */
    static <T> T outside(Call<T> call) throws IOException {
        int[] depth = DEPTH.get();
        DEPTH.remove();
        try {
            return call.call();
        } finally {
            if (depth != null) {
                DEPTH.set(depth);
            }
        }
    }

    /** What is done there. */
    interface Call<T> {
        T call() throws IOException;
    }
}
