package cc.screen.session;

import cc.protocol.message.GoodbyeReason;
import cc.protocol.message.ToScreen;
import cc.screen.damage.Damage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The viewers of a program, one or a hundred. All are sent the same pieces, which are made once, so that a further viewer
 * costs little more than writing to its connection. A piece is made when somebody is ready for it, and at a pace that
 * leaves the processors time for more important work. Nobody is waited for: who comes too far behind joins again later,
 * together with all who want to at that time.
 */
final class Crowd {
    private static final Logger LOG = LoggerFactory.getLogger(Crowd.class);

    /** After making and sending a piece, the crowd rests for that time multiplied by this. */
    private static final int REST = 1;

    /** Joining costs those who follow something too, so that it is not offered all the time. */
    private static final long JUNCTION_REST_NANOS = 100_000_000;

    private static final int JUNCTION_REST = 8;

    private final PictureStream stream;
    private final ScreenEnvironment environment;
    private final LongSupplier nanoTime;
    private final CopyOnWriteArrayList<CrowdFeed> members = new CopyOnWriteArrayList<>();

    // Used by the one running step only.
    private CrowdPiece last = CrowdPiece.none();
    private int sequence;

    // Guarded by this.
    private int ready;
    private int waiting;
    private boolean running;
    private long wakeNanos;
    private boolean wakes;
    private long restNanos;
    private long junctionRestNanos;

    Crowd(ProgramPicture picture, FeedLimits limits, ScreenEnvironment environment) {
        this.environment = environment;
        this.nanoTime = environment.nanoTime();
        this.stream = new PictureStream(picture, limits, environment.counters());
        this.restNanos = nanoTime.getAsLong();
        this.junctionRestNanos = restNanos;
    }

    void add(CrowdFeed member) {
        members.add(member);
        chooseChecksums();
    }

    void remove(CrowdFeed member) {
        members.remove(member);
        chooseChecksums();
    }

    private void chooseChecksums() {
        stream.verify(members.stream().anyMatch(CrowdFeed::wantsChecksums));
    }

    /** Whether there is more than one viewer, so that what is sent is worth being made for all. */
    boolean isShared() {
        return members.size() > 1;
    }

    void frame(SharedFrame frame) {
        if (!members.isEmpty()) {
            stream.frame(frame);
            wake();
        }
    }

    /** All that viewers have of these surfaces is out of date. */
    void redraw(Damage damage) {
        if (!members.isEmpty()) {
            stream.redraw(damage);
            wake();
        }
    }

    /** Something that all viewers are to know. */
    void state(ToScreen message) {
        if (!members.isEmpty()) {
            stream.state(message);
            wake();
        }
    }

    synchronized void moved(CrowdFeed.Standing before, CrowdFeed.Standing now) {
        count(before, -1);
        count(now, 1);
        wake();
    }

    private void count(CrowdFeed.Standing standing, int change) {
        switch (standing) {
            case READY -> ready += change;
            case WAITING -> waiting += change;
            case AWAY -> {}
        }
    }

    /** Has a step run when one is due. */
    private synchronized void wake() {
        if (running) {
            return;
        }
        boolean joining = waiting > 0;
        boolean following = ready > 0 && !stream.isEmpty();
        if (!joining && !following) {
            return;
        }
        long due = following || junctionRestNanos - restNanos < 0 ? restNanos : junctionRestNanos;
        if (!wakes || due - wakeNanos < 0) {
            wakes = true;
            wakeNanos = due;
            environment.timer().at(due, this::step);
        }
    }

    private void step() {
        boolean joining;
        boolean following;
        long started = nanoTime.getAsLong();
        synchronized (this) {
            wakes = false;
            if (running || started - restNanos < 0) {
                wake();
                return;
            }
            joining = waiting > 0 && started - junctionRestNanos >= 0;
            following = ready > 0 && !stream.isEmpty();
            running = true;
        }
        try {
            if (joining) {
                join();
            } else if (following) {
                append(stream.next());
            }
        } catch (RuntimeException e) {
            LOG.error("A crowd of viewers cannot be fed and is sent away", e);
            members.forEach(member -> member.close(
                    GoodbyeReason.GOODBYE_REASON_UNSPECIFIED, "The screen proxy failed to draw for this viewer."));
        } finally {
            // Comes after what the members' feeds have to send now.
            environment.feeds().execute(() -> rest(started, joining));
        }
    }

    private synchronized void rest(long startedNanos, boolean joined) {
        long now = nanoTime.getAsLong();
        restNanos = now + (now - startedNanos) * REST;
        if (joined) {
            junctionRestNanos = now + Math.max(JUNCTION_REST_NANOS, (now - startedNanos) * JUNCTION_REST);
        }
        running = false;
        wake();
    }

    private void append(Update update) {
        if (update.isEmpty()) {
            return;
        }
        last = last.append(update, update.hasFrame() ? ++sequence : 0, isShared());
        members.forEach(member -> member.appended(last));
    }

    /** Those who wait are given everything there is, and go on together with those who follow. */
    private void join() {
        List<CrowdFeed> joiners = members.stream().filter(CrowdFeed::isWaiting).toList();
        PictureStream.Junction junction = stream.junction(
                members.stream().anyMatch(CrowdFeed::isFollowing),
                joiners.stream().anyMatch(CrowdFeed::wasSentFrames));
        append(junction.last());
        CrowdPiece whole = CrowdPiece.aside(junction.whole(), junction.whole().hasFrame() ? ++sequence : 0, isShared());
        joiners.forEach(member -> member.join(whole, last));
    }
}
