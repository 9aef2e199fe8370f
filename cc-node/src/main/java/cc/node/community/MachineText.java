package cc.node.community;

import cc.node.message.MachineRecord;
import cc.node.message.MachineStatus;
import cc.protocol.message.MachineEntry;
import org.jspecify.annotations.Nullable;

/** Makes of what the registry says about a machine what the {@code cc} command is told. */
final class MachineText {
    private MachineText() {}

    /** @param status null: the machine is away */
    static MachineEntry entry(String name, MachineRecord record, @Nullable MachineStatus status, boolean here) {
        MachineEntry.Builder entry = MachineEntry.newBuilder()
                .setName(name)
                .setAddress(record.getAddress())
                .setJoinedEpochMillis(record.getJoinedEpochMillis())
                .setKeepsRegistry(record.hasRegistry())
                .setHere(here)
                .setPresent(status != null);
        if (status != null) {
            entry.setSinceEpochMillis(status.getSinceEpochMillis())
                    .setProcessors(status.getProcessors())
                    .setProcessorLoad(status.getProcessorLoad())
                    .setMemoryBytes(status.getMemoryBytes())
                    .setMemoryAvailableBytes(status.getMemoryAvailableBytes())
                    .setProcessorPressure(status.getProcessorPressure())
                    .setMemoryPressure(status.getMemoryPressure())
                    .setIoPressure(status.getIoPressure())
                    .addAllRuntimes(status.getRuntimesList())
                    .setApplications(status.getApplications())
                    .setDesktop(status.getDesktop())
                    .setRelease(status.getRelease())
                    .setArchitecture(status.getArchitecture());
        }
        return entry.build();
    }
}
