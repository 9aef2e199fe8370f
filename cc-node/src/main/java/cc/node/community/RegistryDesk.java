package cc.node.community;

import cc.node.message.RegistryPlace;
import cc.node.message.RegistryServer;
import cc.node.peer.PeerStream;
import cc.node.peer.RefusedException;
import cc.node.peer.StreamHandler;
import cc.protocol.link.FrameChannel;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Where a machine that was away while the registry moved is told where that is now. */
final class RegistryDesk implements StreamHandler {
    static final String REGISTRY = "registry";

    private final SettingsFile settings;
    private final BooleanSupplier inTouch;

    /** @param inTouch whether this machine's registry answers */
    RegistryDesk(SettingsFile settings, BooleanSupplier inTouch) {
        this.settings = settings;
        this.inTouch = inTouch;
    }

    @Override
    public void serve(PeerStream stream) throws IOException {
        if (!inTouch.getAsBoolean()) {
            throw RefusedException.because("this machine is not in touch with the registry either");
        }
        stream.messages()
                .write(RegistryPlace.newBuilder()
                        .addAllServers(settings.get().registry())
                        .build());
        stream.output().close();
    }

    /** The other side. */
    static List<RegistryServer> ask(PeerStream desk) throws IOException {
        try (desk) {
            FrameChannel channel = desk.messages();
            desk.output().close();
            RegistryPlace place = channel.read(RegistryPlace.parser(), Membership.MAX_MESSAGE_BYTES);
            if (place == null || place.getServersCount() == 0) {
                throw new IOException("the connection ended before the answer came");
            }
            return place.getServersList();
        }
    }
}
