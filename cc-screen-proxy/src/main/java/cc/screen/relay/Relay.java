package cc.screen.relay;

import cc.protocol.link.ProtocolVersion;
import cc.protocol.message.Attach;
import cc.protocol.message.FromScreen;
import cc.protocol.message.Goodbye;
import cc.protocol.message.ProgramHello;
import cc.protocol.message.ToScreen;
import cc.protocol.message.Viewers;
import cc.screen.session.ProgramLink;
import cc.screen.session.ProgramSession;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Makes a program that runs on another machine a program of this machine's screen proxy: to the program's node it is a
 * viewer like any other, to the viewers here it is the program. The session outlives the connection: while there is none
 * it keeps its last picture, and when all has been said again over a new one, viewers see only what has changed.
 *
 * <p>Knows nothing of connections. Used by one thread at a time.
 */
public final class Relay {
    private final ProgramHello hello;
    private final BiFunction<ProgramHello, ProgramLink, ProgramSession> open;
    private final boolean pictures;
    private final boolean verify;
    private @Nullable ProgramSession session;
    private @Nullable ProgramLink link;
    private @Nullable List<ToScreen> gathering;
    private int viewer;
    private Viewers viewers = Viewers.getDefaultInstance();

    /**
     * @param hello what is known of the program; its machine is set
     * @param open makes the session here, when the program's node answers for the first time
     * @param pictures whether the program's node tells what windows show, and not only where they are
     * @param verify whether the program's node is to send checksums
     */
    public Relay(
            ProgramHello hello,
            BiFunction<ProgramHello, ProgramLink, ProgramSession> open,
            boolean pictures,
            boolean verify) {
        this.hello = hello;
        this.open = open;
        this.pictures = pictures;
        this.verify = verify;
    }

    /** There is a new connection to the program's node, which will say everything from the beginning. */
    public void connected(ProgramLink newLink) {
        link = newLink;
        gathering = null;
        newLink.send(FromScreen.newBuilder()
                .setAttach(Attach.newBuilder()
                        .setProtocolVersion(ProtocolVersion.CURRENT)
                        .setVerify(verify))
                .build());
    }

    /** The connection to the program's node broke. */
    public void disconnected() {
        if (session != null) {
            session.reached(false);
        }
    }

    /**
     * Takes one message of the program's node.
     *
     * @return its goodbye, after which nothing comes; null as long as the conversation goes on
     */
    public @Nullable Goodbye receive(ToScreen message) {
        switch (message.getMessageCase()) {
            case WELCOME -> {
                viewer = message.getWelcome().getViewer();
                begin();
            }
            case VIEWERS -> {
                viewers = message.getViewers();
                if (gathering == null) {
                    tellViewers();
                } else if (!pictures || gathering.stream().noneMatch(ToScreen::hasWindow)) {
                    finish();
                }
            }
            case GOODBYE -> {
                return message.getGoodbye();
            }
            case PONG -> {}
            default -> pass(message);
        }
        return null;
    }

    /** The session here, if the program's node has ever answered. */
    public @Nullable ProgramSession session() {
        return session;
    }

    /** Nothing can be shown here any more: the session was ended, here. */
    public boolean isOver() {
        return session != null && session.hasEnded();
    }

    /** Ends the session here; viewers are told why. */
    public void end(String text) {
        if (session != null) {
            session.end(text);
        }
    }

    private void begin() {
        if (link == null) {
            throw new IllegalStateException("not connected");
        } else if (session == null) {
            session = open.apply(hello, link);
        } else {
            gathering = new ArrayList<>();
        }
    }

    private void pass(ToScreen message) {
        if (gathering != null) {
            gathering.add(message);
            // Pictures come after all state of that moment, and all of them at once.
            if (message.hasFrame()) {
                finish();
            }
        } else if (session != null) {
            session.receive(message);
        }
    }

    private void finish() {
        if (session != null && link != null && gathering != null) {
            session.reconnected(link, gathering);
            gathering = null;
            session.reached(true);
            tellViewers();
        }
    }

    private void tellViewers() {
        if (session != null) {
            session.drivenBy(viewers, viewers.getInControl() == viewer);
        }
    }
}
