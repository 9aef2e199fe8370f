package cc.node.cli;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** The desktop's browser, where there is a desktop. */
final class Browser {
    private static final String OPENER = "xdg-open";

    /** Makes an address just before it is opened: an address works once. */
    interface AddressSource {
        String get() throws IOException;
    }

    private Browser() {}

    /** Opens the address; does nothing on a machine without a desktop. */
    static void open(AddressSource address) throws IOException {
        if (!hasDesktop()) {
            return;
        }
        new ProcessBuilder(OPENER, address.get())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }

    private static boolean hasDesktop() {
        if (System.getenv("DISPLAY") == null && System.getenv("WAYLAND_DISPLAY") == null) {
            return false;
        }
        String path = System.getenv("PATH");
        if (path == null) {
            return false;
        }
        for (String folder : path.split(File.pathSeparator)) {
            if (new File(folder, OPENER).canExecute()) {
                return true;
            }
        }
        return false;
    }
}
