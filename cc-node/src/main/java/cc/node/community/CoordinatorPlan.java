package cc.node.community;

import cc.node.message.CoordinationRecord;
import cc.node.message.Coordinator;
import cc.node.message.CoordinatorState;
import cc.node.message.RegistryServer;
import cc.node.peer.PeerAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

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

    /** A machine of the community. */
    record Machine(String name, PeerAddress address, long joinedEpochMillis, boolean present) {}

    /** What the record is to be next; the same if nothing is to be changed, or nothing can be. */
    CoordinationRecord next(CoordinationRecord now, List<Machine> machines) {
        Map<String, Machine> known = machines.stream().collect(Collectors.toMap(Machine::name, Function.identity()));
        List<Coordinator> all = new ArrayList<>();
        for (Coordinator coordinator : now.getCoordinatorsList()) {
            Machine machine = known.get(coordinator.getMachine());
            if (isNew(coordinator)) {
                if (machine != null && machine.present()) {
                    all.add(coordinator);
                }
            } else {
                all.add(machine == null ? with(coordinator, CoordinatorState.COORDINATOR_STATE_LEAVING) : coordinator);
            }
        }
        Set<String> leaving = names(all, CoordinatorPlan::isLeaving);
        Set<String> taken = names(all, one -> true);
        List<Machine> candidates = machines.stream()
                .filter(machine -> machine.present() && !taken.contains(machine.name()))
                .sorted(Comparator.comparingLong(Machine::joinedEpochMillis).thenComparing(Machine::name))
                .toList();
        long remaining = machines.stream()
                .filter(machine -> !leaving.contains(machine.name()))
                .count();
        int staying = all.size() - leaving.size();
        int wanted = remaining >= MOST && staying + candidates.size() >= MOST ? MOST : 1;
        CoordinationRecord.Builder next = now.toBuilder().clearCoordinators().addAllCoordinators(all);
        if (staying < wanted) {
            candidates.stream().limit(wanted - staying).forEach(machine -> appoint(next, machine));
        } else if (staying > wanted) {
            dismiss(next, staying - wanted, machines);
        }
        return next.build();
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

    /** Those who have not begun go first, then those who are away, then those who came last. */
    private static void dismiss(CoordinationRecord.Builder record, int count, List<Machine> machines) {
        Set<String> present =
                machines.stream().filter(Machine::present).map(Machine::name).collect(Collectors.toSet());
        List<Coordinator> order = record.getCoordinatorsList().stream()
                .filter(one -> !isLeaving(one))
                .sorted(Comparator.comparing(CoordinatorPlan::isNew)
                        .thenComparing(one -> !present.contains(one.getMachine())))
                .toList();
        Set<String> dismissed = order.subList(order.size() - count, order.size()).stream()
                .map(Coordinator::getMachine)
                .collect(Collectors.toSet());
        List<Coordinator> before = List.copyOf(record.getCoordinatorsList());
        record.clearCoordinators();
        for (Coordinator one : before) {
            if (!dismissed.contains(one.getMachine())) {
                record.addCoordinators(one);
            } else if (!isNew(one)) {
                record.addCoordinators(with(one, CoordinatorState.COORDINATOR_STATE_LEAVING));
            }
        }
    }

    private static Coordinator with(Coordinator coordinator, CoordinatorState state) {
        return coordinator.toBuilder().setState(state).build();
    }

    private static Set<String> names(List<Coordinator> coordinators, Predicate<Coordinator> which) {
        return coordinators.stream().filter(which).map(Coordinator::getMachine).collect(Collectors.toUnmodifiableSet());
    }
}
