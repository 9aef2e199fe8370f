package cc.fs.provider;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of files in URIs and in the pages by which servers list folders. */
final class WebNames {
    private static final Pattern LINK = Pattern.compile("href\\s*=\\s*[\"']([^\"'?#]+)[\"']", Pattern.CASE_INSENSITIVE);
    private static final int HEX = 16;

    private WebNames() {}

    /** Text in place of {@code %XX}; what is none stays. */
    static String decoded(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(text.length());
        byte[] raw = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], HEX) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], HEX) : -1;
            if (raw[i] == '%' && high >= 0 && low >= 0) {
                bytes.write(high * HEX + low);
                i += 2;
            } else {
                bytes.write(raw[i]);
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** As a URI writes a path. */
    static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /** The names right below a folder to which its page has links; those of folders end with a slash. */
    static Set<String> listed(String page, String folder) {
        Set<String> names = new LinkedHashSet<>();
        Matcher links = LINK.matcher(page);
        while (links.find()) {
            String name = decoded(links.group(1));
            if (name.startsWith("./")) {
                name = name.substring(2);
            } else if (name.startsWith(folder + "/")) {
                name = name.substring(folder.length() + 1);
            }
            int slash = name.indexOf('/');
            boolean below = slash < 0 || slash == name.length() - 1;
            String plain = slash < 0 ? name : name.substring(0, slash);
            if (below && !plain.isEmpty() && !plain.equals(".") && !plain.equals("..") && plain.indexOf(':') < 0) {
                names.add(name);
            }
        }
        return names;
    }
}
