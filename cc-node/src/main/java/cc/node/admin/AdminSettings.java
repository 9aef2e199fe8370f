package cc.node.admin;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Properties;

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
     * Reads a node's settings; where there are none, the port is {@value #DEFAULT_PORT} or, where another person's node has
     * that, any.
     *
     * @throws IOException if the file cannot be read or the line makes no sense
     */
    public static AdminSettings load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            // Nobody wishes anything.
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " cannot be used: " + e.getMessage(), e);
        }
        String wish = properties.getProperty(KEY);
        if (wish == null) {
            return new AdminSettings(true, DEFAULT_PORT, true);
        } else if (wish.trim().equals(OFF)) {
            return new AdminSettings(false, 0, false);
        }
        return new AdminSettings(true, port(wish.trim(), file), false);
    }

    private static int port(String text, Path file) throws IOException {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= LAST_PORT) {
                return port;
            }
        } catch (NumberFormatException e) {
            // As wrong as a number that is no port.
        }
        throw new IOException(file + " cannot be used: " + KEY + " is neither a port nor '" + OFF + "': " + text);
    }
}
