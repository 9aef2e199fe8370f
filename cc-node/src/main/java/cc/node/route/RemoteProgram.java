package cc.node.route;

import cc.node.chore.ChoreThread;
import cc.node.message.ScreenRequest;
import cc.node.peer.PeerStream;
import cc.protocol.link.FrameChannel;
import cc.protocol.link.LinkLimits;
import cc.protocol.link.ProtocolVersion;
import cc.protocol.message.Goodbye;
import cc.protocol.message.ProgramHello;
import cc.protocol.message.ToScreen;
import cc.screen.local.ProgramOutbox;
import cc.screen.relay.Relay;
import cc.screen.session.InputRule;
import cc.screen.session.ProgramSession;
import cc.screen.session.ScreenProxy;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a program of another machine shown on this one: attaches to its node, and again whenever the connection breaks.
 * For a while its session here outlives the connection with its last picture; then its viewers are sent away, and a new
 * one begins when the machine is back. Ends when the program has ended, or when it is closed. Has a thread of its own.
 */
final class RemoteProgram implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RemoteProgram.class);
    private static final long FIRST_RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** A machine whose node was started anew is to show its programs at once, and an attempt costs little. */
    private static final long LAST_RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);

    /** What came could not be shown; it is not to come again and again. */
    private static final long RETRY_ANEW_NANOS = TimeUnit.SECONDS.toNanos(3);

    /** Opens a stream to the program's node. */
    @FunctionalInterface
    interface Way {
        PeerStream open() throws IOException;
    }

    private final Shown shown;
    private final ScreenProxy screens;
    private final Way way;
    private final ChoreThread chores;
    private final long graceNanos;
    private final Consumer<ProgramSession> onShown;
    private final Runnable onEnd;
    private final Thread thread;
    private volatile Relay relay;
    private volatile InputRule rule;

    // Used by the thread only.
    private long retryNanos = FIRST_RETRY_NANOS;
    private boolean reached;
    private long lastHeardNanos;
    private String lastFailure = "";

    // Guarded by this.
    private @Nullable PeerStream stream;
    private boolean closed;

    /**
     * @param rule from where the program may be driven
     * @param chores notices when nothing comes back
     * @param grace how long the session outlives the connection
     * @param onShown is told of each session that it opens
     * @param onEnd called by this one's thread, unless this was closed before
     */
    RemoteProgram(
            Shown shown,
            InputRule rule,
            ScreenProxy screens,
            Way way,
            ChoreThread chores,
            Duration grace,
            Consumer<ProgramSession> onShown,
            Runnable onEnd) {
        this.shown = shown;
        this.rule = rule;
        this.screens = screens;
        this.way = way;
        this.chores = chores;
        this.graceNanos = grace.toNanos();
        this.onShown = onShown;
        this.onEnd = onEnd;
        this.relay = newRelay();
        this.thread = new Thread(this::run, "cc-shows-" + shown.program());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Its session here; null as long as the program's node has not answered. */
    @Nullable
    ProgramSession session() {
        ProgramSession session = relay.session();
        return session == null || session.hasEnded() ? null : session;
    }

    void allowInput(InputRule newRule) {
        rule = newRule;
        ProgramSession session = relay.session();
        if (session != null) {
            session.allowInput(newRule);
        }
    }

    /** Shows it here no more; returns at once. */
    @Override
    public void close() {
        PeerStream open;
        synchronized (this) {
            closed = true;
            open = stream;
            notifyAll();
        }
        if (open != null) {
            open.close();
        }
    }

    private void run() {
        String reason = "It is not shown on this machine any more.";
        try {
            lastHeardNanos = System.nanoTime();
            while (!isClosed()) {
                String ended = converse();
                if (ended != null) {
                    reason = ended;
                    break;
                }
                if (relay.session() != null && System.nanoTime() - lastHeardNanos >= graceNanos) {
                    relay.end("The connection to " + shown.machine() + " was lost: " + lastFailure);
                    relay = newRelay();
                }
                pause();
            }
        } finally {
            relay.end(reason);
            if (!isClosed()) {
                onEnd.run();
            }
        }
    }

    /**
     * Talks with the program's node until the connection breaks; returns why the program is not to be shown any more.
     */
    private @Nullable String converse() {
        try (PeerStream opened = reach()) {
            synchronized (this) {
                stream = opened;
                if (closed) {
                    return null;
                }
            }
            return converse(opened.compressedMessages());
        } catch (IOException e) {
            String failure = e.getMessage() == null ? "the connection broke" : e.getMessage();
            if (!failure.equals(lastFailure) && !isClosed()) {
                LOG.info("{} is not reached: {}; trying on", shown, failure);
            }
            lastFailure = failure;
            if (relay.isOver()) {
                beginAnew(failure);
            }
            return null;
        } catch (RuntimeException e) {
            LOG.error("What came of {} cannot be shown; it is begun anew", shown, e);
            lastFailure = "what came could not be shown";
            beginAnew(lastFailure);
            return null;
        } finally {
            synchronized (this) {
                stream = null;
            }
        }
    }

    private PeerStream reach() throws IOException {
        boolean before = reached;
        reached = false;
        PeerStream opened = way.open();
        reached = true;
        if (!before) {
            // A node that has just started does not know its programs yet, and will within moments.
            retryNanos = FIRST_RETRY_NANOS;
        }
        return opened;
    }

    /** What is here is of no use any more; not at once, lest the same comes again and again. */
    private void beginAnew(String why) {
        relay.end("The picture from " + shown.machine() + " was lost: " + why);
        relay = newRelay();
        retryNanos = RETRY_ANEW_NANOS;
    }

    private @Nullable String converse(FrameChannel channel) throws IOException {
        channel.write(ScreenRequest.newBuilder()
                .setProtocolVersion(ProtocolVersion.CURRENT)
                .setApplication(shown.id())
                .setControl(true)
                .setWithoutPictures(!shown.pictures())
                .build());
        ProgramOutbox outbox = new ProgramOutbox(channel, shown.program());
        AnswerWatch watch = new AnswerWatch(outbox, chores, this::answers);
        relay.connected(watch);
        outbox.start();
        try {
            while (true) {
                ToScreen message = channel.read(ToScreen.parser(), LinkLimits.MAX_TO_SCREEN_BYTES);
                if (message == null) {
                    throw new IOException("the other node ended the connection");
                }
                watch.heard();
                lastHeardNanos = System.nanoTime();
                retryNanos = FIRST_RETRY_NANOS;
                lastFailure = "";
                boolean first = relay.session() == null;
                Goodbye goodbye = relay.receive(message);
                ProgramSession session = relay.session();
                if (first && session != null) {
                    session.allowInput(rule);
                    onShown.accept(session);
                }
                if (goodbye != null) {
                    return whetherItEnds(goodbye);
                } else if (relay.isOver()) {
                    throw new IOException("what the other node sent cannot be shown");
                }
            }
        } finally {
            lastHeardNanos = System.nanoTime();
            watch.end();
            outbox.close("the conversation ended");
            relay.disconnected();
        }
    }

    /**
     * While it does not, nothing more is typed into what may never arrive; what was typed before does if the way heals.
     */
    private void answers(boolean now) {
        ProgramSession session = relay.session();
        if (session != null) {
            session.reached(now);
        }
    }

    private static @Nullable String whetherItEnds(Goodbye goodbye) throws IOException {
        return switch (goodbye.getReason()) {
            case GOODBYE_REASON_PROGRAM_ENDED, GOODBYE_REASON_NOT_ALLOWED, GOODBYE_REASON_VERSION -> goodbye.getText();
            default -> throw new IOException(goodbye.getText());
        };
    }

    private synchronized void pause() {
        try {
            long until = System.nanoTime() + retryNanos;
            for (long left = retryNanos; left > 0 && !closed; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
        retryNanos = Math.min(retryNanos * 2, LAST_RETRY_NANOS);
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private Relay newRelay() {
        ProgramHello hello = ProgramHello.newBuilder()
                .setName(shown.program())
                .setMachine(shown.machine())
                .build();
        return new Relay(hello, screens::openRemote, shown.pictures(), Boolean.getBoolean("cc.verify"));
    }
}
