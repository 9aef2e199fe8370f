package cc.fs.shell;

/** Paths of a folder that is called otherwise where it lives. Absolute and normal, all of them. */
final class Moved {
    private Moved() {}

    static boolean isBelow(String path, String folder) {
        return path.equals(folder) || folder.equals("/") || path.startsWith(folder + "/");
    }

    /** What a path below one folder is called below another. */
    static String path(String path, String from, String to) {
        if (from.equals(to)) {
            return path;
        }
        String below = from.equals("/") ? path : path.substring(from.length());
        String moved = to.equals("/") ? below : to + below;
        if (moved.length() > 1 && moved.endsWith("/")) {
            return moved.substring(0, moved.length() - 1);
        }
        return moved.isEmpty() ? "/" : moved;
    }
}
