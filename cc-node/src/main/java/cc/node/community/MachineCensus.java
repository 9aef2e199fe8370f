package cc.node.community;

import cc.node.message.MachineRecord;
import cc.node.peer.PeerAddress;
import cc.node.registry.Entry;
import cc.node.registry.Registry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a plan has to know of the community's machines. All methods may be called by any thread. */
final class MachineCensus {
    private final Registry registry;
    private final PresentMachines present;

    /** @param settle how long a machine has to be there before it counts as settled */
    MachineCensus(Registry registry, Duration settle) {
        this.registry = registry;
        this.present = new PresentMachines(settle);
    }

    List<CoordinatorPlan.Machine> machines() throws IOException {
        present.look(registry.list(Folders.PRESENT));
        List<CoordinatorPlan.Machine> machines = new ArrayList<>();
        for (Entry entry : registry.list(Folders.MACHINES)) {
            String name = entry.key().name();
            MachineRecord record = MachineRecord.parseFrom(entry.value());
            machines.add(new CoordinatorPlan.Machine(
                    name,
                    PeerAddress.parse(record.getAddress()),
                    record.getJoinedEpochMillis(),
                    record.getLeaving(),
                    present.contains(name),
                    present.isSettled(name)));
        }
        return machines;
    }
}
