package cc.screen.web;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Secrets and what they allow: one-time tokens of addresses, and cookies for which tokens were exchanged. Both end with
 * their program. Bounded: the oldest give way.
 */
final class Grants {
    private static final int MAX_TOKENS = 4096;
    private static final int MAX_COOKIES = 4096;

    private record Token(Grant grant, long madeNanos) {}

    private final Duration tokenLifetime;
    private final LongSupplier nanoTime;
    private final Map<String, Token> tokens = new LinkedHashMap<>();
    private final Map<String, Grant> cookies = new LinkedHashMap<>();

    Grants(Duration tokenLifetime, LongSupplier nanoTime) {
        this.tokenLifetime = tokenLifetime;
        this.nanoTime = nanoTime;
    }

    /** A token that can be used once, and not for long. */
    synchronized String makeToken(Grant grant) {
        tokens.values().removeIf(token -> isExpired(token) || !token.grant().isValid());
        String secret = Secret.make();
        tokens.put(Secret.digest(secret), new Token(grant, nanoTime.getAsLong()));
        keepAtMost(MAX_TOKENS, tokens);
        return secret;
    }

    /** What a token allows; from now on it allows nothing. Null if it never did or no longer does. */
    synchronized @Nullable Grant useToken(String secret) {
        Token token = tokens.remove(Secret.digest(secret));
        return token == null || isExpired(token) || !token.grant().isValid() ? null : token.grant();
    }

    synchronized String makeCookie(Grant grant) {
        cookies.values().removeIf(old -> !old.isValid());
        String secret = Secret.make();
        cookies.put(Secret.digest(secret), grant);
        keepAtMost(MAX_COOKIES, cookies);
        return secret;
    }

    /** What a cookie allows for this program, or null. */
    synchronized @Nullable Grant ofCookie(String secret, String program) {
        Grant grant = cookies.get(Secret.digest(secret));
        return grant != null && grant.isValid() && grant.program().name().equals(program) ? grant : null;
    }

    private boolean isExpired(Token token) {
        return nanoTime.getAsLong() - token.madeNanos() > tokenLifetime.toNanos();
    }

    private static void keepAtMost(int most, Map<String, ?> map) {
        Iterator<String> oldest = map.keySet().iterator();
        while (map.size() > most) {
            oldest.next();
            oldest.remove();
        }
    }
}
