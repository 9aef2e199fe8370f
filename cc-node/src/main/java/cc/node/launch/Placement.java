package cc.node.launch;

import cc.protocol.message.MachineEntry;
import cc.protocol.message.MachineStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The machine on which a program that may run anywhere runs best: the one whose processors have most to spare, of those
 * that have memory to spare and what the program needs.
 *
 * @param why for people
 */
public record Placement(String machine, String why) {
    private static final double MEMORY_SPARE = 0.1;

    /** A machine that has so many idle keeps its people's programs. */
    private static final double ENOUGH_PROCESSORS = 1;

    /** What another machine must have idle beyond this one: a load that is seconds old is not exact. */
    private static final double CLEARLY_MORE_PROCESSORS = 1;

    /** Says what a machine lacks. */
    @FunctionalInterface
    public interface Fit {
        /** @throws IOException that names what it lacks */
        void require(MachineEntry machine) throws IOException;
    }

    /**
     * The least loaded machine, whichever it is.
     *
     * @throws IOException if none fits
     */
    public static Placement leastLoaded(List<MachineEntry> machines, Fit fit) throws IOException {
        List<String> unfit = new ArrayList<>();
        for (MachineEntry machine : ranked(machines)) {
            if (fits(machine, fit, unfit)) {
                return new Placement(
                        machine.getName(),
                        idle(machine) + " idle, the most of " + machines.size() + " machines" + told(unfit));
            }
        }
        throw new IOException(
                unfit.isEmpty()
                        ? "no machine has a tenth of its memory free; 'cc nodes' lists them"
                        : "no machine fits: " + String.join("; ", unfit));
    }

    /** This machine, unless its processors are busy and there is one that fits with clearly more to spare. */
    public static Placement hereUnlessBusy(List<MachineEntry> machines, Fit fit) throws IOException {
        Optional<MachineEntry> here = machines.stream()
                .filter(machine -> machine.getHere() && machine.hasStatus())
                .findFirst();
        if (here.isEmpty()) {
            return leastLoaded(machines, fit);
        }
        MachineEntry own = here.get();
        List<String> unfit = new ArrayList<>();
        double wanted = 0;
        if (hasMemory(own.getStatus())) {
            if (idleProcessors(own) >= ENOUGH_PROCESSORS) {
                return new Placement(own.getName(), idle(own) + " idle");
            }
            wanted = idleProcessors(own) + CLEARLY_MORE_PROCESSORS;
        }
        for (MachineEntry machine : ranked(machines)) {
            if (!machine.getHere() && idleProcessors(machine) >= wanted && fits(machine, fit, unfit)) {
                return new Placement(machine.getName(), idle(machine) + " idle, and " + idle(own) + told(unfit));
            }
        }
        return new Placement(own.getName(), "no other machine has clearly more idle and what it needs" + told(unfit));
    }

    private static List<MachineEntry> ranked(List<MachineEntry> machines) {
        return machines.stream()
                .filter(MachineEntry::hasStatus)
                .filter(machine -> hasMemory(machine.getStatus()))
                .sorted(Comparator.comparingDouble(Placement::idleProcessors)
                        .thenComparing(MachineEntry::getHere)
                        .thenComparing(machine -> machine.getStatus().getMemoryAvailableBytes())
                        .reversed())
                .toList();
    }

    private static boolean fits(MachineEntry machine, Fit fit, List<String> unfit) {
        try {
            fit.require(machine);
            return true;
        } catch (IOException e) {
            unfit.add(String.valueOf(e.getMessage()));
            return false;
        }
    }

    private static boolean hasMemory(MachineStatus status) {
        return status.getMemoryAvailableBytes() >= status.getMemoryBytes() * MEMORY_SPARE;
    }

    private static double idleProcessors(MachineEntry machine) {
        return machine.getStatus().getProcessors() * (1 - machine.getStatus().getProcessorLoad());
    }

    private static String idle(MachineEntry machine) {
        return String.format(
                Locale.ROOT,
                "%s has %.1f of %d processors",
                machine.getName(),
                idleProcessors(machine),
                machine.getStatus().getProcessors());
    }

    private static String told(List<String> unfit) {
        return unfit.isEmpty() ? "" : " (" + String.join("; ", unfit) + ")";
    }
}
