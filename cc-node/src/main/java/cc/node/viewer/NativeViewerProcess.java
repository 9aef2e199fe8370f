package cc.node.viewer;

import cc.node.Installation;
import cc.protocol.link.ShellProcess;
import java.io.IOException;

/** Shows a program as windows of this desktop, by a process of its own that lives as long as the program. */
public final class NativeViewerProcess {
    private static final String MAIN_CLASS = "cc.node.viewer.NativeViewerMain";

    private NativeViewerProcess() {}

    /** Whether this process's environment names a desktop. */
    public static boolean hasDesktop() {
        return System.getenv("DISPLAY") != null;
    }

    /** @param program its name at the node */
    public static Process start(String program, boolean control) throws IOException {
        if (!hasDesktop()) {
            throw new IOException("there is no desktop here (DISPLAY is not set); use --screen web");
        }
        return ShellProcess.java(Installation.current().home(), MAIN_CLASS, program, control ? "control" : "view")
                .inheritIO()
                .start();
    }
}
