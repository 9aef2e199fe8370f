package cc.node.launch;

import cc.protocol.message.MachineEntry;
import cc.protocol.message.MachineStatus;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The machine on which a program that may run anywhere runs best: the one whose processors have most to spare, of those
 * that have memory to spare.
 *
 * @param why for people
 */
public record Placement(String machine, String why) {
    private static final double MEMORY_SPARE = 0.1;

    /** @throws IOException if no machine fits */
    public static Placement leastLoaded(List<MachineEntry> machines) throws IOException {
        MachineEntry best = machines.stream()
                .filter(MachineEntry::hasStatus)
                .filter(machine -> hasMemory(machine.getStatus()))
                .max(Comparator.comparingDouble(Placement::idleProcessors)
                        .thenComparing(MachineEntry::getHere)
                        .thenComparing(machine -> machine.getStatus().getMemoryAvailableBytes()))
                .orElseThrow(() -> new IOException("no machine has a tenth of its memory free; 'cc nodes' lists them"));
        return new Placement(
                best.getName(),
                String.format(
                        Locale.ROOT,
                        "%s has %.1f of %d processors idle, the most of %d machines",
                        best.getName(),
                        idleProcessors(best),
                        best.getStatus().getProcessors(),
                        machines.size()));
    }

    private static boolean hasMemory(MachineStatus status) {
        return status.getMemoryAvailableBytes() >= status.getMemoryBytes() * MEMORY_SPARE;
    }

    private static double idleProcessors(MachineEntry machine) {
        return machine.getStatus().getProcessors() * (1 - machine.getStatus().getProcessorLoad());
    }
}
