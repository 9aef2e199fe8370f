package cc.node.peer;

import cc.node.trust.NodeName;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between an HTTP/2 stream, which events drive, and threads that read and write it. What has come waits here until it is
 * read, and only as much is asked for as the stream's window holds; whoever writes waits while too much is on its way.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write fails only with its channel, whose end is handled.
final class StreamPipe extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(StreamPipe.class);

    static final String REASON = "cc-reason";
    static final String OK = "200";
    static final String REFUSED = "403";

    private final Optional<NodeName> peer;
    private final boolean client;
    private final PeerCounters counters;
    private final In in = new In();
    private final Out out = new Out();
    private final ChannelFutureListener takeAll = connectionEnded -> takeAll();

    // Guarded by this.
    private final ArrayDeque<ByteBuf> received = new ArrayDeque<>();
    private @Nullable ChannelHandlerContext context;
    private @Nullable IOException failure;
    private boolean inputEnded;
    private boolean outputEnded;
    private boolean answered;
    private boolean closed;
    private int unsentBytes;

    /** @param client whether this end opened the stream */
    StreamPipe(Optional<NodeName> peer, boolean client, PeerCounters counters) {
        this.peer = peer;
        this.counters = counters;
        this.client = client;
    }

    Optional<NodeName> peer() {
        return peer;
    }

    InputStream input() {
        return in;
    }

    OutputStream output() {
        return out;
    }

    /** The headers were all that comes. */
    synchronized void endOfInput() {
        inputEnded = true;
        notifyAll();
    }

    void refuse(String reason) {
        ChannelHandlerContext stream = begun();
        synchronized (this) {
            outputEnded = true;
            answered = true;
            fail(new RefusedException(reason));
        }
        Http2Headers headers = new DefaultHttp2Headers().status(REFUSED).set(REASON, HeaderText.encode(reason));
        stream.writeAndFlush(new DefaultHttp2HeadersFrame(headers, true));
    }

    /** Breaks off what has not ended; if only the other end has not, what still comes from there is thrown away. */
    void close() {
        boolean breakOff;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            breakOff = !outputEnded;
            received.forEach(ByteBuf::release);
            received.clear();
            notifyAll();
            if (breakOff) {
                outputEnded = true;
                fail(new IOException("this stream was closed"));
            }
        }
        ChannelHandlerContext stream = context;
        if (stream == null || !stream.channel().isActive()) {
            return;
        }
        if (breakOff) {
            // Closing gives back what came and was not asked for, also where the other end has broken off before.
            stream.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.CANCEL)).addListener(written -> stream.close());
        } else {
            takeAll();
        }
    }

    /** Waits for no reader any more. */
    private void takeAll() {
        begun().channel().config().setAutoRead(true);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        // What came on a connection that has ended waits here for its reader: the event loop may end, too, before that.
        added.channel().parent().closeFuture().addListener(takeAll);
        synchronized (this) {
            context = added;
            notifyAll();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ignored, Object message) {
        if (message instanceof Http2HeadersFrame headers) {
            takeHeaders(headers);
        } else if (message instanceof Http2DataFrame data) {
            take(data);
        } else {
            ReferenceCountUtil.release(message);
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ignored, Object event) {
        if (event instanceof Http2ResetFrame reset) {
            synchronized (this) {
                fail(new IOException("the other node broke the stream off"
                        + (reset.errorCode() == Http2Error.CANCEL.code() ? "" : " (error " + reset.errorCode() + ")")));
            }
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        inactive.channel().parent().closeFuture().removeListener(takeAll);
        synchronized (this) {
            if (!inputEnded || !outputEnded) {
                fail(new IOException(
                        "the connection to " + peer.map(NodeName::text).orElse("the other node") + " broke"));
            }
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ignored, Throwable cause) {
        if (cause instanceof Http2Exception) {
            counters.badMessages.increment();
            LOG.info(
                    "A stream of {} broke the protocol: {}",
                    peer.map(NodeName::text).orElse("a stranger"),
                    Brief.text(cause));
        }
        synchronized (this) {
            fail(new IOException("the stream broke: " + cause.getMessage(), cause));
        }
    }

    private synchronized void takeHeaders(Http2HeadersFrame headers) {
        if (client
                && REFUSED.contentEquals(
                        Objects.requireNonNullElse(headers.headers().status(), OK))) {
            CharSequence reason = headers.headers().get(REASON);
            fail(new RefusedException(reason == null ? "the other node refuses" : HeaderText.decode(reason)));
        }
        if (headers.isEndStream()) {
            inputEnded = true;
        } else if (received.isEmpty()) {
            // What was asked for was data.
            begun().read();
        }
        notifyAll();
    }

    private synchronized void take(Http2DataFrame data) {
        if (failure == null && !closed && data.content().isReadable()) {
            received.add(data.content());
        } else {
            data.release();
        }
        if (data.isEndStream()) {
            inputEnded = true;
        }
        notifyAll();
    }

    /** The first failure is the cause of all others. Called under the lock. */
    private void fail(IOException why) {
        if (failure == null) {
            failure = why;
        }
        inputEnded = true;
        notifyAll();
    }

    private synchronized ChannelHandlerContext begun() {
        return Objects.requireNonNull(context, "the stream has not begun");
    }

    @SuppressWarnings("WaitNotInLoop") // Those who call it loop.
    private void await() throws InterruptedIOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for another node");
        }
    }

    private final class In extends InputStream {
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
            synchronized (StreamPipe.this) {
                while (received.isEmpty()) {
                    if (failure != null) {
                        throw new IOException(failure.getMessage(), failure);
                    } else if (closed) {
                        throw new IOException("this stream was closed");
                    } else if (inputEnded) {
                        return -1;
                    }
                    // Of what comes, the next piece: its bytes count against the window until it is asked for.
                    begun().read();
                    StreamPipe.this.await();
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
            synchronized (StreamPipe.this) {
                return received.stream().mapToInt(ByteBuf::readableBytes).sum();
            }
        }
    }

    private final class Out extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            Objects.checkFromIndexSize(from, count, bytes.length);
            for (int done = 0; done < count; ) {
                int piece = Math.min(count - done, PeerLimits.PIECE_BYTES);
                writePiece(bytes, from + done, piece);
                done += piece;
            }
        }

        @Override
        public void close() {
            ChannelHandlerContext stream;
            synchronized (StreamPipe.this) {
                if (outputEnded) {
                    return;
                }
                outputEnded = true;
                stream = context;
                StreamPipe.this.notifyAll();
            }
            if (stream != null) {
                answer(stream);
                stream.writeAndFlush(new DefaultHttp2DataFrame(true));
            }
        }

        private void writePiece(byte[] bytes, int from, int count) throws IOException {
            ChannelHandlerContext stream;
            synchronized (StreamPipe.this) {
                stream = begun();
                // Its own bytes only: whether the connection can take more at this moment is for the streams' turns to
                // tell, which a stream without anything to send has no part in.
                while (failure == null && !outputEnded && unsentBytes >= PeerLimits.UNSENT_BYTES) {
                    StreamPipe.this.await();
                }
                if (failure != null) {
                    throw new IOException(failure.getMessage(), failure);
                } else if (outputEnded) {
                    throw new IOException("the output was closed");
                }
                unsentBytes += count;
            }
            answer(stream);
            ByteBuf copy = stream.alloc().buffer(count).writeBytes(bytes, from, count);
            stream.writeAndFlush(new DefaultHttp2DataFrame(copy)).addListener(written -> sent(count));
        }

        private void sent(int count) {
            synchronized (StreamPipe.this) {
                unsentBytes -= count;
                StreamPipe.this.notifyAll();
            }
        }

        /** Who opened the stream learns with the first byte, or the end, that it is served. */
        private void answer(ChannelHandlerContext stream) {
            boolean due;
            synchronized (StreamPipe.this) {
                due = !client && !answered;
                answered = true;
            }
            if (due) {
                stream.write(new DefaultHttp2HeadersFrame(new DefaultHttp2Headers().status(OK)));
            }
        }
    }
}
