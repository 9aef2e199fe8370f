package cc.node.community;

import cc.node.message.CoordinationRecord;
import cc.node.message.Coordinator;
import cc.node.message.CoordinatorState;
import cc.node.message.RegistryServer;
import cc.node.peer.PeerAddress;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which machines are to be coordinators: three as soon as there are three, else one. Two would be worse than one, since
 * either's death would stop them. Who is one stays one; whoever comes anew has to be there.
 */
final class CoordinatorPlan {
    private static final int MOST = 3;
    private static final int MAX_SERVER = 255;

    private final boolean serversHere;

    /** @param serversHere whether coordinators have servers of the registry, too */
    CoordinatorPlan(boolean serversHere) {
        this.serversHere = serversHere;
    }

    /**
     * A machine of the community.
     *
     * @param settled whether it has been present for a while, so that it is worth while to rely on it
     */
    record Machine(
            String name,
            PeerAddress address,
            long joinedEpochMillis,
            boolean leaving,
            boolean present,
            boolean settled) {}

    /** What the record is to be next; the same if nothing is to be changed, or nothing can be. */
    CoordinationRecord next(CoordinationRecord now, List<Machine> machines) {
        Map<String, Machine> staying = machines.stream()
                .filter(machine -> !machine.leaving())
                .collect(Collectors.toMap(Machine::name, Function.identity()));
        List<Coordinator> deciding = order(now, staying);
        List<Coordinator> begun = now.getCoordinatorsList().stream()
                .filter(one -> isNew(one) && isPresent(one, staying))
                .toList();
        // Who leaves needs an heir at once, whoever that may be.
        boolean urgent = now.getCoordinatorsList().stream().anyMatch(one -> !staying.containsKey(one.getMachine()));
        Set<String> taken = names(now.getCoordinatorsList());
        List<Machine> candidates = staying.values().stream()
                .filter(machine ->
                        machine.present() && (urgent || machine.settled()) && !taken.contains(machine.name()))
                .sorted(Comparator.comparingLong(Machine::joinedEpochMillis).thenComparing(Machine::name))
                .toList();
        boolean enough = staying.size() >= MOST && deciding.size() + begun.size() + candidates.size() >= MOST;
        int wanted = enough ? MOST : 1;
        Set<String> chosen = names(
                Stream.concat(deciding.stream(), begun.stream()).limit(wanted).toList());
        CoordinationRecord.Builder next = now.toBuilder().clearCoordinators();
        for (Coordinator one : now.getCoordinatorsList()) {
            if (chosen.contains(one.getMachine())) {
                next.addCoordinators(isLeaving(one) ? with(one, CoordinatorState.COORDINATOR_STATE_ACTING) : one);
            } else if (one.getState() != CoordinatorState.COORDINATOR_STATE_APPOINTED) {
                next.addCoordinators(with(one, CoordinatorState.COORDINATOR_STATE_LEAVING));
            }
        }
        candidates.stream().limit(wanted - chosen.size()).forEach(machine -> appoint(next, machine));
        return next.build();
    }

    /** Those who decide and may go on doing so, the best first: not dismissed yet, there, and for the longest time. */
    private static List<Coordinator> order(CoordinationRecord now, Map<String, Machine> staying) {
        return now.getCoordinatorsList().stream()
                .filter(one -> !isNew(one) && staying.containsKey(one.getMachine()))
                .sorted(Comparator.comparing(CoordinatorPlan::isLeaving).thenComparing(one -> !isPresent(one, staying)))
                .toList();
    }

    private static boolean isPresent(Coordinator coordinator, Map<String, Machine> machines) {
        Machine machine = machines.get(coordinator.getMachine());
        return machine != null && machine.present();
    }

    /** Whether the record tells of a change that is under way. */
    static boolean isUnderWay(CoordinationRecord record) {
        return record.getCoordinatorsList().stream().anyMatch(one -> isNew(one) || isLeaving(one));
    }

    /** Whether all whom the record appoints are ready, so that those who decide can be changed. */
    static boolean canBeDone(CoordinationRecord record) {
        return record.getCoordinatorsList().stream()
                .noneMatch(one -> one.getState() == CoordinatorState.COORDINATOR_STATE_APPOINTED);
    }

    /** The record when the change is done. */
    static CoordinationRecord done(CoordinationRecord record) {
        CoordinationRecord.Builder done = record.toBuilder().clearCoordinators();
        for (Coordinator coordinator : record.getCoordinatorsList()) {
            if (!isLeaving(coordinator)) {
                done.addCoordinators(with(coordinator, CoordinatorState.COORDINATOR_STATE_ACTING));
            }
        }
        return done.build();
    }

    /** The record with one machine's state changed. */
    static CoordinationRecord with(CoordinationRecord record, String machine, CoordinatorState state) {
        CoordinationRecord.Builder changed = record.toBuilder().clearCoordinators();
        record.getCoordinatorsList()
                .forEach(one -> changed.addCoordinators(one.getMachine().equals(machine) ? with(one, state) : one));
        return changed.build();
    }

    /**
     * Who carries a change out: the first of those who decide that is there; of these, one that is to stay.
     *
     * @return empty: nobody is there
     */
    static String steward(CoordinationRecord record, Set<String> present) {
        return record.getCoordinatorsList().stream()
                .filter(one -> !isNew(one) && present.contains(one.getMachine()))
                .min(Comparator.comparing(CoordinatorPlan::isLeaving))
                .map(Coordinator::getMachine)
                .orElse("");
    }

    static boolean isNew(Coordinator coordinator) {
        return coordinator.getState() == CoordinatorState.COORDINATOR_STATE_APPOINTED
                || coordinator.getState() == CoordinatorState.COORDINATOR_STATE_READY;
    }

    static boolean isLeaving(Coordinator coordinator) {
        return coordinator.getState() == CoordinatorState.COORDINATOR_STATE_LEAVING;
    }

    private void appoint(CoordinationRecord.Builder record, Machine machine) {
        Coordinator.Builder coordinator = Coordinator.newBuilder()
                .setMachine(machine.name())
                .setState(CoordinatorState.COORDINATOR_STATE_APPOINTED);
        if (serversHere) {
            // Never a number that was used lately: whoever has it might come back.
            int number = record.getLastServer();
            Set<Integer> used = new HashSet<>();
            record.getCoordinatorsList().forEach(one -> used.add(one.getServer().getId()));
            do {
                number = number % MAX_SERVER + 1;
            } while (used.contains(number));
            RegistryServer server = RegistryPorts.server(number, machine.name(), machine.address());
            coordinator.setServer(server);
            record.setLastServer(number);
        }
        record.addCoordinators(coordinator);
    }

    private static Coordinator with(Coordinator coordinator, CoordinatorState state) {
        return coordinator.toBuilder().setState(state).build();
    }

    /** The place of a machine, if it has one. */
    static Optional<Coordinator> of(CoordinationRecord record, String machine) {
        return record.getCoordinatorsList().stream()
                .filter(one -> one.getMachine().equals(machine))
                .findFirst();
    }

    /** Those that decide already. */
    static List<Coordinator> deciding(CoordinationRecord record) {
        return record.getCoordinatorsList().stream().filter(one -> !isNew(one)).toList();
    }

    static List<RegistryServer> servers(List<Coordinator> coordinators) {
        return coordinators.stream()
                .filter(Coordinator::hasServer)
                .map(Coordinator::getServer)
                .toList();
    }

    private static Set<String> names(List<Coordinator> coordinators) {
        return coordinators.stream().map(Coordinator::getMachine).collect(Collectors.toUnmodifiableSet());
    }
}
