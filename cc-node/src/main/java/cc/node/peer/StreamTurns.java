package cc.node.peer;

import io.netty.handler.codec.http2.Http2CodecUtil;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionAdapter;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Stream;
import io.netty.handler.codec.http2.StreamByteDistributor;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Says which stream of a connection sends next, and when none should. What a stream is worth waiting for shows in what
 * it does: keys, what they change on a screen, and the words between nodes are short and far between, pictures and
 * files are long. So each stream has a credit that it regains at rest, and while it has some, it goes before all that
 * have none; these have equal turns, and are given no more than the link carries soon ({@link LinkPace}). A fourth is
 * theirs in any case.
 */
final class StreamTurns implements StreamByteDistributor {
    /** What a stream may send before others, in bytes: a menu, a page of text; and the same for what is under way. */
    static final int CREDIT_BYTES = PeerLimits.PIECE_BYTES;

    /** How fast a stream at rest regains it. */
    private static final long CREDIT_BYTES_PER_S = 64 << 10;

    /** The most that a stream sends before it is another one's turn. */
    static final int TURN_BYTES = PeerLimits.PIECE_BYTES;

    /** After so many turns of streams with credit it is that of one without. */
    private static final int TURNS_BEFORE_OTHERS = 3;

    /** Less than this is not worth a turn, unless it is all there is. */
    private static final int LEAST_BYTES = 1 << 10;

    /** How much a connection should be given. */
    interface Pace {
        /**
         * How many bytes should be given now; negative: there are too many already.
         *
         * @param wanted with so much room, it is of no interest how much there is
         */
        long room(long wanted);

        /** The connection is being given bytes. */
        void promise(int bytes);

        /** Somebody waits for room, and wants to be called when there may be some. */
        void awaitRoom(Runnable then);

        /** Nobody waits for room, so that what the connection carries now says nothing about what it could. */
        void satisfied();
    }

    private final LongSupplier nanoTime;
    private final Http2Connection.PropertyKey key;
    private final ArrayDeque<Line> prompt = new ArrayDeque<>();
    private final ArrayDeque<Line> patient = new ArrayDeque<>();
    private @Nullable Pace pace;
    private Runnable resume = () -> {};
    private int ahead;

    StreamTurns(Http2Connection connection, LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.key = connection.newKey();
        connection.connectionStream().setProperty(key, new Line(connection.connectionStream()));
        connection.addListener(new Http2ConnectionAdapter() {
            @Override
            public void onStreamAdded(Http2Stream stream) {
                stream.setProperty(key, new Line(stream));
            }

            @Override
            public void onStreamClosed(Http2Stream stream) {
                line(stream).close();
            }
        });
    }

    /**
     * Before anything is written.
     *
     * @param whenRoom sends on
     */
    void begin(Pace ofConnection, Runnable whenRoom) {
        pace = ofConnection;
        resume = whenRoom;
    }

    @Override
    public void updateStreamableBytes(StreamState state) {
        line(state.stream()).update(Http2CodecUtil.streamableBytes(state), state.hasFrame(), state.windowSize());
    }

    @Override
    public void updateDependencyTree(int childStreamId, int parentStreamId, short weight, boolean exclusive) {
        // Streams tell by what they do.
    }

    @Override
    public boolean distribute(int maxBytes, Writer writer) throws Http2Exception {
        Pace link = Objects.requireNonNull(pace, "nothing is written yet");
        int window = Math.max(0, maxBytes);
        while (!isEmpty()) {
            long room = link.room(TURN_BYTES);
            Line line = next(window, room);
            if (line == null) {
                break;
            }
            int bytes = line.turn(window, room);
            window -= bytes;
            link.promise(bytes);
            line.write(bytes, writer);
        }
        if (isEmpty()) {
            link.satisfied();
        } else if (window > 0) {
            link.awaitRoom(resume);
        }
        return !isEmpty() && window == 0;
    }

    private boolean isEmpty() {
        return prompt.isEmpty() && patient.isEmpty();
    }

    /** Who sends next; null: nobody should now. */
    private @Nullable Line next(int window, long room) {
        Line first = prompt.peek();
        Line other = patient.peek();
        boolean owed = ahead >= TURNS_BEFORE_OTHERS * TURN_BYTES;
        if (other != null && (owed || first == null) && other.fits(window, owed ? room + CREDIT_BYTES : room)) {
            ahead = 0;
            return patient.poll();
        }
        if (first != null && first.fits(window, room + CREDIT_BYTES)) {
            return prompt.poll();
        }
        return null;
    }

    private Line line(Http2Stream stream) {
        return Objects.requireNonNull(stream.<Line>getProperty(key), "a stream of another connection");
    }

    /** A stream's place in the two queues. */
    private final class Line {
        private final Http2Stream stream;
        private int streamable;
        private boolean waits;
        private boolean blocked;
        private boolean writing;
        private long credit = CREDIT_BYTES;
        private boolean rests = true;
        private long restsSince = nanoTime.getAsLong();
        private @Nullable ArrayDeque<Line> queue;

        Line(Http2Stream stream) {
            this.stream = stream;
        }

        void update(int streamableBytes, boolean hasFrame, int window) {
            streamable = streamableBytes;
            noteRest(!hasFrame);
            blocked = window < 0;
            // With a window of zero only empty frames go, and they went if this comes of writing.
            if (hasFrame && (window > 0 || window == 0 && !writing)) {
                enqueue();
            }
        }

        private void noteRest(boolean nothingToSend) {
            if (rests && !nothingToSend) {
                long restedMicros = TimeUnit.NANOSECONDS.toMicros(nanoTime.getAsLong() - restsSince);
                credit = Math.min(
                        CREDIT_BYTES, credit + restedMicros * CREDIT_BYTES_PER_S / TimeUnit.SECONDS.toMicros(1));
            } else if (!rests && nothingToSend) {
                restsSince = nanoTime.getAsLong();
            }
            rests = nothingToSend;
        }

        private void enqueue() {
            if (!waits) {
                waits = true;
                queue = credit >= Math.min(LEAST_BYTES, streamable) ? prompt : patient;
                queue.addLast(this);
            }
        }

        boolean fits(int window, long room) {
            return streamable == 0 || blocked || window > 0 && room >= Math.min(LEAST_BYTES, streamable);
        }

        int turn(int window, long room) {
            if (blocked) {
                return 0;
            }
            boolean first = queue == prompt;
            long most = first ? credit : Math.max(LEAST_BYTES, Math.min(room, TURN_BYTES));
            int bytes = (int) Math.min(Math.min(streamable, window), most);
            if (first && !patient.isEmpty()) {
                ahead += bytes;
            }
            return bytes;
        }

        void write(int bytes, Writer writer) throws Http2Exception {
            waits = false;
            if (blocked) {
                return;
            }
            credit = Math.max(0, credit - bytes);
            writing = true;
            try {
                writer.write(stream, bytes);
            } catch (RuntimeException e) {
                throw Http2Exception.connectionError(Http2Error.INTERNAL_ERROR, e, "a stream could not be written");
            } finally {
                writing = false;
            }
        }

        void close() {
            if (waits && queue != null) {
                queue.remove(this);
                waits = false;
            }
            streamable = 0;
        }
    }
}
