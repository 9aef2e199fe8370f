package cc.node.cli;

import cc.protocol.message.ChangeRoutes;
import cc.protocol.message.MachineChange;
import cc.protocol.message.Routes;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code cc input}: whose keyboard and pointer drive a program, wherever it shows. */
@Command(
        name = "input",
        description = {
            "Lets keyboard and pointer of other machines drive a program.",
            "It may show anywhere. A machine that shows it uses its windows; on another with a desktop a small"
                    + " window opens for that.",
            "All other machines can only look on."
        },
        mixinStandardHelpOptions = true)
final class InputCommand implements Callable<Integer> {
    /** Instead of a machine's name: whoever sees the program and may. */
    private static final String ANY = "any";

    @Parameters(paramLabel = "APP", description = "the application's name or id; 'cc ps' lists them")
    @SuppressWarnings("NullAway.Init")
    private String application;

    @ArgGroup(exclusive = true, multiplicity = "1")
    @SuppressWarnings("NullAway.Init")
    private Change change;

    private static final class Change {
        @Option(
                names = "--from",
                split = ",",
                paramLabel = "MACHINE",
                description = "this machine (or these) and no other; 'any': every machine that shows it")
        private List<String> from = List.of();

        @Option(names = "--also-from", split = ",", paramLabel = "MACHINE", description = "this machine too")
        private List<String> alsoFrom = List.of();

        @Option(names = "--not-from", split = ",", paramLabel = "MACHINE", description = "not this machine any more")
        private List<String> notFrom = List.of();
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        boolean anybody = change.from.equals(List.of(ANY));
        Routes routes = NodeClient.changeRoutes(ChangeRoutes.newBuilder()
                .setApplication(application)
                .setInputs((anybody ? MachineChange.newBuilder().setReplace(true) : NodeClient.only(change.from))
                        .addAllAdd(change.alsoFrom)
                        .addAllRemove(change.notFrom)));
        spec.commandLine()
                .getOut()
                .println(routes.getApplication() + " is driven from "
                        + (routes.getInputsCount() == 0
                                ? "every machine that shows it"
                                : String.join(", ", routes.getInputsList())));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
