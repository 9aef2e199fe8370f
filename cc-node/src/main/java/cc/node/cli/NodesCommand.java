package cc.node.cli;

import cc.protocol.message.MachineEntry;
import cc.protocol.message.MachineStatus;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code cc nodes}: the machines of the community. */
@Command(
        name = "nodes",
        description = {
            "Lists the machines of the community; * marks this one.",
            "SCREENS: where windows can show there: on the desktop of whoever sits there, and in browsers (web).",
            "INPUTS: what can drive from there what shows elsewhere: a window of that desktop, and 'cc input-proxy'"
                    + " (commands)."
        },
        mixinStandardHelpOptions = true)
final class NodesCommand implements Callable<Integer> {
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
            MachineTable.of(machines).print(out);
        }
        out.flush();
        return 0;
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
                    .put("screens", status.getScreensList())
                    .put("inputs", status.getInputsList())
                    .put("architecture", status.getArchitecture())
                    .put("processorFeatures", status.getProcessorFeaturesList())
                    .put("release", status.getRelease());
        }
        return text.toString();
    }
}
