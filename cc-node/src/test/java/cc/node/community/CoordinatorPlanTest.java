package cc.node.community;

import static org.assertj.core.api.Assertions.assertThat;

import cc.node.message.CoordinationRecord;
import cc.node.message.Coordinator;
import cc.node.message.CoordinatorState;
import cc.node.message.RegistryServer;
import cc.node.peer.PeerAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CoordinatorPlanTest {
    private final CoordinatorPlan plan = new CoordinatorPlan(true);

    @Test
    void twoMachinesHaveOneCoordinatorAndThreeHaveThree() {
        assertThat(next("m1", "m1 m2")).isEqualTo("m1");
        assertThat(next("m1", "m1 m2 m3")).isEqualTo("m1 m2? m3?");
        assertThat(next("m1 m2 m3", "m1 m2 m3 m4")).isEqualTo("m1 m2 m3");
    }

    @Test
    void whoeverIsAwayIsNotAppointed() {
        assertThat(next("m1", "m1 m2 -m3")).isEqualTo("m1");
        assertThat(next("m1", "m1 -m2 m3 m4")).isEqualTo("m1 m3? m4?");
        assertThat(next("m1 m2? m3?", "m1 m2 -m3 m4")).isEqualTo("m1 m2? m4?");
        assertThat(next("m1 m2? m3?", "m1 m2 -m3")).isEqualTo("m1");
    }

    @Test
    void whoeverCameJustNowIsNotAppointedUnlessSomebodyLeaves() {
        assertThat(next("m1", "m1 m2 ~m3")).isEqualTo("m1");
        assertThat(next("m1 m2? m3?", "m1 m2 -m3 ~m4")).isEqualTo("m1");
        assertThat(next("m1", "m1! ~m2")).isEqualTo("m1! m2?");
        assertThat(next("m1 m2 m3", "m1 m2 m3! ~m4")).isEqualTo("m1 m2 m3! m4?");
    }

    @Test
    void whoeverIsAboutToLeaveIsNeverAppointed() {
        assertThat(next("m1", "m1 m2 m3!")).isEqualTo("m1");
        assertThat(next("m1 m2? m3?", "m1 m2 m3!")).isEqualTo("m1");
        assertThat(next("m1", "m1 m2 m3! m4")).isEqualTo("m1 m2? m4?");
    }

    @Test
    void whoeverIsReadyMayBeCountedInAtAnyMomentAndIsCountedOutFirst() {
        assertThat(next("m1 m2+ m3?", "m1 m2 -m3")).isEqualTo("m1 m2!");
        assertThat(next("m1 m2+ m3+", "m1 m2 m3!")).isEqualTo("m1 m2! m3!");
    }

    @Test
    void aCoordinatorThatIsAwayKeepsItsPlace() {
        assertThat(next("m1 m2 m3", "m1 m2 -m3 m4")).isEqualTo("m1 m2 m3");
        assertThat(next("m1 m2 m3", "m1 -m2 -m3")).isEqualTo("m1 m2 m3");
    }

    @Test
    void whoeverLeavesIsReplacedIfSomebodyIsThereAndElseOneRemains() {
        assertThat(next("m1 m2 m3", "m1! m2 m3 m4")).isEqualTo("m1! m2 m3 m4?");
        assertThat(next("m1 m2 m3", "m1! m2 m3")).isEqualTo("m1! m2 m3!");
        assertThat(next("m1 m2 m3", "m1! -m2 m3")).isEqualTo("m1! m2! m3");
        assertThat(next("m1", "m1! m2")).isEqualTo("m1! m2?");
        assertThat(next("m1", "m1! -m2")).isEqualTo("m1!");
    }

    @Test
    void whoeverStaysAfterAllKeepsItsPlace() {
        assertThat(next("m1! m2 m3", "m1 m2 m3")).isEqualTo("m1 m2 m3");
        assertThat(next("m1!", "m1 -m2")).isEqualTo("m1");
    }

    @Test
    void aMachineThatWasTakenOutLeaves() {
        assertThat(next("m1 m2 m3", "m1 m2 m4")).isEqualTo("m1 m2 m3! m4?");
        assertThat(next("m1 m2?", "m1")).isEqualTo("m1");
    }

    @Test
    void numbersOfServersAreNotUsedAgainSoon() {
        CoordinationRecord record =
                plan.next(record("m1").toBuilder().setLastServer(7).build(), machines("m1 m2 m3"));
        assertThat(record.getCoordinatorsList().stream()
                        .map(one -> one.getServer().getId()))
                .containsExactly(1, 8, 9);
        assertThat(record.getLastServer()).isEqualTo(9);
        CoordinationRecord around =
                plan.next(record("m1").toBuilder().setLastServer(255).build(), machines("m1 m2 m3"));
        assertThat(around.getCoordinatorsList().stream()
                        .map(one -> one.getServer().getId()))
                .containsExactly(1, 2, 3);
    }

    @Test
    void theStewardIsOneThatDecidesAndStays() {
        assertThat(CoordinatorPlan.steward(record("m1! m2 m3"), Set.of("m1", "m2", "m3")))
                .isEqualTo("m2");
        assertThat(CoordinatorPlan.steward(record("m1 m2 m3"), Set.of("m3"))).isEqualTo("m3");
        assertThat(CoordinatorPlan.steward(record("m1! m2?"), Set.of("m1", "m2")))
                .isEqualTo("m1");
        assertThat(CoordinatorPlan.steward(record("m1"), Set.of("m2"))).isEmpty();
    }

    @Test
    void aChangeIsDoneWhenAllNewOnesAreReady() {
        assertThat(CoordinatorPlan.canBeDone(record("m1! m2? m3+"))).isFalse();
        assertThat(CoordinatorPlan.canBeDone(record("m1! m2+ m3+"))).isTrue();
        assertThat(text(CoordinatorPlan.done(record("m1! m2+ m3")))).isEqualTo("m2 m3");
    }

    private String next(String coordinators, String machines) {
        CoordinationRecord next = plan.next(record(coordinators), machines(machines));
        assertThat(plan.next(next, machines(machines))).as("again").isEqualTo(next);
        return text(next);
    }

    /**
     * Names of machines: one that is away begins with '-', one that came just now with '~'; one that leaves ends with
     * '!'.
     */
    private static List<CoordinatorPlan.Machine> machines(String text) {
        return Arrays.stream(text.split(" "))
                .map(word -> new CoordinatorPlan.Machine(
                        word.replaceAll("[-~!]", ""),
                        new PeerAddress("host", 7447),
                        5,
                        word.endsWith("!"),
                        !word.startsWith("-"),
                        !word.startsWith("-") && !word.startsWith("~")))
                .toList();
    }

    /** Names of machines; those that are appointed end with '?', that are ready with '+', that leave with '!'. */
    private static CoordinationRecord record(String text) {
        CoordinationRecord.Builder record = CoordinationRecord.newBuilder();
        for (String word : text.split(" ")) {
            Coordinator.Builder one = Coordinator.newBuilder()
                    .setMachine(word.replaceAll("[?+!]", ""))
                    .setState(
                            switch (word.charAt(word.length() - 1)) {
                                case '?' -> CoordinatorState.COORDINATOR_STATE_APPOINTED;
                                case '+' -> CoordinatorState.COORDINATOR_STATE_READY;
                                case '!' -> CoordinatorState.COORDINATOR_STATE_LEAVING;
                                default -> CoordinatorState.COORDINATOR_STATE_ACTING;
                            });
            one.setServer(RegistryServer.newBuilder().setId(record.getCoordinatorsCount() + 1));
            record.addCoordinators(one);
        }
        return record.setLastServer(record.getCoordinatorsCount()).build();
    }

    private static String text(CoordinationRecord record) {
        return record.getCoordinatorsList().stream()
                .map(one -> one.getMachine()
                        + switch (one.getState()) {
                            case COORDINATOR_STATE_APPOINTED -> "?";
                            case COORDINATOR_STATE_READY -> "+";
                            case COORDINATOR_STATE_LEAVING -> "!";
                            default -> "";
                        })
                .collect(Collectors.joining(" "));
    }
}
