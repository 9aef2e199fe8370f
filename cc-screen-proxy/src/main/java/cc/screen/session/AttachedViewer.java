package cc.screen.session;

import cc.protocol.command.ProtocolException;
import cc.protocol.link.ProtocolVersion;
import cc.protocol.message.FromScreen;
import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.Pong;
import cc.protocol.message.ScreenLayout;
import cc.protocol.message.ToScreen;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One viewer of a program: checks what it says and what it may do, and passes it on. */
final class AttachedViewer implements Viewer {
    private static final Logger LOG = LoggerFactory.getLogger(AttachedViewer.class);

    private final ProgramSession session;
    private final ScreenCounters counters;
    private final int id;
    private final ViewerTerms terms;
    private final ViewerFeed feed;
    private volatile boolean introduced;
    private volatile @Nullable ScreenLayout layout;

    AttachedViewer(ProgramSession session, ScreenCounters counters, int id, ViewerTerms terms, ViewerFeed feed) {
        this.session = session;
        this.counters = counters;
        this.id = id;
        this.terms = terms;
        this.feed = feed;
    }

    @Override
    public int id() {
        return id;
    }

    ViewerTerms terms() {
        return terms;
    }

    boolean mayControl() {
        return terms.mayControl();
    }

    boolean isIntroduced() {
        return introduced;
    }

    ViewerFeed feed() {
        return feed;
    }

    /** The screens that this viewer has, as far as it told. */
    @Nullable
    ScreenLayout layout() {
        return layout;
    }

    @Override
    public void receive(FromScreen message) {
        try {
            ViewerMessageLimits.check(message);
            if (!introduced && !message.hasAttach()) {
                throw new ProtocolException("the first message is " + message.getMessageCase() + ", not ATTACH");
            }
            handle(message);
        } catch (ProtocolException e) {
            malformed(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void malformed(String what) {
        counters.badViewerMessages.increment();
        LOG.info("Viewer {} of {} sent a bad message: {}", id, session.name(), what);
        feed.close(GoodbyeReason.GOODBYE_REASON_BAD_MESSAGE, "Bad message: " + what);
    }

    @Override
    public void left() {
        feed.stop();
        session.left(this);
    }

    private void handle(FromScreen message) throws ProtocolException {
        switch (message.getMessageCase()) {
            case ATTACH -> attach(message);
            case ACK -> feed.acknowledge(message.getAck().getSequence());
            case PING ->
                feed.urgent(ToScreen.newBuilder()
                        .setPong(Pong.newBuilder().setId(message.getPing().getId()))
                        .build());
            default -> {
                if (session.drivers().mayDrive(this)) {
                    control(message);
                } else if (mayControl() && message.hasScreens()) {
                    screens(message.getScreens());
                } else {
                    counters.refusedInput.increment();
                }
            }
        }
    }

    private void attach(FromScreen message) throws ProtocolException {
        if (introduced) {
            throw new ProtocolException("ATTACH came a second time");
        }
        int version = message.getAttach().getProtocolVersion();
        if (version != ProtocolVersion.CURRENT) {
            feed.close(
                    GoodbyeReason.GOODBYE_REASON_VERSION,
                    "The viewer speaks version " + version + ", the screen proxy version " + ProtocolVersion.CURRENT
                            + ". Reload the page.");
            return;
        }
        introduced = true;
        setLayout(message.getAttach().getScreens());
        session.introduced(this, message.getAttach().getVerify());
    }

    private void control(FromScreen message) {
        switch (message.getMessageCase()) {
            case KEY, POINTER, WHEEL, TEXT, RELEASE -> session.drivers().input(this, message);
            case WINDOW -> session.drivers().windowRequest(this, message);
            case CLIPBOARD -> session.toProgram(message);
            case CONTROL ->
                session.drivers().controlRequest(this, message.getControl().getTake());
            case SCREENS -> screens(message.getScreens());
            default -> throw new IllegalStateException("unhandled " + message.getMessageCase());
        }
    }

    private void screens(ScreenLayout newLayout) {
        setLayout(newLayout);
        session.drivers().layoutChanged(this);
    }

    private void setLayout(ScreenLayout newLayout) {
        if (newLayout.getScreensCount() > 0) {
            layout = newLayout;
        }
    }
}
