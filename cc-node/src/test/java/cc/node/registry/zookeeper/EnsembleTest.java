package cc.node.registry.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;

import cc.node.message.RegistryServer;
import cc.node.registry.Key;
import cc.node.registry.zookeeper.ServerSettings.Member;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.zookeeper.client.ZKClientConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** An ensemble changes while it runs; its servers are in this process and talk in the clear. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
class EnsembleTest {
    private static final Key RECORD = new Key("apps", "demo");
    private static final long POLL_NANOS = 20_000_000;
    private static final Duration SESSION = Duration.ofSeconds(8);

    @TempDir
    private Path folder;

    private final Map<Integer, RegistryServer> known = new TreeMap<>();
    private final Map<Integer, EmbeddedServer> running = new HashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void end() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        running.values().forEach(EmbeddedServer::close);
    }

    @Test
    void oneServerBecomesThreeAndTheDeathOfTheFirstIsOutlived() throws Exception {
        ZooKeeperRegistry registry = threeServers();
        long version = registry.create(RECORD, new byte[] {1});
        stop(1);
        registry.useServers(addresses(2, 3));
        eventually(() -> registry.update(RECORD, new byte[] {2}, version) > version);
        start(1, 1, 2, 3);
        ZooKeeperRegistry again = connect(1);
        eventually(() -> again.get(RECORD).orElseThrow().value()[0] == 2);
        assertThat(again.ensemble().members()).containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void aServerInStepIsNeededForAChange() throws Exception {
        start(1, 1);
        ZooKeeperRegistry registry = connect(1);
        make(2);
        assertThat(makeSo(registry, servers(1, 2))).isFalse();
        assertThat(registry.ensemble().members()).containsExactly(1);
        registry.create(RECORD, new byte[0]);
    }

    @Test
    void allServersComeBackInAnyOrder() throws Exception {
        ZooKeeperRegistry registry = threeServers();
        registry.create(RECORD, new byte[] {7});
        for (int id : new int[] {1, 2, 3}) {
            stop(id);
        }
        start(3, 3);
        start(2, 2);
        ZooKeeperRegistry again = connect(2, 3);
        assertThat(again.get(RECORD).orElseThrow().value()).containsExactly(7);
        start(1, 1);
        eventually(() -> server(1).serves());
    }

    @Test
    void theOnlyServerHandsOverToAnother() throws Exception {
        start(1, 1);
        ZooKeeperRegistry registry = connect(1);
        registry.create(RECORD, new byte[] {5});
        start(2, 1, 2);
        eventually(() -> server(2).serves());
        registry.useServers(addresses(1, 2));
        eventually(() -> makeSo(registry, servers(2)));
        stop(1);
        ZooKeeperRegistry again = connect(2);
        assertThat(again.get(RECORD).orElseThrow().value()).containsExactly(5);
        again.create(new Key("apps", "more"), new byte[0]);
    }

    @Test
    void threeServersBecomeOne() throws Exception {
        ZooKeeperRegistry registry = threeServers();
        registry.create(RECORD, new byte[] {9});
        eventually(() -> makeSo(registry, servers(2)));
        stop(1);
        stop(3);
        assertThat(connect(2).get(RECORD).orElseThrow().value()).containsExactly(9);
    }

    private ZooKeeperRegistry threeServers() throws Exception {
        start(1, 1);
        ZooKeeperRegistry registry = connect(1);
        start(2, 1, 2);
        start(3, 1, 3);
        eventually(() -> server(2).serves() && server(3).serves());
        registry.useServers(addresses(1, 2, 3));
        eventually(() -> makeSo(registry, servers(1, 2, 3)));
        assertThat(registry.ensemble().members()).containsExactlyInAnyOrder(1, 2, 3);
        return registry;
    }

    private static boolean makeSo(ZooKeeperRegistry registry, List<RegistryServer> servers) throws IOException {
        return registry.ensemble().makeSo(servers, false, () -> true);
    }

    private void make(int id) throws IOException {
        if (!known.containsKey(id)) {
            known.put(
                    id,
                    RegistryServer.newBuilder()
                            .setId(id)
                            .setHost("127.0.0.1")
                            .setClientPort(FreePorts.next())
                            .setQuorumPort(FreePorts.next())
                            .setElectionPort(FreePorts.next())
                            .build());
        }
    }

    private void start(int id, int... members) throws IOException {
        make(id);
        RegistryServer place = Objects.requireNonNull(known.get(id));
        running.put(
                id,
                EmbeddedServer.start(new ServerSettings(
                        id,
                        servers(members).stream().collect(Collectors.toMap(RegistryServer::getId, Member::of)),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), place.getClientPort()),
                        folder.resolve("server-" + id),
                        null)));
    }

    private EmbeddedServer server(int id) {
        return Objects.requireNonNull(running.get(id));
    }

    private void stop(int id) {
        server(id).close();
        running.remove(id);
    }

    private List<RegistryServer> servers(int... ids) {
        return Arrays.stream(ids).mapToObj(known::get).toList();
    }

    private String addresses(int... ids) {
        return servers(ids).stream()
                .map(server -> server.getHost() + ":" + server.getClientPort())
                .collect(Collectors.joining(","));
    }

    private ZooKeeperRegistry connect(int... ids) throws Exception {
        List<ZooKeeperRegistry> connected = new ArrayList<>();
        eventually(() -> connected.add(ZooKeeperRegistry.connect(addresses(ids), SESSION, new ZKClientConfig())));
        open.add(connected.get(0));
        return connected.get(0);
    }

    private static void eventually(Callable<Boolean> condition) throws Exception {
        while (true) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (IOException e) {
                // Who leads is decided at this moment.
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
