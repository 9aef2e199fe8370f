package cc.node.community;

import static cc.node.community.TestCommunity.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import cc.node.message.CoordinationRecord;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
@Timeout(180)
class PassingMachineTest {
    private static final int PASSES = 4;

    @Test
    void aThirdMachineThatLeavesWhileItIsCountedInIsAppointedOnceAndHarmsNobody(@TempDir Path folder) throws Exception {
        try (TestCommunity machines = new TestCommunity(folder)) {
            machines.found("m1");
            machines.join("m2", "m1");
            eventually(() -> machines.present("m1").equals(Set.of("m1", "m2")));
            for (int pass = 0; pass < PASSES; pass++) {
                int before = record(machines).getLastServer();
                machines.join("m3", "m1");
                eventually(() -> record(machines).getCoordinatorsCount() == 3);
                machines.leave("m3");
                eventually(() -> machines.coordinators("m2").equals(Set.of("m1"))
                        && machines.present("m2").equals(Set.of("m1", "m2")));
                // The second machine and the third, each once.
                assertThat(record(machines).getLastServer() - before).isEqualTo(2);
            }
        }
    }

    private static CoordinationRecord record(TestCommunity machines) throws Exception {
        return CoordinationBook.read(machines.registry("m1"));
    }
}
