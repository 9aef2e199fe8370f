package cc.node.community;

import static cc.node.community.TestCommunity.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Three machines keep their community together. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(180)
class QuorumTest {
    private TestCommunity machines;

    @BeforeEach
    void threeMachines(@TempDir Path folder) throws Exception {
        machines = new TestCommunity(folder);
        machines.found("m1");
        machines.join("m2", "m1");
        machines.join("m3", "m1");
        eventually(() -> machines.coordinators("m2").equals(Set.of("m1", "m2", "m3")));
    }

    @AfterEach
    void end() {
        machines.close();
    }

    @Test
    void whoLeavesHandsItsPlaceOnAndAMachineThatNeverReturnsIsTakenOut() throws Exception {
        machines.join("m4", "m2");
        machines.leave("m1");
        eventually(() -> machines.coordinators("m4").equals(Set.of("m2", "m3", "m4")));
        assertThat(machines.home("m1").isMember()).isFalse();
        assertThatThrownBy(() -> machines.node("m3").remove("m2")).hasMessageContaining("runs");
        machines.stop("m2");
        machines.join("m5", "m3");
        eventually(() -> machines.present("m3").equals(Set.of("m3", "m4", "m5")));
        machines.node("m3").remove("m2");
        eventually(() -> machines.coordinators("m4").equals(Set.of("m3", "m4", "m5")));
        machines.start("m2");
        eventually(() -> !machines.home("m2").authorityKey().toFile().exists());
    }

    @Test
    void tooFewSayWhoIsMissingAndAnyTwoAreEnough() throws Exception {
        machines.stop("m1");
        machines.stop("m2");
        assertThat(machines.node("m3").explainSilence()).contains("m1 and m2 cannot be reached");
        machines.start("m2");
        eventually(() -> machines.present("m3").equals(Set.of("m2", "m3")));
        machines.start("m1");
        eventually(() -> machines.present("m3").equals(Set.of("m1", "m2", "m3")));
    }
}
