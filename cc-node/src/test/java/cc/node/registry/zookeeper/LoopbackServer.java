package cc.node.registry.zookeeper;

import cc.node.registry.zookeeper.ServerSettings.Member;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;

/** A ZooKeeper server for tests, which talks in the clear. */
public final class LoopbackServer implements AutoCloseable {
    private final EmbeddedServer server;
    private final String address;

    private LoopbackServer(EmbeddedServer server, String address) {
        this.server = server;
        this.address = address;
    }

    public static LoopbackServer start(Path data) throws IOException {
        int client = FreePorts.next();
        return new LoopbackServer(
                EmbeddedServer.start(new ServerSettings(
                        1,
                        Map.of(1, new Member("127.0.0.1", FreePorts.next(), FreePorts.next())),
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), client),
                        data,
                        null)),
                "127.0.0.1:" + client);
    }

    public String address() {
        return address;
    }

    @Override
    public void close() {
        server.close();
    }
}
