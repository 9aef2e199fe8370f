package cc.node.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.protocol.message.MachineEntry;
import cc.protocol.message.MachineStatus;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlacementTest {
    @Test
    void theMostIdleProcessorsWinEvenIfMoreAreBusy() throws Exception {
        Placement placement =
                Placement.leastLoaded(List.of(machine("small", 2, 0.1, 50), machine("large", 16, 0.5, 50)));
        assertThat(placement.machine()).isEqualTo("large");
        assertThat(placement.why()).contains("8.0 of 16");
    }

    @Test
    void aMachineWithoutMemoryOrAwayIsNotChosen() throws Exception {
        MachineEntry away = machine("away", 16, 0, 90).toBuilder().clearStatus().build();
        assertThat(Placement.leastLoaded(List.of(away, machine("full", 16, 0, 5), machine("fits", 1, 0.9, 20)))
                        .machine())
                .isEqualTo("fits");
        assertThatThrownBy(() -> Placement.leastLoaded(List.of(away)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cc nodes");
    }

    private static MachineEntry machine(String name, int processors, double load, int memoryPercentFree) {
        return MachineEntry.newBuilder()
                .setName(name)
                .setStatus(MachineStatus.newBuilder()
                        .setProcessors(processors)
                        .setProcessorLoad(load)
                        .setMemoryBytes(100)
                        .setMemoryAvailableBytes(memoryPercentFree))
                .build();
    }
}
