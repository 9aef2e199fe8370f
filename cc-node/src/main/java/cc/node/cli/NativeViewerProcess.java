package cc.node.cli;

import cc.node.Installation;
import java.io.IOException;
import java.util.List;

/** Shows a program as windows of this desktop, by a process of its own that lives as long as the program. */
final class NativeViewerProcess {
    private static final String MAIN_CLASS = "cc.node.viewer.NativeViewerMain";

    private NativeViewerProcess() {}

    /** @param program its name at the node */
    static void start(String program, boolean control) throws IOException {
        if (System.getenv("DISPLAY") == null) {
            throw new IOException("there is no desktop here (DISPLAY is not set); use --screen web");
        }
        Installation installation = Installation.current();
        new ProcessBuilder(List.of(
                        Installation.java().toString(),
                        "-XX:+UseSerialGC",
                        "-Dcc.home=" + installation.home(),
                        "-cp",
                        installation.classPath(),
                        MAIN_CLASS,
                        program,
                        control ? "control" : "view"))
                .inheritIO()
                .start();
    }
}
