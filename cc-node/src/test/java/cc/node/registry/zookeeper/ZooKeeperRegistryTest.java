package cc.node.registry.zookeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.Registry;
import cc.node.registry.RegistryContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.zookeeper.client.ZKClientConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract, with a real server. */
class ZooKeeperRegistryTest extends RegistryContract {
    private static final Duration SESSION = Duration.ofSeconds(6);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path data;

    private static LoopbackServer server;

    @BeforeAll
    static void start() throws IOException {
        server = LoopbackServer.start(data);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void removeAll() throws Exception {
        try (Registry registry = join()) {
            for (String folder : new String[] {"apps", "routes"}) {
                for (Entry entry : registry.list(folder)) {
                    registry.delete(entry.key(), entry.version());
                }
            }
        }
    }

    @Test
    void whatANodeAnnouncedComesBackWhenItsSessionWasLost() throws Exception {
        Key machine = new Key("routes", "m1");
        try (Registry a = join();
                Registry b = join()) {
            a.announce(machine, new byte[] {1});
            long before = b.get(machine).orElseThrow().version();
            Sessions.end(a);
            await().atMost(PATIENCE)
                    .until(() -> b.get(machine)
                            .filter(now -> now.version() != before)
                            .isPresent());
            assertThat(b.get(machine).orElseThrow().value()).containsExactly(1);
        }
    }

    @Override
    protected Registry join() throws IOException {
        return ZooKeeperRegistry.connect(server.address(), SESSION, new ZKClientConfig());
    }
}
