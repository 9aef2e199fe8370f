package cc.screen.session;

import cc.protocol.message.ToScreen;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Feeds one viewer of a {@link Crowd} with the crowd's pieces, from the one where it joined. If it comes too far behind,
 * it leaves; it joins again as soon as it has dealt with all that it was sent.
 */
final class CrowdFeed extends ViewerFeed {
    /** What the crowd has to know of a viewer. */
    enum Standing {
        /** Not there, or busy. */
        AWAY,
        /** Has nothing to do, and is to join. */
        WAITING,
        /** Has got all there is. */
        READY
    }

    /** What is sent together as one piece at most. */
    private static final int MAX_TOGETHER = 8;

    private final Crowd crowd;
    private final FeedLimits limits;
    private volatile boolean withChecksums;

    // Guarded by this.
    /** The last piece that was sent; null: does not follow. */
    private @Nullable CrowdPiece position;

    private @Nullable CrowdPiece whole;
    private Standing standing = Standing.AWAY;

    CrowdFeed(ViewerLink link, Crowd crowd, FeedLimits limits, ScreenEnvironment environment) {
        super(link, limits, environment);
        this.crowd = crowd;
        this.limits = limits;
    }

    @Override
    synchronized void start(boolean checksums, List<ToScreen> messages) {
        withChecksums = checksums;
        crowd.add(this);
        super.start(checksums, messages);
    }

    @Override
    synchronized boolean stop() {
        boolean wasOpen = super.stop();
        position = null;
        whole = null;
        changeStanding();
        crowd.remove(this);
        return wasOpen;
    }

    boolean wantsChecksums() {
        return withChecksums;
    }

    synchronized boolean isFollowing() {
        return position != null;
    }

    synchronized boolean isWaiting() {
        return canJoin();
    }

    synchronized boolean wasSentFrames() {
        return flight.hasLaunched();
    }

    /** Joins, if it still can: first all that there is, then whatever follows a piece. */
    synchronized void join(CrowdPiece everything, CrowdPiece then) {
        if (canJoin()) {
            whole = everything.update.isEmpty() ? null : everything;
            position = then;
            schedule();
        }
    }

    /** The crowd has a new piece. */
    synchronized void appended(CrowdPiece last) {
        if (!isRunning()) {
            return;
        }
        if (position == null) {
            last.update.state().forEach(this::keep);
        } else if (last.countSoFar - position.countSoFar > limits.crowdPieces()
                || last.bytesSoFar - position.bytesSoFar > limits.crowdBytes()) {
            fallBehind(position);
        }
        schedule();
    }

    /** Gives up the pieces that were not sent; what they said of the state is kept. */
    private void fallBehind(CrowdPiece last) {
        for (CrowdPiece missed = last.next(); missed != null; missed = missed.next()) {
            missed.update.state().forEach(this::keep);
        }
        position = null;
        whole = null;
        counters.collapses.increment();
    }

    @Override
    boolean hasPictures() {
        return position == null || whole != null || position.next() != null;
    }

    @Override
    void schedule() {
        changeStanding();
        if (position != null || isUrgent()) {
            super.schedule();
        }
    }

    @Override
    void send() {
        List<SharedPiece> pieces = new ArrayList<>();
        boolean shared = collect(pieces);
        if (!pieces.isEmpty() && beginSending()) {
            int bytes = shared
                    ? link.sendShared(pieces, this::taken)
                    : link.send(
                            pieces.stream()
                                    .flatMap(piece -> piece.messages().stream())
                                    .toList(),
                            this::taken);
            counters.bytesOut.add(bytes);
        }
    }

    /** Tells whether there is anything that is made for several viewers. */
    private synchronized boolean collect(List<SharedPiece> pieces) {
        List<ToScreen> own = new ArrayList<>(takeUrgent());
        boolean follows = position != null && flight.isOpen();
        if (follows) {
            own.addAll(takeState());
        }
        if (!own.isEmpty()) {
            pieces.add(new SharedPiece(own));
        }
        return follows ? collectPictures(pieces) : crowd.isShared();
    }

    private boolean collectPictures(List<SharedPiece> pieces) {
        boolean shared = crowd.isShared();
        if (whole != null) {
            launch(whole);
            pieces.add(whole.piece);
            shared |= whole.shared;
            whole = null;
        }
        while (position != null && flight.isOpen() && pieces.size() < MAX_TOGETHER) {
            CrowdPiece next = position.next();
            if (next == null) {
                break;
            }
            launch(next);
            pieces.add(next.piece);
            shared |= next.shared;
            position = next;
        }
        return shared;
    }

    private void launch(CrowdPiece piece) {
        if (piece.update.hasFrame()) {
            flight.launch(piece.sequence, piece.update.commands().length);
            counters.framesOut.increment();
        }
    }

    @Override
    boolean isStuck() {
        return super.isStuck() || (position == null && !flight.isEmpty());
    }

    private boolean canJoin() {
        return isRunning() && position == null && !isSending() && flight.isEmpty();
    }

    private void changeStanding() {
        Standing now = canJoin()
                ? Standing.WAITING
                : isRunning() && position != null && !isSending() && !hasPictures() && flight.isOpen()
                        ? Standing.READY
                        : Standing.AWAY;
        if (now != standing) {
            Standing before = standing;
            standing = now;
            crowd.moved(before, now);
        }
    }
}
