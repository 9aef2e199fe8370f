package cc.node.viewer;

import cc.input.awt.AwtKeys;
import cc.node.NodeConnection;
import cc.node.viewer.NativeViewerProcess.Role;
import cc.protocol.message.Hello;
import cc.protocol.message.ViewerHello;
import cc.screen.nativ.InputViewer;
import cc.screen.nativ.NativeViewer;
import java.awt.AWTError;
import java.io.IOException;
import java.util.Locale;

/**
 * A process that shows or drives one program on this desktop and ends with it. Apart from the node, since the node runs
 * without a desktop and outlives it. Arguments: the program's name at the
 * node, a {@link Role} in small letters, what people call the program, and whose node it is; empty: this user's.
 */
public final class NativeViewerMain {
    private static final int EXIT_FAILED = 1;

    private NativeViewerMain() {}

    public static void main(String[] arguments) {
        int exitCode = 0;
        String title = arguments[2];
        Role role = Role.valueOf(arguments[1].toUpperCase(Locale.ROOT));
        String shown = role == Role.INPUT ? "driven from here" : "shown";
        try {
            System.err.println(
                    "cc: " + title + " is no longer " + shown + ": " + serve(arguments[0], role, title, arguments[3]));
        } catch (IOException | AWTError e) {
            System.err.println("cc: " + title + " cannot be " + shown + ": " + e.getMessage());
            exitCode = EXIT_FAILED;
        }
        System.exit(exitCode);
    }

    private static String serve(String program, Role role, String title, String nodeUser) throws IOException {
        Hello.Builder hello = Hello.newBuilder()
                .setViewer(ViewerHello.newBuilder()
                        .setProgram(program)
                        .setControl(role != Role.VIEW)
                        .setWithoutPictures(role == Role.INPUT));
        try (NodeConnection.Greeted node = NodeConnection.greet(nodeUser, hello)) {
            return role == Role.INPUT
                    ? InputViewer.run(node.channel(), title, AwtKeys::translate)
                    : NativeViewer.run(node.channel(), AwtKeys::translate);
        }
    }
}
