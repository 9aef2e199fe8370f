package cc.toolkit;

import cc.protocol.message.OpenLink;
import cc.protocol.message.ToScreen;
import cc.toolkit.window.Output;
import java.awt.Desktop.Action;
import java.awt.peer.DesktopPeer;
import java.io.File;
import java.net.URI;

/** Opens links where the program is looked at. Files are on the program's side, where nobody sees them. */
final class CcDesktopPeer implements DesktopPeer {
    private final Output output;

    CcDesktopPeer(Output output) {
        this.output = output;
    }

    @Override
    public boolean isSupported(Action action) {
        return action == Action.BROWSE || action == Action.MAIL;
    }

    @Override
    public void browse(URI uri) {
        output.say(ToScreen.newBuilder()
                .setOpenLink(OpenLink.newBuilder().setUri(uri.toString()))
                .build());
    }

    @Override
    public void mail(URI mailto) {
        browse(mailto);
    }

    @Override
    public void open(File file) {
        throw refused();
    }

    @Override
    public void edit(File file) {
        throw refused();
    }

    @Override
    public void print(File file) {
        throw refused();
    }

    private static UnsupportedOperationException refused() {
        return new UnsupportedOperationException("Files cannot be opened at the viewer.");
    }
}
