package cc.node.registry.zookeeper;

import cc.node.registry.Entry;
import cc.node.registry.Registry;
import cc.node.registry.RegistryContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.zookeeper.client.ZKClientConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract, with a real server. */
class ZooKeeperRegistryTest extends RegistryContract {
    private static final Duration SESSION = Duration.ofSeconds(6);

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

    @Override
    protected Registry join() throws IOException {
        return ZooKeeperRegistry.connect(server.address(), SESSION, new ZKClientConfig());
    }
}
