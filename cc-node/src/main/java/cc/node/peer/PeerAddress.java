package cc.node.peer;

import java.net.InetSocketAddress;

/**
 * Where a node listens for others: a host name or address, and a port. Written {@code host:port} or {@code [v6]:port}.
 */
public record PeerAddress(String host, int port) {
    public static final int DEFAULT_PORT = 7447;
    private static final int MAX_PORT = 65535;

    /** @throws IllegalArgumentException if the text is no address; says what one looks like */
    public static PeerAddress parse(String text) {
        String host = text;
        int port = DEFAULT_PORT;
        int colon = text.lastIndexOf(':');
        boolean bareV6 = text.indexOf(':') != colon && !text.startsWith("[");
        try {
            if (colon >= 0 && !bareV6 && !text.endsWith("]")) {
                host = text.substring(0, colon);
                port = Integer.parseInt(text.substring(colon + 1));
            }
        } catch (NumberFormatException e) {
            port = 0;
        }
        if (host.startsWith("[") && host.endsWith("]")) {
            host = host.substring(1, host.length() - 1);
        }
        if (host.isEmpty() || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException("'" + text + "' is no address: give HOST or HOST:PORT");
        }
        return new PeerAddress(host, port);
    }

    InetSocketAddress resolve() {
        return new InetSocketAddress(host, port);
    }

    @Override
    public String toString() {
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
