package cc.node.community;

import cc.node.message.Coordinator;
import cc.node.message.MachineRecord;
import cc.node.registry.Entry;
import cc.node.registry.Registry;
import cc.node.trust.NodeName;
import cc.protocol.message.MachineEntry;
import cc.protocol.message.MachineStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** All machines of the community, as they are told to people. */
final class Roster {
    private Roster() {}

    /** @return by name */
    static List<MachineEntry> read(Registry registry, NodeName self) throws IOException {
        Map<String, Entry> present = registry.list(Folders.PRESENT).stream()
                .collect(Collectors.toMap(entry -> entry.key().name(), entry -> entry));
        Set<String> coordinators = CoordinationBook.read(registry).getCoordinatorsList().stream()
                .filter(one -> !CoordinatorPlan.isNew(one))
                .map(Coordinator::getMachine)
                .collect(Collectors.toSet());
        List<MachineEntry> machines = new ArrayList<>();
        for (Entry entry : registry.list(Folders.MACHINES)) {
            String machine = entry.key().name();
            MachineRecord record = MachineRecord.parseFrom(entry.value());
            MachineEntry.Builder told = MachineEntry.newBuilder()
                    .setName(machine)
                    .setAddress(record.getAddress())
                    .setHere(machine.equals(self.text()))
                    .setJoinedEpochMillis(record.getJoinedEpochMillis())
                    .setKeepsRegistry(coordinators.contains(machine));
            Entry status = present.get(machine);
            if (status != null) {
                told.setStatus(MachineStatus.parseFrom(status.value()));
            }
            machines.add(told.build());
        }
        return machines;
    }
}
