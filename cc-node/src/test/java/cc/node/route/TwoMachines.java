package cc.node.route;

import cc.node.peer.PeerAddress;
import cc.node.peer.PeerNetwork;
import cc.node.peer.PeerStream;
import cc.node.trust.Authority;
import cc.node.trust.Identity;
import cc.node.trust.KeyRequest;
import cc.node.trust.NodeName;
import cc.protocol.message.FromScreen;
import cc.protocol.message.ProgramHello;
import cc.screen.session.InputSink;
import cc.screen.session.ProgramLink;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import cc.screen.session.ScreenSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A machine where a program runs and one that shows it, each with a node's parts, and a wire between them. */
final class TwoMachines implements AutoCloseable {
    static final Shown EDITOR = new Shown("there", "1d", "editor", true);
    private static final NodeName HERE = new NodeName("here");
    private static final NodeName THERE = new NodeName("there");

    final ScreenProxy there = new ScreenProxy(ScreenSettings.defaults(), TwoMachines::passOn);
    final ScreenProxy here = new ScreenProxy(ScreenSettings.defaults(), TwoMachines::passOn);
    final List<FromScreen> toProgram = new CopyOnWriteArrayList<>();
    final ProgramLink program = new ProgramLink() {
        @Override
        public void send(FromScreen message) {
            toProgram.add(message);
        }

        @Override
        public void close(String reason) {}
    };
    final ProgramSession editor =
            there.open(ProgramHello.newBuilder().setName("editor").setPid(77).build(), program);
    final Wire wire;
    final RemotePrograms remote;

    private final Authority authority = Authority.create(Clock.systemUTC());
    private final PeerNetwork networkHere;
    private final PeerNetwork networkThere;

    TwoMachines(Duration grace) throws IOException {
        networkHere = network(HERE, Map.of());
        networkThere =
                network(THERE, Map.of(ScreenServer.SCREEN, new ScreenServer(there, id -> Optional.of("editor"))));
        wire = new Wire(networkThere.port());
        remote = new RemotePrograms(here, this::open, grace, (shown, session) -> {});
    }

    private PeerStream open(String machine, String kind) throws IOException {
        return networkHere.open(new NodeName(machine), new PeerAddress("127.0.0.1", wire.port()), kind);
    }

    private PeerNetwork network(NodeName name, Map<String, cc.node.peer.StreamHandler> handlers) throws IOException {
        KeyRequest request = KeyRequest.create(name);
        Identity identity = request.identity(KeyRequest.answer(request.encoded(), name, authority));
        return PeerNetwork.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), () -> identity, handlers, Map.of());
    }

    private static InputSink passOn(String program, Consumer<FromScreen> to) {
        return new InputSink() {
            @Override
            public void input(int source, FromScreen message) {
                to.accept(message);
            }

            @Override
            public void leave(int source) {}
        };
    }

    @Override
    public void close() throws IOException {
        remote.close();
        wire.close();
        networkHere.close();
        networkThere.close();
        there.close();
        here.close();
    }
}
