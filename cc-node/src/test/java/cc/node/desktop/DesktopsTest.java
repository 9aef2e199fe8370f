package cc.node.desktop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import cc.node.viewer.NativeViewerProcess.Role;
import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.message.DesktopOrder;
import cc.protocol.message.FromScreen;
import cc.protocol.message.ProgramHello;
import cc.screen.session.InputSink;
import cc.screen.session.ProgramLink;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import cc.screen.session.ScreenSettings;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DesktopsTest {
    @TempDir
    private Path folder;

    private final ScreenProxy screens = new ScreenProxy(ScreenSettings.defaults(), (name, to) -> new NoInput());
    private final ProgramSession editor =
            screens.open(ProgramHello.newBuilder().setName("editor").setPid(77).build(), new NoLink());
    private final List<String> own = new ArrayList<>();
    private final List<FrameChannel> open = new ArrayList<>();
    private final Desktops withOwn = new Desktops(true, this::start);
    private final Desktops without = new Desktops(false, this::start);

    @AfterEach
    void end() throws IOException {
        screens.close();
        for (FrameChannel channel : open) {
            channel.close();
        }
    }

    @Test
    void theOwnDesktopIsUsedUnlessAnotherOneHasJoined() throws IOException {
        withOwn.open(editor, Role.CONTROL, "Editor").run();
        assertThat(own).containsExactly("CONTROL editor Editor", "end");
        FrameChannel agent = join(withOwn);
        Runnable end = withOwn.open(editor, Role.CONTROL, "Editor");
        DesktopOrder order = next(agent);
        assertThat(order.getProgram()).isEqualTo("editor");
        assertThat(order.getTitle()).isEqualTo("Editor");
        assertThat(order.getInputOnly()).isFalse();
        end.run();
        DesktopOrder close = next(agent);
        assertThat(close.getClose()).isTrue();
        assertThat(close.getId()).isEqualTo(order.getId());
        assertThat(own).hasSize(2);
    }

    @Test
    void whatIsWishedWhileThereIsNoDesktopIsOpenedWhenOneComes() throws IOException {
        assertThat(without.isThere()).isFalse();
        without.open(editor, Role.INPUT, "Editor");
        FrameChannel agent = join(without);
        assertThat(without.isThere()).isTrue();
        assertThat(next(agent).getInputOnly()).isTrue();
        agent.close();
        await().until(() -> !without.isThere());
        assertThat(next(join(without)).getInputOnly()).isTrue();
    }

    @Test
    void onlyWhatIsWishedThereCanBeAttachedTo() {
        assertThat(without.isWished(editor, true)).isFalse();
        Runnable end = without.open(editor, Role.CONTROL, "Editor");
        assertThat(without.isWished(editor, true)).isTrue();
        assertThat(without.isWished(editor, false)).isFalse();
        end.run();
        assertThat(without.isWished(editor, true)).isFalse();
    }

    private Runnable start(String program, Role role, String title) {
        own.add(role + " " + program + " " + title);
        return () -> own.add("end");
    }

    /** A desktop that has joined. */
    private FrameChannel join(Desktops desktops) throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("socket" + open.size()));
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(address);
            FrameChannel agent = new FrameChannel(SocketChannel.open(address));
            FrameChannel node = new FrameChannel(listener.accept());
            open.add(agent);
            open.add(node);
            int before = desktops.joined();
            Thread server = new Thread(() -> serve(desktops, node));
            server.setDaemon(true);
            server.start();
            await().until(() -> desktops.joined() > before);
            return agent;
        }
    }

    private static void serve(Desktops desktops, FrameChannel node) {
        try {
            desktops.serve(node);
        } catch (IOException e) {
            // It was closed at the test's end.
        }
    }

    private static DesktopOrder next(FrameChannel agent) throws IOException {
        return Objects.requireNonNull(agent.read(DesktopOrder.parser(), LinkLimits.MAX_HELLO_BYTES));
    }

    private static final class NoInput implements InputSink {
        @Override
        public void input(int source, FromScreen message) {}

        @Override
        public void leave(int source) {}
    }

    private static final class NoLink implements ProgramLink {
        @Override
        public void send(FromScreen message) {}

        @Override
        public void close(String reason) {}
    }
}
