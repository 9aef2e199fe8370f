package cc.node.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code cc kill}: ends programs on any machine. */
@Command(
        name = "kill",
        description = "Asks programs to end, wherever in the community they run.",
        mixinStandardHelpOptions = true)
final class KillCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "APP", description = "names or ids; 'cc ps' lists them")
    private List<String> applications = List.of();

    @Option(names = "--force", description = "do not ask: for programs that do not listen (SIGKILL)")
    private boolean force;

    @Override
    public Integer call() throws Exception {
        for (String application : applications) {
            SignalCommand.send(application, force ? "KILL" : "TERM");
        }
        return 0;
    }
}
