package cc.fs.mount;

/** Path names as text, without a look at any file system; of Linux. */
public final class PathNames {
    private PathNames() {}

    /**
     * Makes a name absolute and normal: no {@code .}, no {@code ..}, no empty name, no slash at the end. What leads above
     * the root stays there.
     *
     * @param directory what relative names are relative to; absolute and normal
     */
    public static String normal(String name, String directory) {
        boolean absolute = name.startsWith("/");
        if (absolute && isNormal(name)) {
            return name;
        }
        StringBuilder normal = new StringBuilder(directory.length() + name.length() + 1);
        if (!absolute && directory.length() > 1) {
            normal.append(directory);
        }
        int start = 0;
        while (start <= name.length()) {
            int end = name.indexOf('/', start);
            if (end < 0) {
                end = name.length();
            }
            append(normal, name, start, end);
            start = end + 1;
        }
        return normal.length() == 0 ? "/" : normal.toString();
    }

    /** Whether a name has {@code ..}, or ends in {@code .}: what these lead to depends on what the names before them are. */
    public static boolean turnsBack(String name) {
        int start = 0;
        while (start <= name.length()) {
            int end = name.indexOf('/', start);
            boolean last = end < 0;
            int length = (last ? name.length() : end) - start;
            if (length > 0
                    && length <= 2
                    && name.charAt(start) == '.'
                    && isDots(name, start)
                    && (length == 2 || last)) {
                return true;
            }
            start += length + 1;
        }
        return false;
    }

    private static void append(StringBuilder normal, String name, int start, int end) {
        int length = end - start;
        if (length == 0 || (length == 1 && name.charAt(start) == '.')) {
            return;
        }
        if (length == 2 && name.charAt(start) == '.' && name.charAt(start + 1) == '.') {
            normal.setLength(Math.max(0, normal.lastIndexOf("/")));
        } else {
            normal.append('/').append(name, start, end);
        }
    }

    /** Of an absolute name. */
    private static boolean isNormal(String name) {
        int length = name.length();
        if (length > 1 && name.charAt(length - 1) == '/') {
            return false;
        }
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            char first = slash + 1 < length ? name.charAt(slash + 1) : 'x';
            if (first == '/' || (first == '.' && isDots(name, slash + 1))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the name that begins here is {@code .} or {@code ..}. */
    private static boolean isDots(String name, int start) {
        int end = name.indexOf('/', start);
        int length = (end < 0 ? name.length() : end) - start;
        return length == 1 || (length == 2 && name.charAt(start + 1) == '.');
    }
}
