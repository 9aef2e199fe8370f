package cc.node.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cc.node.message.MachineRecord;
import cc.node.peer.PeerAddress;
import cc.node.peer.RefusedException;
import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.trust.NodeName;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MembersTest {
    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Optional<NodeName> M2 = Optional.of(new NodeName("m2"));

    private final Members members = new Members(new NodeName("m1"));

    @Test
    void beforeItHasHeardItKnowsNobodyAndSaysSo() {
        assertThat(members.known()).isEmpty();
        assertThatThrownBy(() -> members.require(M2, Duration.ZERO))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("m1 has not heard yet");
        assertThatThrownBy(() -> members.require(M2, Duration.ofMillis(1)))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("m1 has not heard yet");
    }

    @Test
    void onceItHasHeardMembersAreServedAndOthersAreNot() throws Exception {
        members.hear(List.of(machine("m1", "10.0.0.1:7447"), machine("m2", "10.0.0.2:7447")));
        assertThat(members.known())
                .containsOnlyKeys("m1", "m2")
                .containsEntry("m2", PeerAddress.parse("10.0.0.2:7447"));
        members.require(M2, Duration.ZERO);
        assertThatThrownBy(() -> members.require(Optional.of(new NodeName("m3")), LONG))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("'m3' is no member");
        assertThatThrownBy(() -> members.require(Optional.empty(), LONG)).isInstanceOf(RefusedException.class);
    }

    @Test
    void whoWasTakenOutIsAMemberNoMore() {
        members.hear(List.of(machine("m1", "10.0.0.1:7447"), machine("m2", "10.0.0.2:7447")));
        members.hear(List.of(machine("m1", "10.0.0.1:7447")));
        assertThat(members.contains(new NodeName("m2"))).isFalse();
        assertThatThrownBy(() -> members.require(M2, LONG)).isInstanceOf(RefusedException.class);
    }

    @Test
    void whoComesTooEarlyIsServedAsSoonAsItHasHeard() throws Exception {
        CompletableFuture<Void> served = waiting().served();
        assertThat(served).isNotDone();
        members.hear(List.of(machine("m2", "10.0.0.2:7447")));
        served.get();
    }

    @Test
    void whoComesTooEarlyAndIsNoMemberIsRefusedAsSoonAsItHasHeard() throws Exception {
        CompletableFuture<Void> served = waiting().served();
        members.hear(List.of(machine("m1", "10.0.0.1:7447")));
        assertThatThrownBy(served::get)
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RefusedException.class);
    }

    @Test
    void whoWaitsWhenTheNodeEndsIsNotServed() throws Exception {
        Comer comer = waiting();
        comer.thread().interrupt();
        assertThatThrownBy(comer.served()::get).hasRootCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void aRecordThatCannotBeReadHidesNoOther() {
        members.hear(List.of(
                new Entry(new Key(Folders.MACHINES, "broken"), new byte[] {-1}, 1),
                machine("nowhere", "10.0.0.3:no port"),
                machine("m2", "10.0.0.2:7447")));
        assertThat(members.known()).containsOnlyKeys("m2");
    }

    private record Comer(Thread thread, CompletableFuture<Void> served) {}

    /** m2 comes before this node has heard of anybody; returns when it waits. */
    private Comer waiting() {
        CompletableFuture<Void> served = new CompletableFuture<>();
        Thread comer = new Thread(() -> {
            try {
                members.require(M2, LONG);
                served.complete(null);
            } catch (IOException e) {
                served.completeExceptionally(e);
            }
        });
        comer.setDaemon(true);
        comer.start();
        await().until(() -> comer.getState() == Thread.State.TIMED_WAITING);
        return new Comer(comer, served);
    }

    private static Entry machine(String name, String address) {
        return new Entry(
                new Key(Folders.MACHINES, name),
                MachineRecord.newBuilder().setAddress(address).build().toByteArray(),
                1);
    }
}
