package cc.screen.web;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * Holds off pages of other sites. A page can make a browser ask this server under a name of its own that it has resolve
 * to this machine (DNS rebinding), so only names that are ours are answered; and it can open a WebSocket here, so its
 * origin must be ours.
 */
public final class HostCheck {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Set<String> names = new HashSet<>();

    HostCheck(WebSettings settings) {
        this();
        names.add(settings.host().toLowerCase(Locale.ROOT));
        settings.names().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
    }

    private HostCheck() {
        names.addAll(LOOPBACK);
    }

    /** For a server on the loopback address only. */
    public static HostCheck loopback() {
        return new HostCheck();
    }

    /** Whether the request names this server. The port may be another one, that of a tunnel. */
    public boolean isOurs(Request request) {
        String host = host(request);
        if (host == null) {
            return false;
        }
        try {
            return names.contains(new HostPort(host).getHost().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Whether the page that makes this request came from the very address that it asks. */
    static boolean isSameOrigin(Request request) {
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        String host = host(request);
        String scheme = request.isSecure() ? "https://" : "http://";
        return origin != null && host != null && origin.equalsIgnoreCase(scheme + host);
    }

    static @Nullable String host(Request request) {
        return request.getHeaders().get(HttpHeader.HOST);
    }
}
