package cc.node.registry.zookeeper;

import cc.node.registry.Entry;
import cc.node.registry.Registry;
import cc.node.registry.RegistryContract;
import cc.node.registry.zookeeper.ServerSettings.Member;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
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

    private static EmbeddedServer server;
    private static String address;

    @BeforeAll
    static void start() throws IOException {
        int client = FreePorts.next();
        address = "127.0.0.1:" + client;
        server = EmbeddedServer.start(new ServerSettings(
                1,
                Map.of(1, new Member("127.0.0.1", FreePorts.next(), FreePorts.next())),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), client),
                data,
                null));
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
        return ZooKeeperRegistry.connect(address, SESSION, new ZKClientConfig());
    }
}
