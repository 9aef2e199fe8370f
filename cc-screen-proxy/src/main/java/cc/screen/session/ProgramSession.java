package cc.screen.session;

import cc.protocol.command.ProtocolException;
import cc.protocol.link.ProtocolVersion;
import cc.protocol.message.FrameAck;
import cc.protocol.message.FromScreen;
import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.ProgramEntry;
import cc.protocol.message.ProgramHello;
import cc.protocol.message.ScreenLayout;
import cc.protocol.message.ToScreen;
import cc.protocol.message.Viewers;
import cc.protocol.message.Welcome;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A program as its screen knows it: its newest pixels and state, and those who look at it. Messages of the program come
 * in by {@link #receive}, from one thread, which never waits for a viewer. Viewers come and go at any time.
 *
 * <p>Lock order: this session's monitor (control and layout) before the picture's lock before a feed's monitor.
 */
public final class ProgramSession {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramSession.class);

    private final String name;
    private final ProgramHello hello;
    private final long startedEpochMillis;
    private final ScreenCounters counters;
    private final ProgramPicture picture;
    private final Consumer<ProgramSession> onEnd;
    private final Audience audience;
    private final Drivers drivers;

    private volatile ProgramLink link;

    // Guarded by this.
    private int lastViewer;
    private boolean ended;

    ProgramSession(
            String name,
            ProgramHello hello,
            ProgramLink link,
            ScreenSettings settings,
            InputBinding binding,
            ScreenEnvironment environment,
            Consumer<ProgramSession> onEnd) {
        this.name = name;
        this.hello = hello;
        this.link = link;
        this.counters = environment.counters();
        this.startedEpochMillis = System.currentTimeMillis();
        this.picture = new ProgramPicture(name, counters);
        this.audience = new Audience(picture, settings.limits(), environment);
        this.onEnd = onEnd;
        this.drivers = new Drivers(
                audience,
                binding.bind(name, this::toProgram),
                this::toProgram,
                hello.hasFixedScreens() ? hello.getFixedScreens() : settings.layout(),
                hello.hasFixedScreens(),
                isRemote());
    }

    /** The program's unique name. */
    public String name() {
        return name;
    }

    /** The screens that the program is to see now. */
    public ScreenLayout layout() {
        return drivers.layout();
    }

    /** Who drives this program. */
    Drivers drivers() {
        return drivers;
    }

    /** Whether viewers of this machine may drive the program, as far as they have been granted control. */
    public boolean mayBeDrivenFromHere() {
        return drivers.permitsHere();
    }

    /** From now on the program may be driven from these machines only. */
    public void allowInput(InputRule rule) {
        drivers.allow(rule);
    }

    public synchronized boolean hasEnded() {
        return ended;
    }

    /** For listings. */
    public ProgramEntry entry() {
        return ProgramEntry.newBuilder()
                .setName(name)
                .setPid(hello.getPid())
                .setRuntime(hello.getRuntime())
                .setMachine(hello.getMachine())
                .setWindows(picture.windows())
                .setViewers(audience.introduced())
                .setStartedEpochMillis(startedEpochMillis)
                .setDriver(drivers.driver())
                .build();
    }

    /** What each viewer costs. */
    public List<ViewerReport> viewerReports() {
        return audience.viewers().stream()
                .map(viewer -> new ViewerReport(
                        viewer.id(),
                        viewer.mayControl(),
                        viewer.feed().memoryBytes(),
                        viewer.feed().bytesInFlight()))
                .toList();
    }

    // ------------------------------------------------------------ the program

    /** Takes one message of the program. If it is malformed, the program's connection is closed and nothing else. */
    public void receive(ToScreen message) {
        try {
            if (message.hasFrame()) {
                counters.framesIn.increment();
                picture.apply(message.getFrame(), audience::frame);
                acknowledge(message);
            } else if (message.hasPointer() && isRemote()) {
                drivers.pointerElsewhere(message);
            } else {
                StateLimits.check(message);
                picture.take(message, this::tellViewers);
            }
        } catch (ProtocolException e) {
            malformed(link, String.valueOf(e.getMessage()));
        }
    }

    /** What came on a connection of the program is no message: that connection is closed, and nothing else. */
    public void malformed(ProgramLink onLink, String what) {
        counters.badProgramMessages.increment();
        LOG.warn("{} sent a bad message: {}", name, what);
        onLink.close("bad message: " + what);
        if (link == onLink) {
            end(
                    GoodbyeReason.GOODBYE_REASON_PROGRAM_ENDED,
                    "The program sent a bad message and was disconnected: " + what);
        }
    }

    /** A connection of the program ended; unless the program has a newer one, so does the session. */
    public void disconnected(ProgramLink ofLink) {
        if (link == ofLink) {
            end(GoodbyeReason.GOODBYE_REASON_PROGRAM_ENDED, "The program has ended.");
        }
    }

    /** The same program connected again, and will send all its state again. */
    void reconnected(ProgramLink newLink) {
        reconnected(newLink, List.of());
    }

    /**
     * The same program connected again, and these messages are all it has to say until now: viewers see what has changed,
     * and no more. To be called by the thread that calls {@link #receive} afterwards.
     */
    public void reconnected(ProgramLink newLink, List<ToScreen> everything) {
        ProgramLink old = link;
        link = newLink;
        old.close("the program connected again");
        try {
            picture.replace(everything, (news, damage) -> {
                news.forEach(this::tellViewers);
                audience.redraw(damage);
            });
            everything.stream().filter(ToScreen::hasFrame).forEach(this::acknowledge);
        } catch (ProtocolException e) {
            malformed(newLink, String.valueOf(e.getMessage()));
        }
    }

    boolean isProcess(ProgramHello other) {
        return other.getPid() != 0
                && other.getPid() == hello.getPid()
                && other.getMachine().equals(hello.getMachine())
                && other.getName().equals(hello.getName());
    }

    /** Ends this session, which its program does not know; viewers are told why. */
    public void end(String text) {
        end(GoodbyeReason.GOODBYE_REASON_PROGRAM_ENDED, text);
    }

    void end(GoodbyeReason reason, String text) {
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
        }
        link.close(text);
        audience.viewers().forEach(viewer -> viewer.feed().close(reason, text));
        onEnd.accept(this);
    }

    void toProgram(FromScreen message) {
        link.send(message);
    }

    private void acknowledge(ToScreen frame) {
        toProgram(FromScreen.newBuilder()
                .setAck(FrameAck.newBuilder().setSequence(frame.getFrame().getSequence()))
                .build());
    }

    private void tellViewers(ToScreen message) {
        switch (message.getMessageCase()) {
            // May hold a secret, which those who only look are not to have.
            case CLIPBOARD -> audience.tell(message, AttachedViewer::mayControl);
            case OPEN_LINK -> audience.tell(message, drivers::opensLinks);
            default -> audience.tell(message);
        }
    }

    // ------------------------------------------------------------ viewers

    /**
     * Lets a viewer look at this program. It is sent something as soon as it has introduced itself.
     */
    public Viewer attach(ViewerLink viewerLink, ViewerTerms terms) {
        AttachedViewer viewer;
        boolean tooLate;
        synchronized (this) {
            viewer = new AttachedViewer(
                    this, counters, ++lastViewer, terms, audience.feed(viewerLink, terms.pictures()));
            tooLate = ended;
            if (!tooLate) {
                audience.add(viewer);
            }
        }
        if (tooLate) {
            viewer.feed().close(GoodbyeReason.GOODBYE_REASON_PROGRAM_ENDED, "The program has ended.");
        }
        return viewer;
    }

    synchronized void introduced(AttachedViewer viewer, boolean verify) {
        ToScreen welcome = ToScreen.newBuilder()
                .setWelcome(Welcome.newBuilder()
                        .setProtocolVersion(ProtocolVersion.CURRENT)
                        .setProgram(name)
                        .setViewer(viewer.id())
                        .setMayControl(viewer.mayControl()))
                .build();
        picture.join(messages -> viewer.feed()
                .start(
                        verify,
                        Stream.concat(Stream.of(welcome), messages.stream())
                                .filter(message -> viewer.mayControl() || !message.hasClipboard())
                                .toList()));
        drivers.introduced(viewer);
    }

    void left(AttachedViewer viewer) {
        boolean wasThere;
        synchronized (this) {
            wasThere = audience.remove(viewer);
        }
        if (wasThere) {
            drivers.left(viewer);
        }
    }

    /** What the program's node says of those who drive it, if the program runs on another machine. */
    public void drivenBy(Viewers there, boolean here) {
        drivers.drivenBy(there, here);
    }

    /**
     * Whether the other machine on which the program runs is reached. While it is not, viewers see the last picture, are told
     * that it is one, and nothing they do counts.
     */
    public void reached(boolean now) {
        drivers.notReached(now ? "" : hello.getMachine());
    }

    /**
     * Whether it has windows on this machine's desktop.
     *
     * @param pictures its own, or else one that drives it
     */
    public boolean isOnDesktop(boolean pictures) {
        return audience.viewers().stream()
                .anyMatch(viewer -> viewer.terms().desktop() && viewer.terms().pictures() == pictures);
    }

    /** Takes its windows away from this machine's desktop. */
    public void leaveDesktop(String why) {
        audience.viewers().stream()
                .filter(viewer -> viewer.terms().desktop() && viewer.terms().pictures())
                .forEach(viewer -> viewer.feed().close(GoodbyeReason.GOODBYE_REASON_NOT_ALLOWED, why));
    }

    /** Ends feeds that make no progress. */
    void dropStarvedViewers() {
        audience.viewers().forEach(viewer -> viewer.feed().dropIfStarved());
    }

    /** Whether the program runs on another machine. */
    public boolean isRemote() {
        return !hello.getMachine().isEmpty();
    }
}
