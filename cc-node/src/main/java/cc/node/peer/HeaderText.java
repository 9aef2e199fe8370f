package cc.node.peer;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Text for people in a header, which carries visible ASCII only. */
final class HeaderText {
    private static final int MAX_CHARS = 1000;

    private HeaderText() {}

    static String encode(String text) {
        return URLEncoder.encode(text.substring(0, Math.min(text.length(), MAX_CHARS)), StandardCharsets.UTF_8);
    }

    static String decode(CharSequence text) {
        try {
            return URLDecoder.decode(text.toString(), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text.toString();
        }
    }
}
