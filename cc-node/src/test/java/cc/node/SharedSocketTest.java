package cc.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.message.Hello;
import cc.protocol.message.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SharedSocketTest {
    private static final String SELF = System.getProperty("user.name");

    @TempDir
    private Path folder;

    @Test
    void theSystemTellsWhoIsAtTheOtherEnd() throws Exception {
        CompletableFuture<String> met = new CompletableFuture<>();
        Path socket = folder.resolve("met/node.sock");
        try (SharedSocket shared = SharedSocket.listen(socket, (channel, user) -> {
                    channel.read(Hello.parser(), LinkLimits.MAX_HELLO_BYTES);
                    met.complete(user);
                    channel.write(Reply.newBuilder().setError("heard").build());
                });
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
        try (SharedSocket shared = SharedSocket.listen(socket, (channel, user) -> {})) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("met"))))
                    .isEqualTo("rwx--x--x");
        }
    }

    @Test
    void nobodyElsesNodeIsTakenForTheOneThatIsMeant() throws IOException {
        Path socket = folder.resolve("met/node.sock");
        try (SharedSocket shared = SharedSocket.listen(socket, (channel, user) -> {})) {
            assertThatThrownBy(() -> SharedSocket.connect(socket, "cc-node"))
                    .hasMessageContaining("listens " + SELF + ", not cc-node");
        }
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> SharedSocket.connect(folder.resolve("node.sock"), "cc-node"))
                .hasMessageContaining("desktop.users=" + SELF);
        assertThatThrownBy(() -> {
                    Files.createFile(folder.resolve("taken"));
                    SharedSocket.listen(folder.resolve("taken/node.sock"), (channel, user) -> {});
                })
                .hasMessageContaining("taken is not a folder of this user");
    }
}
