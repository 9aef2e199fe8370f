package cc.screen.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How programs are served to browsers.
 *
 * @param host name or address to listen on; another than loopback needs {@code tls}
 * @param port 0: any free port
 * @param tls certificate and key, or null for plain HTTP
 * @param names further names under which browsers reach this server; the first is used in addresses that it gives out
 * @param tokenLifetime how long a one-time address can be used
 */
public record WebSettings(String host, int port, @Nullable Tls tls, Set<String> names, Duration tokenLifetime) {
    private static final Duration TOKEN_LIFETIME = Duration.ofMinutes(10);

    /** A PKCS #12 or JKS key store. */
    public record Tls(Path keyStore, String password) {}

    public WebSettings {
        if (tls == null && !isLoopback(host)) {
            throw new IllegalArgumentException("Listening on " + host
                    + " lets other machines see and drive programs, so it needs TLS: set a key store, or listen on"
                    + " 127.0.0.1 and forward the port by ssh.");
        }
        names = Set.copyOf(names);
    }

    /** Plain HTTP on the loopback address, any free port. */
    public static WebSettings loopback() {
        return new WebSettings("127.0.0.1", 0, null, Set.of(), TOKEN_LIFETIME);
    }

    public WebSettings withPort(int newPort) {
        return new WebSettings(host, newPort, tls, names, tokenLifetime);
    }

    public WebSettings withTokenLifetime(Duration newLifetime) {
        return new WebSettings(host, port, tls, names, newLifetime);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("There is no address for the host " + host + " to listen on.", e);
        }
    }
}
