package cc.screen.session;

import cc.protocol.command.CommandDecoder;
import cc.protocol.command.ProtocolException;
import cc.protocol.link.ProtocolVersion;
import cc.protocol.message.Attach;
import cc.protocol.message.CursorShape;
import cc.protocol.message.Frame;
import cc.protocol.message.FrameAck;
import cc.protocol.message.FromScreen;
import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.SurfaceChecksum;
import cc.protocol.message.ToScreen;
import cc.protocol.message.Viewers;
import cc.protocol.message.WindowState;
import cc.protocol.raster.Replica;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A viewer that does all that a real one does, whenever the test lets it. */
final class FakeViewer implements ViewerLink {
    final Replica replica = new Replica();
    final Map<Integer, WindowState> windows = new HashMap<>();
    final Map<Integer, CursorShape> cursors = new HashMap<>();
    final List<ToScreen> received = new ArrayList<>();
    int frames;
    int checksums;
    int largestPiece;

    @Nullable
    GoodbyeReason goodbye;

    String goodbyeText = "";
    Viewers viewers = Viewers.getDefaultInstance();

    private final CommandDecoder decoder = new CommandDecoder();
    private final ArrayDeque<Integer> unacknowledged = new ArrayDeque<>();
    private @Nullable Runnable taken;
    private @Nullable Viewer viewer;

    static FakeViewer attach(ProgramSession session, boolean control) {
        return attach(session, control, Attach.newBuilder().setProtocolVersion(ProtocolVersion.CURRENT));
    }

    static FakeViewer attach(ProgramSession session, boolean control, Attach.Builder attach) {
        FakeViewer fake = connect(session, control);
        fake.say(FromScreen.newBuilder().setAttach(attach).build());
        return fake;
    }

    static FakeViewer connect(ProgramSession session, boolean control) {
        return connect(session, ViewerTerms.browser(control));
    }

    static FakeViewer connect(ProgramSession session, ViewerTerms terms) {
        FakeViewer fake = new FakeViewer();
        fake.viewer = session.attach(fake, terms);
        return fake;
    }

    /** One that is not attached to a session but says everything to somebody else. */
    static FakeViewer speakingTo(Viewer viewer) {
        FakeViewer fake = new FakeViewer();
        fake.viewer = viewer;
        return fake;
    }

    /** Whether this viewer has the program's windows and the pixels of these. */
    boolean shows(RandomProgram program) {
        return windows.equals(program.windows)
                && windows.values().stream()
                        .allMatch(window -> replica.has(window.getSurface()) == program.truth.has(window.getSurface()))
                && replica.surfaces().stream()
                        .allMatch(surface ->
                                program.truth.has(surface) && replica.crc32(surface) == program.truth.crc32(surface));
    }

    int id() {
        return viewer().id();
    }

    void say(FromScreen message) {
        viewer().receive(message);
    }

    void say(FromScreen.Builder message) {
        say(message.build());
    }

    void leave() {
        viewer().left();
    }

    private Viewer viewer() {
        if (viewer == null) {
            throw new IllegalStateException("not attached");
        }
        return viewer;
    }

    @Override
    public int send(List<ToScreen> messages, Runnable whenTaken) {
        if (taken != null) {
            throw new AssertionError("sent more before the transport took what it had");
        }
        received.addAll(messages);
        taken = whenTaken;
        int bytes = messages.stream().mapToInt(ToScreen::getSerializedSize).sum();
        largestPiece = Math.max(largestPiece, bytes);
        messages.forEach(this::apply);
        return bytes;
    }

    @Override
    public void close(GoodbyeReason reason, String text) {
        goodbye = reason;
        goodbyeText = text;
    }

    @Override
    public long memoryBytes() {
        return 0;
    }

    /** The transport is ready for more. */
    boolean take() {
        Runnable ready = taken;
        taken = null;
        if (ready != null) {
            ready.run();
        }
        return ready != null;
    }

    boolean acknowledgeOne() {
        Integer sequence = unacknowledged.poll();
        if (sequence != null) {
            say(FromScreen.newBuilder().setAck(FrameAck.newBuilder().setSequence(sequence)));
        }
        return sequence != null;
    }

    private void apply(ToScreen message) {
        switch (message.getMessageCase()) {
            case FRAME -> apply(message.getFrame());
            case WINDOW -> windows.put(message.getWindow().getWindow(), message.getWindow());
            case WINDOW_CLOSED -> {
                windows.remove(message.getWindowClosed().getWindow());
                cursors.remove(message.getWindowClosed().getWindow());
            }
            case CURSOR -> cursors.put(message.getCursor().getWindow(), message.getCursor());
            case VIEWERS -> viewers = message.getViewers();
            default -> {}
        }
    }

    private void apply(Frame frame) {
        try {
            decoder.decode(frame.getCommands().toByteArray(), replica::apply);
        } catch (ProtocolException e) {
            throw new AssertionError("the viewer was sent a bad frame", e);
        }
        for (SurfaceChecksum checksum : frame.getChecksumsList()) {
            if (replica.crc32(checksum.getSurface()) != checksum.getCrc32()) {
                throw new AssertionError(
                        "checksum of surface " + checksum.getSurface() + " in frame " + frame.getSequence());
            }
            checksums++;
        }
        frames++;
        unacknowledged.add(frame.getSequence());
    }
}
