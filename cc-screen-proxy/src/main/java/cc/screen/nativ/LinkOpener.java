package cc.screen.nativ;

import java.awt.Component;
import java.awt.Desktop;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import javax.swing.JOptionPane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens a link that a program asks to show: of a few kinds only, and after the person said yes. */
final class LinkOpener {
    private static final Logger LOG = LoggerFactory.getLogger(LinkOpener.class);
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    private static final int MAX_SHOWN_CHARS = 200;

    private LinkOpener() {}

    /** Whether a program may have such a link opened. */
    static boolean isAllowed(String link) {
        try {
            String scheme = new URI(link).getScheme();
            return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static void open(String link, @Nullable Component over) {
        if (!isAllowed(link) || !Desktop.isDesktopSupported()) {
            LOG.warn("A link is not opened: {}", link);
            return;
        }
        String shown = link.length() <= MAX_SHOWN_CHARS ? link : link.substring(0, MAX_SHOWN_CHARS) + "...";
        int answer = JOptionPane.showConfirmDialog(
                // A text of Swing that begins with <html> would be shown as such.
                over, "The program wants to open\n " + shown, "Open a link?", JOptionPane.YES_NO_OPTION);
        if (answer == JOptionPane.YES_OPTION) {
            try {
                Desktop.getDesktop().browse(URI.create(link));
            } catch (IOException | UnsupportedOperationException e) {
                LOG.warn("A link cannot be opened: {}", link, e);
            }
        }
    }
}
