package cc.node.community;

import static cc.node.community.TestCommunity.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.node.peer.PeerAddress;
import cc.node.registry.zookeeper.LoopbackServer;
import cc.node.trust.NodeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Machines, here all in one process, whose registry others keep: a ZooKeeper server that they were told of. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class ExternalCommunityTest {
    @TempDir
    private Path folder;

    private LoopbackServer server;
    private TestCommunity machines;

    @BeforeEach
    void startServer() throws IOException {
        server = LoopbackServer.start(folder.resolve("zookeeper"));
        machines = new TestCommunity(folder, Optional.of(new ExternalServers(server.address(), new byte[0])));
    }

    @AfterEach
    void stop() {
        machines.close();
        server.close();
    }

    @Test
    void threeMachinesHaveTheAuthorityAndAnyOfThemLetsOthersIn() throws Exception {
        machines.found("m1");
        machines.join("m2", "m1");
        assertThat(key("m2")).doesNotExist();
        machines.join("m3", "m1");
        eventually(() -> Files.exists(key("m2")) && Files.exists(key("m3")));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key("m3"))))
                .isEqualTo("rw-------");
        eventually(() -> machines.coordinators("m2").equals(Set.of("m1", "m2", "m3")));
        machines.stop("m1");
        machines.join("m4", "m3");
        eventually(() -> machines.present("m4").contains("m4"));
        assertThat(key("m4")).doesNotExist();
    }

    @Test
    void whoLeavesHandsTheAuthorityToAnother() throws Exception {
        machines.found("m1");
        machines.join("m2", "m1");
        eventually(() -> machines.present("m1").equals(Set.of("m1", "m2")));
        machines.node("m1").leave(() -> {});
        machines.stop("m1");
        assertThat(key("m2")).exists();
        assertThat(machines.home("m1").isMember()).isFalse();
        assertThat(key("m1")).doesNotExist();
        machines.join("m3", "m2");
        eventually(() -> machines.coordinators("m3").equals(Set.of("m2")));
    }

    @Test
    void whoIsAloneWithTheAuthorityDoesNotLeaveTheOthersWithout() throws Exception {
        machines.found("m1");
        machines.join("m2", "m1");
        machines.stop("m2");
        eventually(() -> machines.present("m1").equals(Set.of("m1")));
        assertThatThrownBy(() -> machines.node("m1").leave(() -> {})).hasMessageContaining("start the node of another");
        assertThat(machines.home("m1").isMember()).isTrue();
        machines.start("m2");
        machines.leave("m1");
        assertThat(key("m2")).exists();
    }

    @Test
    void aMachineThatIsGoneIsTakenOutAndRefusedAfterwards() throws Exception {
        machines.found("m1");
        machines.join("m2", "m1");
        eventually(() -> machines.present("m1").contains("m2"));
        assertThatThrownBy(() -> machines.node("m1").remove("m2")).hasMessageContaining("runs");
        machines.stop("m2");
        eventually(() -> machines.present("m1").equals(Set.of("m1")));
        machines.node("m1").remove("m2");
        assertThat(machines.members("m1")).containsExactly("m1");
        machines.start("m2");
        awaitRefusal("m2", "taken out");
        machines.leave("m2");
        machines.join("m2", "m1");
    }

    @Test
    void anotherCommunitysRegistryIsNotUsed() throws Exception {
        machines.found("m1");
        eventually(() -> machines.present("m1").contains("m1"));
        machines.found("x1");
        awaitRefusal("x1", "another community's");
    }

    @Test
    void beyondThisMachineOthersServersAreNotTalkedToInTheClear() {
        for (String addresses : new String[] {"192.0.2.1:2181", "127.0.0.1:2181,192.0.2.1:2181"}) {
            assertThatThrownBy(() -> Membership.found(
                            machines.home("x1"),
                            new NodeName("x1"),
                            new PeerAddress("127.0.0.1", 7447),
                            Optional.of(new ExternalServers(addresses, new byte[0]))))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("--registry-trust");
            assertThat(machines.home("x1").isMember()).isFalse();
        }
    }

    private Path key(String name) {
        return machines.home(name).authorityKey();
    }

    private void awaitRefusal(String name, String words) throws Exception {
        eventually(() -> {
            try {
                machines.members(name);
                return false;
            } catch (IOException e) {
                return String.valueOf(e.getMessage()).contains(words);
            }
        });
    }
}
