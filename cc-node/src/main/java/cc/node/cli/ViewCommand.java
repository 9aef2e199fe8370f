package cc.node.cli;

import cc.node.viewer.NativeViewerProcess;
import cc.node.viewer.NativeViewerProcess.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cc view}: an address for somebody to look on, or to take part. */
@Command(
        name = "view",
        description = {"Prints (and opens) an address that shows a program.", "It works once."},
        mixinStandardHelpOptions = true)
final class ViewCommand implements Callable<Integer> {
    private enum Screen {
        WEB,
        NATIVE
    }

    @Parameters(arity = "0..1", paramLabel = "APP", description = "the program; may be left out if there is only one")
    private String program = "";

    @Option(names = "--control", description = "whoever opens it may use keyboard and pointer, not only look")
    private boolean control;

    @Option(names = "--screen", paramLabel = "WHERE", description = "web (default) or native: windows of this desktop")
    private Screen screen = Screen.WEB;

    @Option(names = "--no-open", description = "print the address, but do not open a browser")
    private boolean noOpen;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (screen == Screen.NATIVE) {
            NativeViewerProcess.start(program, control ? Role.CONTROL : Role.VIEW);
            return 0;
        }
        spec.commandLine().getOut().println(NodeClient.viewerAddress(program, control));
        spec.commandLine().getOut().flush();
        if (!noOpen) {
            Browser.open(() -> NodeClient.viewerAddress(program, control));
        }
        return 0;
    }
}
