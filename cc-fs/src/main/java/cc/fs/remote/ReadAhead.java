package cc.fs.remote;

import cc.fs.service.FileFault;
import cc.protocol.message.FileCall;
import cc.protocol.message.ReadCall;
import com.google.protobuf.ByteString;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The reads of one open file. As long as each begins where the one before has ended, more and more is asked for before it is
 * wanted; other reads ask for what is wanted and little more.
 */
final class ReadAhead {
    /** A read that is not part of a sequence asks for so much, where less is wanted. */
    private static final int LEAST_BYTES = 1 << 12;

    private static final int FIRST_WINDOW_BYTES = 1 << 16;
    private static final int LAST_WINDOW_BYTES = 1 << 22;
    /** Within a message of 256 kB. */
    private static final int MAX_PIECE_BYTES = (1 << 18) - (1 << 10);

    /** A program that reads on at the end of a file asks for what has been added; within this time the end is taken as known. */
    private static final long END_KNOWN_NANOS = 1_000_000_000L;

    private final FilesLink link;
    private final long handle;
    private final SharedFile shared;
    private final Deque<FetchedPiece> pieces = new ArrayDeque<>();
    private long next;
    private int window;

    ReadAhead(FilesLink link, long handle, SharedFile shared) {
        this.link = link;
        this.handle = handle;
        this.shared = shared;
    }

    /** What came with the opening. */
    synchronized void begin(ByteString bytes, boolean end, long version) {
        if ((!bytes.isEmpty() || end) && link.readAhead().tryTake(bytes.size())) {
            pieces.add(FetchedPiece.arrived(bytes, end, version));
        }
    }

    /** @return how many bytes; -1 at the end */
    int read(long position, byte[] bytes, int from, int count) throws FileFault {
        try {
            while (true) {
                FetchedPiece piece;
                synchronized (this) {
                    FetchedPiece there = find(position);
                    piece = there != null ? there : fetch(position, count);
                    if (piece.isDone()) {
                        int got = take(piece, position, bytes, from, count);
                        if (got != 0) {
                            return got;
                        }
                        continue;
                    }
                }
                piece.await();
            }
        } catch (FileFault e) {
            forget();
            throw e;
        }
    }

    synchronized void forget() {
        for (FetchedPiece piece : pieces) {
            piece.release(link);
        }
        pieces.clear();
    }

    /** A piece that has, or will have, the byte at a position. What is before it is not kept. */
    private @Nullable FetchedPiece find(long position) {
        long version = shared.version();
        FetchedPiece first = pieces.peek();
        while (first != null && (first.version() != version || !first.covers(position))) {
            pieces.remove().release(link);
            first = pieces.peek();
        }
        return first;
    }

    /** Asks for what is wanted at a place of which nothing is there. */
    private FetchedPiece fetch(long position, int count) throws FileFault {
        boolean sequence = position == next;
        window = sequence ? Math.max(window, FIRST_WINDOW_BYTES) : 0;
        int wanted = Math.min(Math.max(count, LEAST_BYTES), FileLimits.MAX_TRANSFER_BYTES);
        int piece = sequence ? Math.max(wanted, pieceBytes()) : wanted;
        FetchedPiece fetched = ask(position, piece);
        if (fetched == null) {
            // Too much is kept elsewhere: what is wanted, and for this read only.
            link.reads().take(wanted);
            fetched = new FetchedPiece(position, wanted, shared.version(), 0);
            try {
                fetched.sent(
                        link.send(call(fetched), (result, fault) -> link.reads().giveBack(wanted)));
            } catch (FileFault e) {
                link.reads().giveBack(wanted);
                throw e;
            }
        }
        pieces.add(fetched);
        return fetched;
    }

    /** Null if too much is kept. */
    private @Nullable FetchedPiece ask(long position, int count) throws FileFault {
        if (!link.readAhead().tryTake(count)) {
            return null;
        }
        FetchedPiece piece = new FetchedPiece(position, count, shared.version(), count);
        try {
            piece.sent(link.send(call(piece), (result, fault) -> piece.release(link)));
        } catch (FileFault e) {
            piece.release(link);
            piece.release(link);
            throw e;
        }
        return piece;
    }

    /** Copies from a piece that has arrived; 0: it is of no use, try again. */
    private int take(FetchedPiece piece, long position, byte[] bytes, int from, int count) {
        int got = piece.copy(position, bytes, from, count);
        if (got == 0) {
            boolean end = piece.takeEnd(END_KNOWN_NANOS);
            forget();
            return end ? -1 : 0;
        }
        next = position + got;
        if (piece.endsAt(next) && !piece.isEnd()) {
            window = Math.min(2 * Math.max(window, FIRST_WINDOW_BYTES / 2), LAST_WINDOW_BYTES);
        }
        if (window > 0) {
            ahead();
        }
        return got;
    }

    /** Asks for more as far as the window goes. */
    private void ahead() {
        FetchedPiece last = pieces.peekLast();
        try {
            while (last != null && !last.isEnd() && last.end() - next < window) {
                last = ask(last.end(), pieceBytes());
                if (last != null) {
                    pieces.add(last);
                }
            }
        } catch (FileFault e) {
            // Whoever reads on will be told.
            window = 0;
        }
    }

    private int pieceBytes() {
        return Math.min(Math.max(window / 4, FIRST_WINDOW_BYTES), MAX_PIECE_BYTES);
    }

    private FileCall.Builder call(FetchedPiece piece) {
        return FileCall.newBuilder()
                .setHandle(handle)
                .setRead(ReadCall.newBuilder().setPosition(piece.position()).setCount(piece.count()));
    }
}
