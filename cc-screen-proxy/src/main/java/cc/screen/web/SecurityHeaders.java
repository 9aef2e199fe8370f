package cc.screen.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Headers that allow a page no more than it needs. */
public final class SecurityHeaders {
    private static final String CONTENT_SECURITY_POLICY = "Content-Security-Policy";
    private static final String NOTHING_ELSE =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    /** For everything that is sent. */
    public static void always(HttpFields.Mutable headers) {
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put(CONTENT_SECURITY_POLICY, NOTHING_ELSE);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    }

    /** For the viewer: its own scripts, styles and pictures, and its WebSocket. */
    static void viewer(HttpFields.Mutable headers, String host, boolean secure) {
        headers.put(
                CONTENT_SECURITY_POLICY,
                NOTHING_ELSE
                        + "; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'"
                        + "; manifest-src 'self'; connect-src 'self' " + (secure ? "wss://" : "ws://") + host);
        headers.put(
                "Permissions-Policy",
                "clipboard-read=(self), clipboard-write=(self), fullscreen=(self), camera=(), microphone=(),"
                        + " geolocation=(), payment=(), usb=()");
        headers.put(HttpHeader.CACHE_CONTROL, "no-cache");
    }

    /** For a page with nothing but this style in it. */
    static void styledPage(HttpFields.Mutable headers, String style) {
        headers.put(CONTENT_SECURITY_POLICY, NOTHING_ELSE + "; style-src 'sha256-" + sha256(style) + "'");
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
