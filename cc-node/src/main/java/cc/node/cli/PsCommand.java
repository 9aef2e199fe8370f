package cc.node.cli;

import cc.node.NodeConnection;
import cc.protocol.message.ApplicationEntry;
import cc.protocol.message.ApplicationList;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cc ps}: what runs. */
@Command(
        name = "ps",
        description = {
            "Lists the applications of the community.",
            "Of a machine that belongs to none, its own.",
            "Under INPUTS, * marks the machine that drives a program now; any(M): any that shows it may, M does."
        },
        mixinStandardHelpOptions = true)
final class PsCommand implements Callable<Integer> {
    private static final double BYTES_PER_MB = 1 << 20;
    private static final double MILLIS_PER_SECOND = 1000;
    /** Nothing is there, or nothing is known. */
    private static final String NONE = "-";

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
        if (json) {
            out.println(Json.array(applications.getApplicationsList().stream()
                    .map(PsCommand::json)
                    .toList()));
        } else {
            (applications.getMember() ? ofCommunity(applications) : ofThisMachine(applications)).print(out);
        }
        out.flush();
        return 0;
    }

    private static Table ofThisMachine(ApplicationList applications) {
        Table table = new Table()
                .words("NAME")
                .quantities("PID")
                .quantities("WINDOWS")
                .quantities("VIEWERS")
                .quantities("CPU TIME")
                .quantities("MEMORY")
                .quantities("AGE")
                .words("RUNTIME");
        for (ApplicationEntry application : applications.getApplicationsList()) {
            table.row(
                    application.getName(),
                    application.getPid(),
                    application.getCost().getWindows(),
                    application.getCost().getViewers(),
                    processorTime(application),
                    memory(application),
                    Age.since(application.getStartedEpochMillis()),
                    application.getRuntime());
        }
        return table;
    }

    private static Table ofCommunity(ApplicationList applications) {
        Table table = new Table()
                .words("NAME")
                .words("ID")
                .words("MACHINE")
                .words("SCREENS")
                .words("INPUTS")
                .words("STATE")
                .quantities("CPU TIME")
                .quantities("MEMORY")
                .quantities("AGE");
        for (ApplicationEntry application : applications.getApplicationsList()) {
            table.row(
                    application.getName(),
                    application.getId(),
                    application.getMachine(),
                    screens(application),
                    inputs(application),
                    state(application),
                    processorTime(application),
                    memory(application),
                    isAway(application) ? NONE : Age.since(application.getStartedEpochMillis()));
        }
        return table;
    }

    private static String screens(ApplicationEntry application) {
        return application.getScreensCount() == 0
                ? NONE
                : application.getScreensList().stream()
                        .map(machine -> name(machine, application))
                        .collect(Collectors.joining(","));
    }

    /** Who drives it now is marked. */
    private static String inputs(ApplicationEntry application) {
        String driver = application.getCost().getDriver();
        if (application.getInputsCount() == 0) {
            return driver.isEmpty() ? "any" : "any(" + driver + ")";
        }
        return application.getInputsList().stream()
                .map(machine -> name(machine, application) + (machine.equals(driver) ? "*" : ""))
                .collect(Collectors.joining(","));
    }

    private static String name(String machine, ApplicationEntry application) {
        return application.getMachinesAwayList().contains(machine) ? machine + "(away)" : machine;
    }

    private static String processorTime(ApplicationEntry application) {
        return application.hasCost()
                ? String.format(Locale.ROOT, "%.1fs", application.getCost().getProcessorMillis() / MILLIS_PER_SECOND)
                : NONE;
    }

    private static String memory(ApplicationEntry application) {
        return application.hasCost()
                ? String.format(Locale.ROOT, "%.0f MB", application.getCost().getMemoryBytes() / BYTES_PER_MB)
                : NONE;
    }

    private static String state(ApplicationEntry application) {
        return isAway(application) ? "away" : "runs";
    }

    /** Whether the node of the application's machine does not run, or is cut off. */
    private static boolean isAway(ApplicationEntry application) {
        return application.getMachinesAwayList().contains(application.getMachine());
    }

    private static String json(ApplicationEntry application) {
        Json.ObjectText text = new Json.ObjectText()
                .put("name", application.getName())
                .put("id", application.getId())
                .put("machine", application.getMachine())
                .put("screens", application.getScreensList())
                .put("inputs", application.getInputsList())
                .put("machinesAway", application.getMachinesAwayList())
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
                    .put("driver", application.getCost().getDriver())
                    .put("processorSeconds", application.getCost().getProcessorMillis() / MILLIS_PER_SECOND)
                    .put("memoryBytes", application.getCost().getMemoryBytes());
        }
        return text.toString();
    }
}
