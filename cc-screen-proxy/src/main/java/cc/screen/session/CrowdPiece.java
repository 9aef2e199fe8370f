package cc.screen.session;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One piece of what a crowd is sent, and a link to the next. Each viewer's feed walks along the links; what all have
 * passed is garbage.
 */
final class CrowdPiece {
    final SharedPiece piece;
    final Update update;
    final int sequence;

    /** Whether several viewers are to have it. */
    final boolean shared;

    /** How many pieces, and how many bytes of commands, there were up to and with this one. */
    final long countSoFar;

    final long bytesSoFar;
    private volatile @Nullable CrowdPiece next;

    /** @param sequence the number of its frame, if it has one */
    private CrowdPiece(Update update, int sequence, boolean shared, long countSoFar, long bytesSoFar) {
        this.update = update;
        this.shared = shared;
        this.sequence = sequence;
        this.countSoFar = countSoFar;
        this.bytesSoFar = bytesSoFar;
        this.piece = new SharedPiece(update.messages(sequence));
    }

    /** The piece before the first. */
    static CrowdPiece none() {
        return aside(Update.ofState(List.of()), 0, false);
    }

    /** A piece that is no part of the sequence. */
    static CrowdPiece aside(Update update, int sequence, boolean shared) {
        return new CrowdPiece(update, sequence, shared, 0, 0);
    }

    /** Follows this piece by another one. */
    CrowdPiece append(Update following, int itsSequence, boolean forSeveral) {
        CrowdPiece added = new CrowdPiece(
                following, itsSequence, forSeveral, countSoFar + 1, bytesSoFar + following.commands().length);
        next = added;
        return added;
    }

    @Nullable
    CrowdPiece next() {
        return next;
    }
}
