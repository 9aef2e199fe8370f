package cc.fs.shell;

import java.io.FileDescriptor;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** The placeholders of all virtual files that are open. Thread-safe. */
final class Placeholders {
    private final Map<Object, Placeholder> byFile = new HashMap<>();

    /**
     * Makes the descriptor one of a file's.
     *
     * @param key equal for two that are the same file
     * @param writable whether natives may change what they see of it
     */
    synchronized Placeholder lend(Object key, FileDescriptor descriptor, boolean writable) throws IOException {
        Placeholder placeholder = byFile.get(key);
        if (placeholder == null) {
            placeholder = new Placeholder(key);
            byFile.put(key, placeholder);
        }
        placeholder.use();
        try {
            placeholder.lend(descriptor, writable);
            return placeholder;
        } catch (IOException e) {
            release(placeholder);
            throw e;
        }
    }

    synchronized void release(Placeholder placeholder) throws IOException {
        if (placeholder.release()) {
            byFile.remove(placeholder.key());
        }
    }
}
