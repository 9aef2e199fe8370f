package cc.node.route;

import cc.node.message.ScreenRequest;
import cc.node.peer.PeerStream;
import cc.node.peer.RefusedException;
import cc.node.peer.StreamHandler;
import cc.node.trust.NodeName;
import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.link.ProtocolVersion;
import cc.screen.local.ViewerConnection;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import cc.screen.session.ViewerTerms;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** Shows this machine's programs to other nodes: each is a viewer like those of this machine. */
public final class ScreenServer implements StreamHandler {
    /** The kind of the streams that this serves. */
    public static final String SCREEN = "screen";

    private final ScreenProxy screens;
    private final Function<String, Optional<String>> names;

    /** @param names what the screen proxy calls the program of an id */
    public ScreenServer(ScreenProxy screens, Function<String, Optional<String>> names) {
        this.screens = screens;
        this.names = names;
    }

    @Override
    public void serve(PeerStream stream) throws IOException {
        FrameChannel channel = stream.compressedMessages();
        ScreenRequest request = channel.read(ScreenRequest.parser(), LinkLimits.MAX_HELLO_BYTES);
        if (request == null) {
            return;
        } else if (request.getProtocolVersion() != ProtocolVersion.CURRENT) {
            throw RefusedException.because("this node speaks protocol version " + ProtocolVersion.CURRENT + ", not "
                    + request.getProtocolVersion());
        }
        ProgramSession session =
                names.apply(request.getApplication()).map(screens::program).orElse(null);
        if (session == null || session.isRemote()) {
            throw RefusedException.because("no application with the id " + request.getApplication() + " runs here");
        }
        String machine = stream.peer().map(NodeName::text).orElse("");
        ViewerConnection.serve(
                session, channel, ViewerTerms.machine(machine, request.getControl(), !request.getWithoutPictures()));
    }
}
