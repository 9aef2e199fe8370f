package cc.fs.provider;

import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server said of a file: the answer to one request.
 *
 * @param tag its version, as the server calls it; empty: the server calls it nothing
 * @param modifiedMillis 0: not told
 * @param sizeBytes negative: not told
 * @param folder whether it is a folder
 */
record WebAnswer(int status, String tag, long modifiedMillis, long sizeBytes, boolean folder) {
    static final int UNCHANGED = HttpURLConnection.HTTP_NOT_MODIFIED;

    private static final int CONNECT_MILLIS = 10_000;
    private static final int READ_MILLIS = 30_000;

    /** Asks, but does not read what comes. To be disconnected only where it is not read to its end. */
    static HttpURLConnection ask(URI uri, String method, Map<String, String> headers) throws FileFault {
        try {
            URL url = uri.toURL();
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setUseCaches(false);
            connection.setRequestMethod(method);
            // As it lies there: ranges are of that.
            connection.setRequestProperty("Accept-Encoding", "identity");
            headers.forEach(connection::setRequestProperty);
            connection.getResponseCode();
            return connection;
        } catch (IOException e) {
            throw unreachable(uri, e);
        }
    }

    /** @throws FileFault as what the server answers would be a fault of a system */
    static WebAnswer of(URI uri, HttpURLConnection connection) throws FileFault {
        int status;
        try {
            status = connection.getResponseCode();
        } catch (IOException e) {
            throw unreachable(uri, e);
        }
        if (status / 100 != 2 && status != UNCHANGED) {
            throw fault(uri, status);
        }
        boolean folder = connection.getURL().getPath().endsWith("/");
        return new WebAnswer(
                status, tag(connection), connection.getLastModified(), connection.getContentLengthLong(), folder);
    }

    private static String tag(HttpURLConnection connection) {
        String tag = connection.getHeaderField("ETag");
        if (tag != null) {
            return tag;
        }
        @Nullable String modified = connection.getHeaderField("Last-Modified");
        return modified == null ? "" : modified;
    }

    private static FileFault fault(URI uri, int status) {
        return switch (status) {
            case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_GONE -> new FileFault(Errno.ENOENT);
            case HttpURLConnection.HTTP_UNAUTHORIZED, HttpURLConnection.HTTP_FORBIDDEN -> new FileFault(Errno.EACCES);
            default -> new FileFault(Errno.OTHER, uri.getHost() + " answers " + status);
        };
    }

    static FileFault unreachable(URI uri, IOException cause) {
        FileFault fault = new FileFault(Errno.OTHER, uri.getHost() + " cannot be asked: " + cause.getMessage());
        fault.initCause(cause);
        return fault;
    }
}
