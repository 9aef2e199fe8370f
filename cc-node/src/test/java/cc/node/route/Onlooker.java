package cc.node.route;

import cc.protocol.command.CommandDecoder;
import cc.protocol.command.ProtocolException;
import cc.protocol.link.ProtocolVersion;
import cc.protocol.message.Attach;
import cc.protocol.message.FrameAck;
import cc.protocol.message.FromScreen;
import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.ToScreen;
import cc.protocol.message.Viewers;
import cc.protocol.raster.Replica;
import cc.screen.session.ProgramSession;
import cc.screen.session.Viewer;
import cc.screen.session.ViewerLink;
import cc.screen.session.ViewerTerms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A viewer that draws all it is sent, at once. */
final class Onlooker implements ViewerLink, AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private final CommandDecoder decoder = new CommandDecoder();
    private final Replica replica = new Replica();
    private final Set<Integer> windows = new HashSet<>();
    private final Viewer viewer;
    private Viewers viewers = Viewers.getDefaultInstance();
    private boolean sawWindowClose;
    private String goodbye = "";

    Onlooker(ProgramSession session) {
        viewer = session.attach(this, ViewerTerms.browser(true));
        say(FromScreen.newBuilder().setAttach(Attach.newBuilder().setProtocolVersion(ProtocolVersion.CURRENT)));
    }

    void say(FromScreen.Builder message) {
        FromScreen built = message.build();
        thread.execute(() -> viewer.receive(built));
    }

    synchronized boolean sees(int surface, int crc32) {
        return replica.has(surface) && replica.crc32(surface) == crc32;
    }

    synchronized boolean hasWindow(int window) {
        return windows.contains(window);
    }

    synchronized boolean sawWindowClose() {
        return sawWindowClose;
    }

    synchronized String goodbye() {
        return goodbye;
    }

    /** The machine that is not reached; empty: it is. */
    synchronized String unreached() {
        return viewers.getUnreached();
    }

    synchronized boolean isInControl() {
        return viewers.getInControl() == viewer.id();
    }

    @Override
    public int send(List<ToScreen> messages, Runnable taken) {
        thread.execute(() -> {
            messages.forEach(this::take);
            taken.run();
        });
        return 1;
    }

    private void take(ToScreen message) {
        synchronized (this) {
            switch (message.getMessageCase()) {
                case FRAME -> {
                    try {
                        decoder.decode(message.getFrame().getCommands().toByteArray(), replica::apply);
                    } catch (ProtocolException e) {
                        throw new AssertionError(e);
                    }
                }
                case WINDOW -> windows.add(message.getWindow().getWindow());
                case WINDOW_CLOSED -> {
                    sawWindowClose = true;
                    windows.remove(message.getWindowClosed().getWindow());
                }
                case VIEWERS -> viewers = message.getViewers();
                default -> {}
            }
        }
        if (message.hasFrame()) {
            viewer.receive(FromScreen.newBuilder()
                    .setAck(FrameAck.newBuilder().setSequence(message.getFrame().getSequence()))
                    .build());
        }
    }

    @Override
    public synchronized void close(GoodbyeReason reason, String text) {
        goodbye = reason.name() + ": " + text;
    }

    @Override
    public long memoryBytes() {
        return 0;
    }

    @Override
    public void close() {
        viewer.left();
        thread.shutdown();
    }
}
