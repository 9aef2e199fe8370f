package cc.screen.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.link.ProtocolVersion;
import cc.protocol.message.Attach;
import cc.protocol.message.FromScreen;
import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.KeyInput;
import cc.protocol.message.ProgramAccepted;
import cc.protocol.message.ProgramHello;
import cc.protocol.message.Reply;
import cc.protocol.message.ToScreen;
import cc.protocol.message.WindowState;
import cc.screen.session.InputSink;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import cc.screen.session.ScreenSettings;
import cc.screen.session.ViewerTerms;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Programs and viewers on real Unix-domain sockets. */
@Timeout(60)
class LocalConnectionsTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final ScreenProxy proxy =
            new ScreenProxy(ScreenSettings.defaults(), (program, toProgram) -> new InputSink() {
                @Override
                public void input(int source, FromScreen message) {
                    toProgram.accept(message);
                }

                @Override
                public void leave(int source) {}
            });
    private ServerSocketChannel server;

    @BeforeEach
    void listen() throws IOException {
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(directory.resolve("s")));
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void aProgramAndItsViewerTalk() throws IOException {
        FrameChannel program = connectProgram("editor");
        FrameChannel viewer = connectViewer("editor");
        program.write(window("hello"));
        assertThat(next(viewer, ToScreen::hasWindow).getWindow().getTitle()).isEqualTo("hello");
        viewer.write(FromScreen.newBuilder()
                .setKey(KeyInput.newBuilder().setUsage(4).setPressed(true))
                .build());
        FromScreen message = requireNonNull(program.read(FromScreen.parser(), LinkLimits.MAX_FROM_SCREEN_BYTES));
        assertThat(message.getKey().getUsage()).isEqualTo(4);
    }

    @Test
    void viewersAreToldWhenTheProgramEnds() throws IOException {
        FrameChannel program = connectProgram("editor");
        FrameChannel viewer = connectViewer("editor");
        program.close();
        assertThat(next(viewer, ToScreen::hasGoodbye).getGoodbye().getReason())
                .isEqualTo(GoodbyeReason.GOODBYE_REASON_PROGRAM_ENDED);
        assertThat(viewer.read(ToScreen.parser(), LinkLimits.MAX_TO_SCREEN_BYTES))
                .isNull();
        await().until(() -> proxy.programs().isEmpty());
    }

    @Test
    void programsOfOneNameAreToldApart() throws IOException {
        connectProgram("editor");
        connectProgram("editor");
        connectProgram("strange name/../x");
        assertThat(proxy.programs())
                .extracting(entry -> entry.getName())
                .containsExactlyInAnyOrder("editor", "editor-2", "strange-name-..-x");
    }

    @Test
    void garbageEndsItsOwnConnectionOnly() throws IOException {
        FrameChannel good = connectProgram("good");
        SocketChannel raw = SocketChannel.open(UnixDomainSocketAddress.of(directory.resolve("s")));
        serve(channel -> ProgramConnection.serve(proxy, hello("bad"), channel, LocalConnectionsTest::accepted));
        raw.write(ByteBuffer.wrap(new byte[] {127, -1, -1, -1, 0, 0}));
        await().until(() -> proxy.programs().size() == 1);
        assertThat(proxy.counters().badProgramMessages.sum()).isEqualTo(1);

        FrameChannel viewer = connectViewer("good");
        FrameChannel badViewer = connectViewer("good");
        badViewer.write(KeyInput.newBuilder().setUsage(77).build());
        assertThat(next(badViewer, ToScreen::hasGoodbye).getGoodbye().getReason())
                .isEqualTo(GoodbyeReason.GOODBYE_REASON_BAD_MESSAGE);
        good.write(window("still here"));
        assertThat(next(viewer, ToScreen::hasWindow).getWindow().getTitle()).isEqualTo("still here");
    }

    private FrameChannel connectProgram(String name) throws IOException {
        FrameChannel client = connect();
        serve(channel -> ProgramConnection.serve(proxy, hello(name), channel, LocalConnectionsTest::accepted));
        Reply reply = requireNonNull(client.read(Reply.parser(), LinkLimits.MAX_HELLO_BYTES));
        assertThat(reply.hasAccepted()).isTrue();
        return client;
    }

    private FrameChannel connectViewer(String program) throws IOException {
        ProgramSession session = requireNonNull(proxy.program(program));
        FrameChannel client = connect();
        serve(channel -> ViewerConnection.serve(session, channel, ViewerTerms.desktop(true, true)));
        client.write(FromScreen.newBuilder()
                .setAttach(Attach.newBuilder().setProtocolVersion(ProtocolVersion.CURRENT))
                .build());
        next(client, ToScreen::hasWelcome);
        return client;
    }

    private FrameChannel connect() throws IOException {
        return new FrameChannel(SocketChannel.open(UnixDomainSocketAddress.of(directory.resolve("s"))));
    }

    private void serve(Consumer<FrameChannel> conversation) throws IOException {
        SocketChannel accepted = server.accept();
        Thread thread = new Thread(() -> conversation.accept(new FrameChannel(accepted)), "conversation");
        thread.setDaemon(true);
        thread.start();
    }

    private static ToScreen next(FrameChannel viewer, Predicate<ToScreen> wanted) throws IOException {
        while (true) {
            ToScreen message = requireNonNull(viewer.read(ToScreen.parser(), LinkLimits.MAX_TO_SCREEN_BYTES));
            if (wanted.test(message)) {
                return message;
            }
        }
    }

    private static Reply accepted(ProgramSession session) {
        return Reply.newBuilder()
                .setAccepted(ProgramAccepted.newBuilder().setName(session.name()))
                .build();
    }

    private static ProgramHello hello(String name) {
        return ProgramHello.newBuilder().setName(name).build();
    }

    private static ToScreen window(String title) {
        return ToScreen.newBuilder()
                .setWindow(WindowState.newBuilder().setWindow(1).setScale(1).setTitle(title))
                .build();
    }
}
