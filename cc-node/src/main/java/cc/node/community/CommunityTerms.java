package cc.node.community;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;

/**
 * How a member takes part, as far as people may wish: the line {@code coordination.settleSeconds=} of the node's
 * settings.
 *
 * @param settle how long a machine has to be there before it is made a coordinator, so that machines which come and go
 *     cause no changes
 * @param encrypted whether the registry's servers and clients talk by TLS; only tests on loopback can do without
 */
record CommunityTerms(Duration settle, boolean encrypted) {
    private static final String SETTLE = "coordination.settleSeconds";
    private static final String DEFAULT_SETTLE_SECONDS = "10";
    private static final int MAX_SETTLE_SECONDS = 86_400;

    /** @throws IOException if the file cannot be read or the line makes no sense */
    static CommunityTerms load(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            // Nobody wishes anything.
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " cannot be used: " + e.getMessage(), e);
        }
        String wish = properties.getProperty(SETTLE, DEFAULT_SETTLE_SECONDS).trim();
        try {
            int seconds = Integer.parseInt(wish);
            if (seconds >= 0 && seconds <= MAX_SETTLE_SECONDS) {
                return new CommunityTerms(Duration.ofSeconds(seconds), true);
            }
        } catch (NumberFormatException e) {
            // As wrong as a number that is none of seconds.
        }
        throw new IOException(file + " cannot be used: " + SETTLE + " is no number of seconds up to "
                + MAX_SETTLE_SECONDS + ": " + wish);
    }
}
