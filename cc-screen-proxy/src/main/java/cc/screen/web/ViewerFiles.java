package cc.screen.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The viewer's page and its files, read from the class path once and kept, compressed too. */
final class ViewerFiles {
    /** @param gzip the content compressed, or null where that saves nothing */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record File(String type, String tag, byte[] content, byte @Nullable [] gzip) {}

    private static final String FOLDER = "/cc/viewer/";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "webmanifest", "application/manifest+json",
            "txt", "text/plain; charset=utf-8");

    private final Map<String, File> files = new ConcurrentHashMap<>();

    /** The file of this plain name, or null. */
    @Nullable
    File get(String name) {
        File known = files.get(name);
        if (known != null) {
            return known;
        }
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (type == null || !NAME.matcher(name).matches()) {
            return null;
        }
        return read(FOLDER + name)
                .map(content -> files.computeIfAbsent(name, key -> file(type, content)))
                .orElse(null);
    }

    private static File file(String type, byte[] content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        byte[] gzip = gzip(content);
        String tag = "\"" + Long.toHexString(sum.getValue()) + "-" + Integer.toHexString(content.length) + "\"";
        return new File(type, tag, content, gzip.length < content.length ? gzip : null);
    }

    private static Optional<byte[]> read(String resource) {
        try (InputStream in = ViewerFiles.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + resource, e);
        }
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException("compressing in memory", e);
        }
        return bytes.toByteArray();
    }
}
