package cc.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.message.Hello;
import cc.protocol.message.Reply;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedSocketTest {
    private static final String SELF = System.getProperty("user.name");

    private final LongAdder bad = new LongAdder();

    @TempDir
    private Path folder;

    @Test
    void theSystemTellsWhoIsAtTheOtherEnd() throws Exception {
        CompletableFuture<String> met = new CompletableFuture<>();
        Path socket = folder.resolve("met/node.sock");
        try (SharedSocket shared = SharedSocket.listen(
                        socket,
                        (channel, user) -> {
                            channel.read(Hello.parser(), LinkLimits.MAX_HELLO_BYTES);
                            met.complete(user);
                            channel.write(Reply.newBuilder().setError("heard").build());
                        },
                        bad);
                FrameChannel channel = SharedSocket.connect(socket, SELF)) {
            channel.write(Hello.getDefaultInstance());
            assertThat(channel.read(Reply.parser(), LinkLimits.MAX_HELLO_BYTES))
                    .extracting(Reply::getError)
                    .isEqualTo("heard");
            assertThat(met.get(10, TimeUnit.SECONDS)).isEqualTo(SELF);
        }
        assertThat(socket).doesNotExist();
    }

    @Test
    void othersCanPassTheFolderAndNotWriteToIt() throws IOException {
        Path socket = folder.resolve("met/node.sock");
        try (SharedSocket shared = SharedSocket.listen(socket, (channel, user) -> {}, bad)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("met"))))
                    .isEqualTo("rwx--x--x");
        }
    }

    @Test
    void nobodyElsesNodeIsTakenForTheOneThatIsMeant() throws IOException {
        Path socket = folder.resolve("met/node.sock");
        try (SharedSocket shared = SharedSocket.listen(socket, (channel, user) -> {}, bad)) {
            assertThatThrownBy(() -> SharedSocket.connect(socket, "cc-node"))
                    .hasMessageContaining("listens " + SELF + ", not cc-node");
        }
    }

    @Test
    void whoBreaksTheProtocolLosesItsConnectionAndIsCounted() throws Exception {
        Path socket = folder.resolve("met/node.sock");
        try (SharedSocket shared = SharedSocket.listen(socket, SharedSocketTest::greet, bad);
                SocketChannel nonsense = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                FrameChannel good = SharedSocket.connect(socket, SELF)) {
            nonsense.write(ByteBuffer.wrap(new byte[] {0x7F, -1, -1, -1}));
            assertThat(nonsense.read(ByteBuffer.allocate(1))).isEqualTo(-1);
            await().until(() -> bad.sum() == 1);
            good.write(Hello.getDefaultInstance());
            assertThat(good.read(Reply.parser(), LinkLimits.MAX_HELLO_BYTES)).isNotNull();
        }
        assertThat(bad.sum()).isEqualTo(1);
    }

    private static void greet(FrameChannel channel, String user) throws IOException {
        if (channel.read(Hello.parser(), LinkLimits.MAX_HELLO_BYTES) != null) {
            channel.write(Reply.getDefaultInstance());
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> SharedSocket.connect(folder.resolve("node.sock"), "cc-node"))
                .hasMessageContaining("desktop.users=" + SELF);
        assertThatThrownBy(() -> {
                    Files.createFile(folder.resolve("taken"));
                    SharedSocket.listen(folder.resolve("taken/node.sock"), (channel, user) -> {}, bad);
                })
                .hasMessageContaining("taken is not a folder of this user");
    }
}
