package cc.fs.remote;

import cc.fs.mount.CachePolicy;
import cc.fs.service.FileService;
import cc.fs.service.NioFileService;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.FilesHello;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** A machine whose files are served by a proxy that can be started anew, over connections that can be broken. */
final class TestMachine implements AutoCloseable {
    private static final AtomicLong SESSIONS = new AtomicLong();
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Supplier<FileService> files;
    private final Duration grace;
    private final Path sockets;
    private final List<BreakableChannel> connections = new ArrayList<>();
    private FileProxy proxy;
    private boolean reachable = true;

    /** How many bytes the next connection carries. */
    volatile LongSupplier budgets = () -> Long.MAX_VALUE;

    /** Whether the proxy has been started anew when the next connection is made. */
    volatile BooleanSupplier restarts = () -> false;

    TestMachine() throws IOException {
        this(() -> new NioFileService(FileSystems.getDefault()), Duration.ofSeconds(60));
    }

    TestMachine(Supplier<FileService> files, Duration grace) throws IOException {
        this.files = files;
        this.grace = grace;
        sockets = Files.createTempDirectory("cc-files-test");
        proxy = new FileProxy(files.get(), grace);
    }

    static FilesHello hello() {
        byte[] session = new byte[16];
        session[0] = (byte) SESSIONS.incrementAndGet();
        session[1] = (byte) (SESSIONS.get() >> 8);
        return FilesHello.newBuilder()
                .setSession(ByteString.copyFrom(session))
                .setApplication("test")
                .setPid(42)
                .build();
    }

    FilesLink link() {
        return link(PATIENCE);
    }

    FilesLink link(Duration patience) {
        return new FilesLink("testbox", hello(), this::dial, patience);
    }

    FileService files(CachePolicy policy) {
        return link().files(policy);
    }

    synchronized FileProxy proxy() {
        return proxy;
    }

    /** A connection to the proxy after the greeting has been sent. */
    FrameChannel dial(FilesHello hello) throws IOException {
        return new FrameChannel(dialPlainly(hello));
    }

    synchronized BreakableChannel dialPlainly(FilesHello hello) throws IOException {
        if (!reachable) {
            throw new IOException("no way there");
        }
        if (restarts.getAsBoolean()) {
            restartProxy();
        }
        SocketChannel[] ends = pair();
        BreakableChannel client = new BreakableChannel(ends[0], budgets.getAsLong());
        connections.add(client);
        FileProxy serving = proxy;
        Thread thread = new Thread(
                () -> {
                    try {
                        serving.serve(hello, new FrameChannel(ends[1]));
                    } catch (IOException e) {
                        // A connection that a test has broken.
                        return;
                    }
                },
                "test-proxy");
        thread.setDaemon(true);
        thread.start();
        return client;
    }

    /** A connection to a thread of the proxy, and its other end. */
    private SocketChannel[] pair() throws IOException {
        Path socket = sockets.resolve(Long.toString(SESSIONS.incrementAndGet()));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            SocketChannel one = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            return new SocketChannel[] {one, server.accept()};
        } finally {
            Files.deleteIfExists(socket);
        }
    }

    synchronized void breakConnections() {
        for (BreakableChannel connection : connections) {
            connection.close();
        }
        connections.clear();
    }

    synchronized void setReachable(boolean reachable) {
        this.reachable = reachable;
        if (!reachable) {
            breakConnections();
        }
    }

    synchronized void restartProxy() {
        breakConnections();
        proxy.close();
        proxy = new FileProxy(files.get(), grace);
    }

    @Override
    public synchronized void close() throws IOException {
        breakConnections();
        proxy.close();
        Files.delete(sockets);
    }
}
