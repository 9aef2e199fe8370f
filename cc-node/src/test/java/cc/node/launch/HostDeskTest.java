package cc.node.launch;

import static org.assertj.core.api.Assertions.assertThat;

import cc.node.application.Applications;
import cc.node.message.AwaitExit;
import cc.node.message.FollowLog;
import cc.node.message.FromHost;
import cc.node.message.LaunchRequest;
import cc.node.message.SendSignal;
import cc.node.message.ToHost;
import cc.node.registry.MemoryRegistry;
import cc.protocol.link.FrameChannel;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a host answers to requests that it cannot fulfil; those that it can are tested end to end. */
final class HostDeskTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private final Applications applications = new Applications();

    @BeforeEach
    void attach() {
        applications.attach("m2", new MemoryRegistry.Store().join());
    }

    @AfterEach
    void close() {
        applications.close();
    }

    @Test
    void aJarThatTheMachineLacksIsNamedWithTheMachine() throws Exception {
        assertThat(answer(ToHost.newBuilder()
                                .setLaunch(LaunchRequest.newBuilder()
                                        .setName("app")
                                        .setDirectory(folder.toString())
                                        .setJar("app.jar")))
                        .getError())
                .contains("m2")
                .contains(folder.resolve("app.jar").toString());
    }

    @Test
    void aRuntimeThatTheMachineLacksIsNamed() throws Exception {
        assertThat(answer(ToHost.newBuilder()
                                .setLaunch(LaunchRequest.newBuilder()
                                        .setDirectory(folder.toString())
                                        .setJavaHome("/nowhere")))
                        .getError())
                .contains("m2")
                .contains("/nowhere");
    }

    @Test
    void aProgramThatIsNotThereHasNoLogNoEndAndNoSignals() throws Exception {
        assertThat(answer(ToHost.newBuilder().setLog(FollowLog.newBuilder().setApplication("app")))
                        .getError())
                .contains("app", "m2");
        assertThat(answer(ToHost.newBuilder().setWait(AwaitExit.newBuilder().setApplication("app")))
                        .getError())
                .contains("app", "m2");
        assertThat(answer(ToHost.newBuilder()
                                .setSignal(SendSignal.newBuilder()
                                        .setApplication("app")
                                        .setSignal("TERM")))
                        .getError())
                .contains("app", "m2");
        assertThat(answer(ToHost.newBuilder().setKnows("app")).getError()).contains("app");
    }

    @Test
    void aConversationDoesNotBeginWithInput() throws Exception {
        assertThat(answer(ToHost.newBuilder().setInput(ByteString.copyFromUtf8("x")))
                        .getError())
                .contains("does not know that request");
    }

    private FromHost answer(ToHost.Builder request) throws Exception {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("desk.sock"));
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                BackgroundPrograms background = new BackgroundPrograms(folder.resolve("programs"), applications)) {
            server.bind(address);
            Thread desk = new Thread(() -> {
                try (FrameChannel channel = new FrameChannel(server.accept())) {
                    new HostDesk(applications, background).serve(channel);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            desk.start();
            FromHost answer;
            try (FrameChannel client = new FrameChannel(SocketChannel.open(address))) {
                client.write(request.build());
                answer = client.read(FromHost.parser(), LaunchLimits.MAX_MESSAGE_BYTES);
            }
            desk.join();
            Files.delete(folder.resolve("desk.sock"));
            return Objects.requireNonNull(answer, "no answer");
        }
    }
}
