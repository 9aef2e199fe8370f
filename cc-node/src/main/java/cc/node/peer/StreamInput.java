package cc.node.peer;

import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Objects;

/** What has come on a stream, until it is read: only as much is asked for as the stream's window holds. */
final class StreamInput extends InputStream {
    private final StreamState state;

    // Guarded by the state.
    private final ArrayDeque<ByteBuf> received = new ArrayDeque<>();

    StreamInput(StreamState state) {
        this.state = state;
    }

    /** Takes what came, be it to throw it away. */
    void take(ByteBuf piece) {
        synchronized (state) {
            if (!state.hasFailed() && !state.closed && piece.isReadable()) {
                received.add(piece);
            } else {
                piece.release();
            }
        }
    }

    /** Asks for the first piece, if none has come. */
    void askForFirst() {
        synchronized (state) {
            if (received.isEmpty()) {
                state.begun().read();
            }
        }
    }

    void discard() {
        synchronized (state) {
            received.forEach(ByteBuf::release);
            received.clear();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, bytes.length);
        if (count == 0) {
            return 0;
        }
        synchronized (state) {
            while (received.isEmpty()) {
                state.requireSound();
                if (state.closed) {
                    throw new IOException("this stream was closed");
                } else if (state.inputEnded) {
                    return -1;
                }
                // Of what comes, the next piece: its bytes count against the window until it is asked for.
                state.begun().read();
                state.await();
            }
            ByteBuf first = received.getFirst();
            int taken = Math.min(count, first.readableBytes());
            first.readBytes(bytes, from, taken);
            if (!first.isReadable()) {
                received.removeFirst().release();
            }
            return taken;
        }
    }

    @Override
    public int available() {
        synchronized (state) {
            return received.stream().mapToInt(ByteBuf::readableBytes).sum();
        }
    }
}
