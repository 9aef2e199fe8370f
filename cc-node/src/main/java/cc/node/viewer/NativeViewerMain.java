package cc.node.viewer;

import cc.input.awt.AwtKeys;
import cc.node.NodeConnection;
import cc.protocol.message.Hello;
import cc.protocol.message.ViewerHello;
import cc.screen.nativ.NativeViewer;
import java.awt.AWTError;
import java.io.IOException;

/**
 * A process that shows one program as windows of this desktop and ends with it. Apart from the node, since the node runs
 * without a desktop and outlives it. Arguments: the program's name, and {@code control} or {@code view}.
 */
public final class NativeViewerMain {
    private static final int EXIT_FAILED = 1;

    private NativeViewerMain() {}

    public static void main(String[] arguments) {
        int exitCode = 0;
        try {
            String reason = show(arguments[0], arguments[1].equals("control"));
            System.err.println("cc: " + arguments[0] + " is no longer shown: " + reason);
        } catch (IOException | AWTError e) {
            System.err.println("cc: " + arguments[0] + " cannot be shown: " + e.getMessage());
            exitCode = EXIT_FAILED;
        }
        System.exit(exitCode);
    }

    private static String show(String program, boolean control) throws IOException {
        Hello.Builder hello = Hello.newBuilder()
                .setViewer(ViewerHello.newBuilder().setProgram(program).setControl(control));
        try (NodeConnection.Greeted node = NodeConnection.greet(hello)) {
            return NativeViewer.run(node.channel(), AwtKeys::translate);
        }
    }
}
