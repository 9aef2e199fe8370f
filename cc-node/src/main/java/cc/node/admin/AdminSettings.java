package cc.node.admin;

import cc.node.NodeProperties;
import java.io.IOException;
import java.util.Optional;

/**
 * Where a node answers those who look after it: the line {@code admin.port=} of its settings, a number or {@code off}.
 * Only the port can be chosen: the address is always the loopback one, since what is told there is told to everybody.
 *
 * @param port 0: any
 * @param orAny whether another port does as well if this one is taken
 */
public record AdminSettings(boolean on, int port, boolean orAny) {
    /** Beside the ports on which nodes talk. */
    static final int DEFAULT_PORT = 7451;

    private static final int LAST_PORT = 65535;
    private static final String KEY = "admin.port";
    private static final String OFF = "off";

    /**
     * Reads a node's settings; where there are none, the port is {@value #DEFAULT_PORT} or, where another person's node
     * has that, any.
     *
     * @throws IOException if the line makes no sense
     */
    public static AdminSettings load(NodeProperties properties) throws IOException {
        Optional<String> wish = properties.get(KEY);
        if (wish.isEmpty()) {
            return new AdminSettings(true, DEFAULT_PORT, true);
        } else if (wish.get().equals(OFF)) {
            return new AdminSettings(false, 0, false);
        }
        return new AdminSettings(true, port(wish.get(), properties), false);
    }

    private static int port(String text, NodeProperties properties) throws IOException {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // As wrong as a number that is no port.
        }
        throw properties.unusable(KEY + " is neither a port nor '" + OFF + "': " + text);
    }
}
