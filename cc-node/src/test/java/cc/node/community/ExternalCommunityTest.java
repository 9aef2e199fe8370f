package cc.node.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.node.peer.PeerAddress;
import cc.node.registry.zookeeper.LoopbackServer;
import cc.node.trust.JoinToken;
import cc.node.trust.NodeName;
import cc.protocol.message.JoinInvitation;
import cc.protocol.message.MachineEntry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Machines, here all in one process, whose registry others keep: a ZooKeeper server that they were told of. */
@Timeout(120)
class ExternalCommunityTest {
    private static final long POLL_NANOS = 20_000_000;

    @TempDir
    private Path folder;

    private LoopbackServer server;
    private final Map<String, Community> running = new HashMap<>();

    @BeforeEach
    void startServer() throws IOException {
        server = LoopbackServer.start(folder.resolve("zookeeper"));
    }

    @AfterEach
    void stop() {
        running.values().forEach(Community::close);
        server.close();
    }

    @Test
    void threeMachinesHaveTheAuthorityAndAnyOfThemLetsOthersIn() throws Exception {
        found("m1");
        join("m2", "m1");
        assertThat(home("m2").authorityKey()).doesNotExist();
        join("m3", "m1");
        eventually(() -> Files.exists(home("m2").authorityKey())
                && Files.exists(home("m3").authorityKey()));
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(home("m3").authorityKey())))
                .isEqualTo("rw-------");
        eventually(() -> coordinators("m2").equals(List.of("m1", "m2", "m3")));
        stop("m1");
        join("m4", "m3");
        assertThat(home("m4").authorityKey()).doesNotExist();
        eventually(() ->
                machines("m4").stream().anyMatch(machine -> machine.getName().equals("m4") && machine.hasStatus()));
    }

    @Test
    void whoLeavesHandsTheAuthorityToAnother() throws Exception {
        found("m1");
        join("m2", "m1");
        leave("m1");
        assertThat(home("m2").authorityKey()).exists();
        assertThat(home("m1").isMember()).isFalse();
        assertThat(home("m1").authorityKey()).doesNotExist();
        join("m3", "m2");
        assertThat(coordinators("m3")).containsExactly("m2");
    }

    @Test
    void whoIsAloneWithTheAuthorityDoesNotLeaveTheOthersWithout() throws Exception {
        found("m1");
        join("m2", "m1");
        stop("m2");
        eventually(() ->
                machines("m1").stream().noneMatch(machine -> machine.getName().equals("m2") && machine.hasStatus()));
        assertThatThrownBy(() -> leave("m1")).hasMessageContaining("start the node of another");
        assertThat(home("m1").isMember()).isTrue();
    }

    @Test
    void aMachineThatIsGoneIsTakenOutAndRefusedAfterwards() throws Exception {
        found("m1");
        join("m2", "m1");
        assertThatThrownBy(() -> node("m1").remove("m2")).hasMessageContaining("runs");
        stop("m2");
        eventually(() ->
                machines("m1").stream().noneMatch(machine -> machine.getName().equals("m2") && machine.hasStatus()));
        node("m1").remove("m2");
        assertThat(machines("m1")).hasSize(1);
        start("m2");
        eventually(() -> {
            try {
                machines("m2");
                return false;
            } catch (IOException e) {
                return String.valueOf(e.getMessage()).contains("taken out");
            }
        });
        leave("m2");
        join("m2", "m1");
    }

    @Test
    void anotherCommunitysRegistryIsNotUsed() throws Exception {
        found("m1");
        Membership.found(home("x1"), new NodeName("x1"), new PeerAddress("127.0.0.1", port()), server());
        start("x1");
        eventually(() -> {
            try {
                machines("x1");
                return false;
            } catch (IOException e) {
                return String.valueOf(e.getMessage()).contains("another community's");
            }
        });
    }

    private void found(String name) throws Exception {
        Membership.found(home(name), new NodeName(name), new PeerAddress("127.0.0.1", port()), server());
        start(name);
        eventually(() -> isThere(name));
    }

    private void join(String name, String asked) throws Exception {
        JoinInvitation invitation = node(asked).invite();
        Membership.join(
                home(name),
                new NodeName(name),
                new PeerAddress("127.0.0.1", port()),
                PeerAddress.parse(invitation.getAddress()),
                JoinToken.parse(invitation.getToken()));
        start(name);
        eventually(() -> isThere(name));
    }

    private void leave(String name) throws IOException {
        node(name).leave(() -> {});
        stop(name);
    }

    private void start(String name) throws IOException {
        running.put(name, Community.start(home(name), Map.of(), () -> 0, (own, registry) -> {}));
    }

    private void stop(String name) {
        node(name).close();
        running.remove(name);
    }

    private Community node(String name) {
        return Objects.requireNonNull(running.get(name));
    }

    private boolean isThere(String name) throws IOException {
        return machines(name).stream().anyMatch(machine -> machine.getHere() && machine.hasStatus());
    }

    private List<MachineEntry> machines(String asked) throws IOException {
        return node(asked).machines();
    }

    private List<String> coordinators(String asked) throws IOException {
        return machines(asked).stream()
                .filter(MachineEntry::getKeepsRegistry)
                .map(MachineEntry::getName)
                .toList();
    }

    private NodeHome home(String name) {
        return NodeHome.of(Map.of("CC_STATE_DIR", folder.resolve(name).toString()), folder);
    }

    private Optional<ExternalServers> server() {
        return Optional.of(new ExternalServers(server.address(), new byte[0]));
    }

    private static int port() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        while (true) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (IOException e) {
                // The registry has not answered yet.
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
