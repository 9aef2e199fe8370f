package cc.fs.remote;

import cc.fs.service.FileFault;
import cc.protocol.message.FileResult;
import com.google.protobuf.ByteString;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Bytes of a file that have been asked for. Guarded by its {@link ReadAhead}, but for the waiting. */
final class FetchedPiece {
    private final long position;
    private final int count;
    private final long version;
    private final int budget;

    /** Nobody reads from it any more, and nothing is on its way: then what it took of the budget is free. */
    private final AtomicInteger holds;

    private @Nullable PendingCall call;
    private @Nullable ByteString bytes;
    private boolean end;
    private boolean endTold;
    private final long sinceNanos = System.nanoTime();

    /** @param budget what was taken for it of the budget for reading ahead */
    FetchedPiece(long position, int count, long version, int budget) {
        this(position, count, version, budget, 2);
    }

    private FetchedPiece(long position, int count, long version, int budget, int holds) {
        this.position = position;
        this.count = count;
        this.version = version;
        this.budget = budget;
        this.holds = new AtomicInteger(holds);
    }

    /** The beginning of a file, which came with its opening. */
    static FetchedPiece arrived(ByteString bytes, boolean end, long version) {
        FetchedPiece piece = new FetchedPiece(0, bytes.size(), version, bytes.size(), 1);
        piece.bytes = bytes;
        piece.end = end;
        return piece;
    }

    void sent(PendingCall pending) {
        call = pending;
    }

    long position() {
        return position;
    }

    int count() {
        return count;
    }

    long version() {
        return version;
    }

    /** Where it ends, if the file goes on so far. */
    long end() {
        return position + count;
    }

    boolean covers(long at) {
        return at >= position && (at < end() || (end && at == end()));
    }

    void await() throws FileFault {
        Objects.requireNonNull(call).await();
    }

    boolean isDone() throws FileFault {
        if (bytes == null && call != null) {
            FileResult result = call.result();
            if (result != null) {
                bytes = result.getRead().getBytes();
                end = result.getRead().getEnd();
            }
        }
        return bytes != null;
    }

    /** Whether the file's end is known to come after it. */
    boolean isEnd() {
        return end;
    }

    boolean endsAt(long at) {
        return bytes != null && at == position + bytes.size();
    }

    int copy(long at, byte[] target, int from, int most) {
        ByteString there = Objects.requireNonNull(bytes);
        int start = (int) (at - position);
        int got = Math.min(there.size() - start, most);
        if (got > 0) {
            there.substring(start, start + got).copyTo(target, from);
        }
        return Math.max(got, 0);
    }

    /** Whether it may be told that the file ends here: once, and if that was not long ago. */
    boolean takeEnd(long knownNanos) {
        boolean known = end && !endTold && System.nanoTime() - sinceNanos < knownNanos;
        endTold = true;
        return known;
    }

    /** Is to be called when nobody reads from it any more, and when it has arrived. */
    void release(FilesLink link) {
        if (holds.decrementAndGet() == 0) {
            link.readAhead().giveBack(budget);
        }
    }
}
