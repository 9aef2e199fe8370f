package cc.node.community;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** A member's settings, which change as the registry moves. Any thread may read them. */
final class SettingsFile {
    private final Path file;
    private volatile MemberSettings current;
    private boolean ended;

    SettingsFile(Path file) throws IOException {
        this.file = file;
        this.current = MemberSettings.load(file);
    }

    MemberSettings get() {
        return current;
    }

    /** @throws IOException if they cannot be written; they are as they were then */
    synchronized void change(UnaryOperator<MemberSettings> change) throws IOException {
        if (ended) {
            throw new IOException("this machine belongs to its community no more");
        }
        MemberSettings changed = change.apply(current);
        if (!changed.equals(current)) {
            changed.save(file);
            current = changed;
        }
    }

    /** From here on nothing is written, so that the file can be removed. */
    synchronized void end() {
        ended = true;
    }
}
