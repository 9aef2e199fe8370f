package cc.fs.battery;

import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words for results: one line of ASCII each, the same in whichever folder the program runs. Thread safe.
 */
final class Wording {
    private static final int SHOWN_BYTES = 80;
    private static final int SHOWN_CHARACTERS = 400;

    private final String folder;

    Wording(Path folder) {
        this.folder = folder.toString();
    }

    String of(@Nullable Object value) {
        if (value instanceof Throwable failure) {
            Throwable cause = failure.getCause();
            return failure.getClass().getName() + ": " + text(String.valueOf(failure.getMessage()))
                    + (cause == null ? "" : " because of " + of(cause));
        }
        if (value instanceof byte[] bytes) {
            return bytes(bytes);
        }
        if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return bytes(bytes);
        }
        if (value instanceof Buffer) {
            return "a buffer";
        }
        if (value instanceof Object[] array) {
            return of(Arrays.asList(array));
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(this::of).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, content) -> sorted.put(of(key), of(content)));
            return sorted.toString();
        }
        return text(String.valueOf(value));
    }

    private String bytes(byte[] bytes) {
        if (bytes.length > SHOWN_BYTES) {
            return bytes.length + " bytes with hash " + Integer.toHexString(Arrays.hashCode(bytes));
        }
        return bytes.length + " bytes " + text(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    private String text(String text) {
        String local = text.replace(folder, "<folder>");
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < local.length(); i++) {
            char c = local.charAt(i);
            if (c >= ' ' && c < 0x7f) {
                line.append(c);
            } else {
                line.append(String.format("\\u%04x", (int) c));
            }
        }
        return line.length() <= SHOWN_CHARACTERS
                ? line.toString()
                : line.substring(0, SHOWN_CHARACTERS) + "... with hash " + Integer.toHexString(local.hashCode());
    }
}
