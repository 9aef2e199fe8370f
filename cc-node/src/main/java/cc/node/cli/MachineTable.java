package cc.node.cli;

import cc.protocol.message.MachineEntry;
import cc.protocol.message.MachineStatus;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The machines of a community, for people. */
final class MachineTable {
    private static final double BYTES_PER_GB = 1 << 30;
    private static final Pattern FIRST_NUMBER = Pattern.compile("^(?:1\\.)?(\\d+).*$");
    private static final String UNKNOWN = "-";

    private MachineTable() {}

    static Table of(List<MachineEntry> machines) {
        Table table = new Table()
                .words("NAME")
                .words("ADDRESS")
                .quantities("CPU")
                .quantities("MEMORY")
                .words("SCREENS")
                .words("INPUTS")
                .quantities("UP")
                .words("JAVA");
        machines.forEach(machine -> addRow(table, machine));
        return table;
    }

    private static void addRow(Table table, MachineEntry machine) {
        String name = machine.getName() + (machine.getHere() ? " *" : "");
        if (!machine.hasStatus()) {
            table.row(name, machine.getAddress(), UNKNOWN, "away", UNKNOWN, UNKNOWN, UNKNOWN);
            return;
        }
        MachineStatus status = machine.getStatus();
        table.row(
                name,
                machine.getAddress(),
                Math.round(status.getProcessorLoad() * 100) + "%",
                memory(status),
                String.join(",", status.getScreensList()),
                String.join(",", status.getInputsList()),
                Age.since(status.getSinceEpochMillis()),
                status.getRuntimesList().stream()
                        .map(MachineTable::release)
                        .distinct()
                        .collect(Collectors.joining(",")));
    }

    /** What people call a Java version by: 17 for 17.0.13+11, 8 for 1.8.0_412. */
    private static String release(String version) {
        return FIRST_NUMBER.matcher(version).replaceFirst("$1");
    }

    /** What is in use, of what there is. */
    private static String memory(MachineStatus status) {
        return String.format(
                Locale.ROOT,
                "%.1f/%.0f GB",
                (status.getMemoryBytes() - status.getMemoryAvailableBytes()) / BYTES_PER_GB,
                status.getMemoryBytes() / BYTES_PER_GB);
    }
}
