package cc.node.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.protocol.message.MachineEntry;
import cc.protocol.message.MachineStatus;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PlacementTest {
    private static final Placement.Fit ANYTHING_FITS = machine -> {};

    @Test
    void theMostIdleProcessorsWinEvenIfMoreAreBusy() throws Exception {
        Placement placement = Placement.leastLoaded(
                List.of(machine("small", 2, 0.1, 50), machine("large", 16, 0.5, 50)), ANYTHING_FITS);
        assertThat(placement.machine()).isEqualTo("large");
        assertThat(placement.why()).contains("8.0 of 16");
    }

    @Test
    void aMachineWithoutMemoryOrAwayIsNotChosen() throws Exception {
        MachineEntry away = machine("away", 16, 0, 90).toBuilder().clearStatus().build();
        assertThat(Placement.leastLoaded(
                                List.of(away, machine("full", 16, 0, 5), machine("fits", 1, 0.9, 20)), ANYTHING_FITS)
                        .machine())
                .isEqualTo("fits");
        assertThatThrownBy(() -> Placement.leastLoaded(List.of(away), ANYTHING_FITS))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cc nodes");
    }

    @Test
    void aMachineThatLacksWhatIsNeededIsPassedOverAndNamed() throws Exception {
        List<MachineEntry> machines = List.of(machine("large", 16, 0, 50), machine("small", 2, 0, 50));
        Placement placement = Placement.leastLoaded(machines, PlacementTest::onlyTheSmall);
        assertThat(placement.machine()).isEqualTo("small");
        assertThat(placement.why()).contains("large has no file");
        assertThatThrownBy(() -> Placement.leastLoaded(machines.subList(0, 1), PlacementTest::onlyTheSmall))
                .hasMessageContaining("large has no file");
    }

    @Test
    void aProgramStaysHereWhileAProcessorIsIdle() throws Exception {
        assertThat(Placement.hereUnlessBusy(
                                List.of(here(machine("m1", 4, 0.7, 50)), machine("m2", 16, 0, 50)), ANYTHING_FITS)
                        .machine())
                .isEqualTo("m1");
    }

    @Test
    void aBusyMachineGivesItsProgramsToOneThatHasClearlyMoreToSpareAndFits() throws Exception {
        MachineEntry busy = here(machine("m1", 2, 0.9, 50));
        MachineEntry idle = machine("m2", 2, 0.1, 50);
        MachineEntry nearlyAsBusy = machine("m3", 2, 0.5, 50);
        MachineEntry small = machine("small", 2, 0, 50);

        Placement away = Placement.hereUnlessBusy(List.of(busy, idle, nearlyAsBusy), ANYTHING_FITS);
        assertThat(away.machine()).isEqualTo("m2");
        assertThat(away.why()).contains("m2 has 1.8 of 2", "m1 has 0.2 of 2");
        assertThat(Placement.hereUnlessBusy(List.of(busy, nearlyAsBusy), ANYTHING_FITS)
                        .machine())
                .isEqualTo("m1");
        assertThat(Placement.hereUnlessBusy(List.of(busy, idle, small), PlacementTest::onlyTheSmall)
                        .machine())
                .isEqualTo("small");
        assertThat(Placement.hereUnlessBusy(List.of(busy, idle), PlacementTest::onlyTheSmall))
                .satisfies(stays -> {
                    assertThat(stays.machine()).isEqualTo("m1");
                    assertThat(stays.why()).contains("m2 has no file");
                });
    }

    private static void onlyTheSmall(MachineEntry machine) throws IOException {
        if (!machine.getName().equals("small")) {
            throw new IOException(machine.getName() + " has no file app.jar");
        }
    }

    private static MachineEntry here(MachineEntry machine) {
        return machine.toBuilder().setHere(true).build();
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
