package cc.node.cli;

import cc.node.NodeConnection;
import cc.protocol.message.ApplicationEntry;
import cc.protocol.message.ApplicationList;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cc ps}: what runs. */
@Command(
        name = "ps",
        description = {"Lists the applications of the community.", "Of a machine that belongs to none, its own."},
        mixinStandardHelpOptions = true)
final class PsCommand implements Callable<Integer> {
    private static final double BYTES_PER_MB = 1 << 20;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final String ALONE = "%-20s %8s %7s %7s %8s  %s%n";
    private static final String MEMBER = "%-20s %-8s %-12s %-12s %-12s %-5s %9s %9s %8s%n";

    @Option(names = "--json", description = "for other programs to read")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        ApplicationList applications;
        try {
            applications = NodeClient.applications();
        } catch (NodeConnection.NoNodeException e) {
            applications = ApplicationList.getDefaultInstance();
        }
        List<ApplicationEntry> all = applications.getApplicationsList();
        if (json) {
            out.println(Json.array(all.stream().map(PsCommand::json).toList()));
        } else if (applications.getMember()) {
            out.printf(MEMBER, "NAME", "ID", "MACHINE", "SCREENS", "INPUTS", "STATE", "CPU TIME", "MEMORY", "AGE");
            all.forEach(application -> memberRow(out, application));
        } else {
            out.printf(ALONE, "NAME", "PID", "WINDOWS", "VIEWERS", "AGE", "RUNTIME");
            all.forEach(application -> out.printf(
                    ALONE,
                    application.getName(),
                    application.getPid(),
                    application.getCost().getWindows(),
                    application.getCost().getViewers(),
                    Age.since(application.getStartedEpochMillis()),
                    application.getRuntime()));
        }
        out.flush();
        return 0;
    }

    private static void memberRow(PrintWriter out, ApplicationEntry application) {
        boolean known = application.hasCost();
        out.printf(
                MEMBER,
                application.getName(),
                application.getId(),
                application.getMachine(),
                names(application.getScreensList(), "-"),
                names(application.getInputsList(), "any"),
                state(application),
                known
                        ? String.format(
                                Locale.ROOT, "%.1fs", application.getCost().getProcessorMillis() / MILLIS_PER_SECOND)
                        : "-",
                known
                        ? String.format(
                                Locale.ROOT, "%.0f MB", application.getCost().getMemoryBytes() / BYTES_PER_MB)
                        : "-",
                application.getAway() ? "-" : Age.since(application.getStartedEpochMillis()));
    }

    private static String names(List<String> machines, String none) {
        return machines.isEmpty() ? none : String.join(",", machines);
    }

    private static String state(ApplicationEntry application) {
        return application.getAway() ? "away" : "runs";
    }

    private static String json(ApplicationEntry application) {
        Json.ObjectText text = new Json.ObjectText()
                .put("name", application.getName())
                .put("id", application.getId())
                .put("machine", application.getMachine())
                .put("screens", application.getScreensList())
                .put("inputs", application.getInputsList())
                .put("state", state(application))
                .put("pid", application.getPid())
                .put(
                        "started",
                        Instant.ofEpochMilli(application.getStartedEpochMillis())
                                .toString())
                .put("runtime", application.getRuntime());
        if (application.hasCost()) {
            text.put("windows", application.getCost().getWindows())
                    .put("viewers", application.getCost().getViewers())
                    .put("processorSeconds", application.getCost().getProcessorMillis() / MILLIS_PER_SECOND)
                    .put("memoryBytes", application.getCost().getMemoryBytes());
        }
        return text.toString();
    }
}
