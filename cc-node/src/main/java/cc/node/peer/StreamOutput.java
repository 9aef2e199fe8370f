package cc.node.peer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2Headers;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/** What is to go out on a stream: whoever writes waits while too much of it is on its way. */
@SuppressWarnings("FutureReturnValueIgnored") // A write fails only with its channel, whose end is handled.
final class StreamOutput extends OutputStream {
    private final StreamState state;

    // Guarded by the state.
    private boolean answered;
    private int unsentBytes;

    /** @param client whether this end opened the stream, so that it has no answer to give */
    StreamOutput(StreamState state, boolean client) {
        this.state = state;
        this.answered = client;
    }

    /** Answers by a reason, which is all that goes out. */
    void refuse(RefusedException why) {
        ChannelHandlerContext stream = state.begun();
        synchronized (state) {
            state.outputEnded = true;
            answered = true;
            state.fail(why);
        }
        Http2Headers headers = new DefaultHttp2Headers()
                .status(StreamPipe.REFUSED)
                .set(StreamPipe.REASON, HeaderText.encode(String.valueOf(why.getMessage())));
        stream.writeAndFlush(new DefaultHttp2HeadersFrame(headers, true));
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, bytes.length);
        for (int done = 0; done < count; ) {
            int piece = Math.min(count - done, PeerLimits.PIECE_BYTES);
            done += piece;
            writePiece(bytes, from + done - piece, piece, done == count);
        }
    }

    @Override
    public void close() {
        ChannelHandlerContext stream;
        synchronized (state) {
            if (state.outputEnded) {
                return;
            }
            state.outputEnded = true;
            stream = state.context();
            state.notifyAll();
        }
        if (stream != null) {
            answer(stream);
            stream.writeAndFlush(new DefaultHttp2DataFrame(true));
        }
    }

    private void writePiece(byte[] bytes, int from, int count, boolean last) throws IOException {
        ChannelHandlerContext stream;
        boolean full;
        synchronized (state) {
            stream = state.begun();
            // Its own bytes only: whether the connection can take more at this moment is for the streams' turns to
            // tell, which a stream without anything to send has no part in.
            while (!state.hasFailed() && !state.outputEnded && unsentBytes >= PeerLimits.UNSENT_BYTES) {
                state.await();
            }
            state.requireSound();
            if (state.outputEnded) {
                throw new IOException("the output was closed");
            }
            unsentBytes += count;
            full = unsentBytes >= PeerLimits.UNSENT_BYTES;
        }
        answer(stream);
        ByteBuf copy = stream.alloc().buffer(count).writeBytes(bytes, from, count);
        DefaultHttp2DataFrame data = new DefaultHttp2DataFrame(copy);
        // Several pieces that come together are handed to the kernel together.
        (last || full ? stream.writeAndFlush(data) : stream.write(data)).addListener(written -> sent(count));
    }

    private void sent(int count) {
        synchronized (state) {
            unsentBytes -= count;
            state.notifyAll();
        }
    }

    /** Who opened the stream learns with the first byte, or the end, that it is served. */
    private void answer(ChannelHandlerContext stream) {
        boolean due;
        synchronized (state) {
            due = !answered;
            answered = true;
        }
        if (due) {
            stream.write(new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status(StreamPipe.OK)));
        }
    }
}
