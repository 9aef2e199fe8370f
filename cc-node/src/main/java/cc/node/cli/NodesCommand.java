package cc.node.cli;

import cc.protocol.message.MachineEntry;
import cc.protocol.message.MachineStatus;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cc nodes}: the machines of the community. */
@Command(
        name = "nodes",
        description = "Lists the machines of the community with their load and memory.",
        mixinStandardHelpOptions = true)
final class NodesCommand implements Callable<Integer> {
    private static final double BYTES_PER_GB = 1 << 30;

    @Option(names = "--json", description = "for other programs to read")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        List<MachineEntry> machines = NodeClient.machines();
        if (json) {
            out.println(Json.array(machines.stream().map(NodesCommand::json).toList()));
        } else {
            Table table = new Table()
                    .words("NAME")
                    .words("ADDRESS")
                    .quantities("CPU")
                    .quantities("MEMORY FREE")
                    .quantities("APPS")
                    .words("DESKTOP")
                    .quantities("UP")
                    .words("JAVA");
            machines.forEach(machine -> addRow(table, machine));
            table.print(out);
        }
        out.flush();
        return 0;
    }

    private static void addRow(Table table, MachineEntry machine) {
        String name = machine.getName() + (machine.getHere() ? " *" : "");
        if (!machine.hasStatus()) {
            table.row(name, machine.getAddress(), "-", "away", "-", "-", "-");
            return;
        }
        MachineStatus status = machine.getStatus();
        table.row(
                name,
                machine.getAddress(),
                Math.round(status.getProcessorLoad() * 100) + "%",
                String.format(
                        Locale.ROOT,
                        "%.1f/%.1f GB",
                        status.getMemoryAvailableBytes() / BYTES_PER_GB,
                        status.getMemoryBytes() / BYTES_PER_GB),
                status.getApplications(),
                status.getDesktop() ? "yes" : "no",
                Age.since(status.getSinceEpochMillis()),
                String.join(" ", status.getRuntimesList()));
    }

    private static String json(MachineEntry machine) {
        Json.ObjectText text = new Json.ObjectText()
                .put("name", machine.getName())
                .put("address", machine.getAddress())
                .put("present", machine.hasStatus())
                .put("here", machine.getHere())
                .put("keepsRegistry", machine.getKeepsRegistry())
                .put(
                        "joined",
                        Instant.ofEpochMilli(machine.getJoinedEpochMillis()).toString());
        if (machine.hasStatus()) {
            MachineStatus status = machine.getStatus();
            text.put("since", Instant.ofEpochMilli(status.getSinceEpochMillis()).toString())
                    .put("processors", status.getProcessors())
                    .put("processorLoad", status.getProcessorLoad())
                    .put("memoryBytes", status.getMemoryBytes())
                    .put("memoryAvailableBytes", status.getMemoryAvailableBytes())
                    .put("processorPressure", status.getProcessorPressure())
                    .put("memoryPressure", status.getMemoryPressure())
                    .put("ioPressure", status.getIoPressure())
                    .put("runtimes", status.getRuntimesList())
                    .put("applications", status.getApplications())
                    .put("desktop", status.getDesktop())
                    .put("architecture", status.getArchitecture())
                    .put("processorFeatures", status.getProcessorFeaturesList())
                    .put("release", status.getRelease());
        }
        return text.toString();
    }
}
