package cc.node.community;

import static cc.node.community.TestCommunity.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.node.trust.Authority;
import cc.node.trust.KeyRequest;
import cc.node.trust.NodeName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A machine comes back that was off for so long that nobody could renew its certificate. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(180)
class ExpiredCertificateTest {
    @Test
    void bothSidesSayWhatIsWrongAndTheMachineCanJoinAnew(@TempDir Path folder) throws Exception {
        try (TestCommunity machines = new TestCommunity(folder)) {
            machines.found("m1");
            machines.join("m2", "m1");
            eventually(() -> machines.present("m1").equals(Set.of("m1", "m2")));
            machines.stop("m2");
            makeItExpired(machines, "m2");
            machines.start("m2");
            assertThatThrownBy(() -> machines.node("m2").open("m1", ClockDesk.KIND))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("m2's certificate ended at")
                    .hasMessageContaining("'cc leave --machine m2 --yes' on another machine");
            assertThat(machines.node("m2").missing())
                    .hasValueSatisfying(text -> assertThat(text).contains("m2's certificate ended at"));
            assertThatThrownBy(() -> machines.node("m1").open("m2", ClockDesk.KIND))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the machine m2 is not reached")
                    .hasMessageContaining("has expired: compare the two clocks");

            machines.leave("m2");
            assertThat(machines.home("m2").isMember()).isFalse();
            eventually(() -> machines.present("m1").equals(Set.of("m1")));
            machines.node("m1").remove("m2");
            machines.join("m2", "m1");
            eventually(() -> machines.present("m1").equals(Set.of("m1", "m2")));
        }
    }

    private static void makeItExpired(TestCommunity machines, String name) throws Exception {
        Clock before = Clock.offset(
                Clock.systemUTC(),
                Authority.NODE_VALIDITY.plus(Duration.ofDays(1)).negated());
        Authority authority = Authority.load(machines.home("m1").authorityKey(), before);
        NodeName node = new NodeName(name);
        KeyRequest request = KeyRequest.create(node);
        request.identity(KeyRequest.answer(request.encoded(), node, authority))
                .save(machines.home(name).identity(), machines.home(name).authority());
    }
}
