package cc.node.viewer;

import cc.node.Installation;
import cc.protocol.link.ShellProcess;
import java.io.IOException;
import java.util.Locale;

/** Shows or drives a program on this desktop, by a process of its own that lives as long as the program. */
public final class NativeViewerProcess {
    private static final String MAIN_CLASS = "cc.node.viewer.NativeViewerMain";

    /** What the desktop is for the program. */
    public enum Role {
        /** Its windows show there, and can only be looked at. */
        VIEW,
        /** Its windows show there, and can be used. */
        CONTROL,
        /** It shows elsewhere; a small window takes keyboard and pointer. */
        INPUT
    }

    private NativeViewerProcess() {}

    /** Whether this process's environment names a desktop. */
    public static boolean hasDesktop() {
        return System.getenv("DISPLAY") != null;
    }

    /** @param program its name at the node */
    public static Process start(String program, Role role) throws IOException {
        return start(program, role, program);
    }

    /**
     * @param program its name at the node
     * @param title what people call it
     */
    public static Process start(String program, Role role, String title) throws IOException {
        return start(program, role, title, "");
    }

    /**
     * @param program its name at the node
     * @param title what people call it
     * @param nodeUser whose node; empty: this user's
     */
    public static Process start(String program, Role role, String title, String nodeUser) throws IOException {
        if (!hasDesktop()) {
            throw new IOException(
                    "there is no desktop here (DISPLAY is not set)" + (role == Role.INPUT ? "" : "; use --screen web"));
        }
        return ShellProcess.java(
                        Installation.current().home(),
                        MAIN_CLASS,
                        program,
                        role.name().toLowerCase(Locale.ROOT),
                        title,
                        nodeUser)
                .inheritIO()
                .start();
    }
}
