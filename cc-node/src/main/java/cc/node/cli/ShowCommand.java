package cc.node.cli;

import cc.protocol.message.ChangeRoutes;
import cc.protocol.message.Routes;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cc show}: on which machines a program's windows are. */
@Command(
        name = "show",
        description = {
            "Moves a program's windows to other machines, or copies them.",
            "There they are windows of the desktop, if there is one, and 'cc view' prints an address for browsers.",
            "Where the node runs without a desktop, 'cc screen-proxy' gives it that of whoever is logged in."
        },
        mixinStandardHelpOptions = true)
final class ShowCommand implements Callable<Integer> {
    @Parameters(paramLabel = "APP", description = "the application's name or id; 'cc ps' lists them")
    @SuppressWarnings("NullAway.Init")
    private String application;

    @ArgGroup(exclusive = true, multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Change change;

    private static final class Change {
        @Option(
                names = "--on",
                split = ",",
                paramLabel = "MACHINE",
                description = "move the windows to this machine (or these)")
        private List<String> on = List.of();

        @Option(
                names = "--also-on",
                split = ",",
                paramLabel = "MACHINE",
                description = "show the same windows on this machine too")
        private List<String> alsoOn = List.of();

        @Option(
                names = "--not-on",
                split = ",",
                paramLabel = "MACHINE",
                description = "take the windows away from this machine")
        private List<String> notOn = List.of();
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Routes routes = NodeClient.changeRoutes(ChangeRoutes.newBuilder()
                .setApplication(application)
                .setScreens(NodeClient.only(change.on).addAllAdd(change.alsoOn).addAllRemove(change.notOn)));
        spec.commandLine().getOut().println(told(routes));
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** Where an application shows, and what drives it if that is not the same, for people. */
    static String told(Routes routes) {
        return routes.getApplication()
                + (routes.getScreensCount() == 0
                        ? " shows on no machine"
                        : " shows on " + String.join(", ", routes.getScreensList()))
                + (routes.getInputsCount() == 0 ? "" : ", driven from " + String.join(", ", routes.getInputsList()));
    }
}
