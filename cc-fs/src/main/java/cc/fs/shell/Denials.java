package cc.fs.shell;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Tells whoever runs a program what rules have kept it from, once for each path. Thread-safe. */
final class Denials {
    static final int MAX_PATHS = 256;

    private final Set<String> told = ConcurrentHashMap.newKeySet();

    /**
     * Something was not done.
     *
     * @param path as the program calls it
     * @param why what keeps it from that
     */
    void tell(String path, String why) {
        if (told.size() >= MAX_PATHS || !told.add(path)) {
            return;
        }
        say("cc: denied: " + printable(path) + " (" + why + ")");
        if (told.size() == MAX_PATHS) {
            say("cc: denied: more, which are not told");
        }
    }

    /** To the standard error itself: what the program has put in its place may want files, too. */
    @SuppressWarnings("StreamResourceLeak") // The descriptor is the program's.
    private static void say(String line) {
        try {
            new FileOutputStream(FileDescriptor.err).write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // There is nobody to be told.
        }
    }

    private static String printable(String path) {
        StringBuilder text = new StringBuilder(path.length());
        path.chars().forEach(c -> text.append(Character.isISOControl(c) ? '?' : (char) c));
        return text.toString();
    }
}
