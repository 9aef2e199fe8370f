package cc.node.cli;

import cc.node.NodeConnection;
import cc.protocol.message.ProgramEntry;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cc ps}: what runs. */
@Command(name = "ps", description = "Lists the programs that run here.", mixinStandardHelpOptions = true)
final class PsCommand implements Callable<Integer> {
    @Option(names = "--json", description = "for other programs to read")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<ProgramEntry> programs;
        try {
            programs = NodeClient.programs();
        } catch (NodeConnection.NoNodeException e) {
            programs = List.of();
        }
        if (json) {
            out.println(Json.array(programs.stream().map(PsCommand::json).toList()));
        } else {
            out.printf("%-20s %8s %7s %7s %8s  %s%n", "NAME", "PID", "WINDOWS", "VIEWERS", "AGE", "RUNTIME");
            for (ProgramEntry program : programs) {
                out.printf(
                        "%-20s %8d %7d %7d %8s  %s%n",
                        program.getName(),
                        program.getPid(),
                        program.getWindows(),
                        program.getViewers(),
                        Age.since(program.getStartedEpochMillis()),
                        program.getRuntime());
            }
        }
        out.flush();
        return 0;
    }

    private static String json(ProgramEntry program) {
        return new Json.ObjectText()
                .put("name", program.getName())
                .put("pid", program.getPid())
                .put("windows", program.getWindows())
                .put("viewers", program.getViewers())
                .put(
                        "started",
                        Instant.ofEpochMilli(program.getStartedEpochMillis()).toString())
                .put("runtime", program.getRuntime())
                .toString();
    }
}
