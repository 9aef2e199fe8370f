package cc.node.trust;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a machine is called in its community: a label of the DNS (RFC 1123), so that it can stand in addresses, file
 * names and registry keys.
 */
public record NodeName(String text) {
    private static final int MAX_CHARS = 63;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0," + (MAX_CHARS - 2) + "}[a-z0-9])?");

    /** @throws IllegalArgumentException if the text cannot be a name; says what can */
    public NodeName {
        if (!LABEL.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' cannot be a machine's name: 1 to " + MAX_CHARS
                    + " letters a to z, digits and '-', not at an end");
        }
    }

    /** The nearest name to a host name, for machines that were not given one. */
    public static NodeName ofHost(String hostName) {
        String label =
                hostName.toLowerCase(Locale.ROOT).replaceFirst("\\..*", "").replaceAll("[^a-z0-9-]+", "-");
        String trimmed = label.substring(0, Math.min(label.length(), MAX_CHARS)).replaceAll("^-+|-+$", "");
        return new NodeName(trimmed.isEmpty() ? "machine" : trimmed);
    }

    @Override
    public String toString() {
        return text;
    }
}
