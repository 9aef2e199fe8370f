package cc.node.peer;

import cc.node.trust.NodeName;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2DataFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2ResetFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Between an HTTP/2 stream, which events drive, and threads that read and write it by {@link StreamInput} and {@link
 * StreamOutput}.
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
    private final StreamState state = new StreamState();
    private final StreamInput in = new StreamInput(state);
    private final StreamOutput out;
    private final ChannelFutureListener takeAll = connectionEnded -> takeAll();

    /** @param client whether this end opened the stream */
    StreamPipe(Optional<NodeName> peer, boolean client, PeerCounters counters) {
        this.peer = peer;
        this.counters = counters;
        this.client = client;
        this.out = new StreamOutput(state, client);
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
    void endOfInput() {
        state.endOfInput();
    }

    void refuse(String reason) {
        out.refuse(new RefusedException(reason));
    }

    /** Breaks off what has not ended; if only the other end has not, what still comes from there is thrown away. */
    void close() {
        boolean breakOff;
        synchronized (state) {
            if (state.closed) {
                return;
            }
            state.closed = true;
            breakOff = !state.outputEnded;
            in.discard();
            state.notifyAll();
            if (breakOff) {
                state.outputEnded = true;
                state.fail(new IOException("this stream was closed"));
            }
        }
        ChannelHandlerContext stream = state.context();
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
        state.begun().channel().config().setAutoRead(true);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        // What came on a connection that has ended waits here for its reader: the event loop may end, too, before that.
        added.channel().parent().closeFuture().addListener(takeAll);
        state.begin(added);
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
            state.fail(new IOException("the other node broke the stream off"
                    + (reset.errorCode() == Http2Error.CANCEL.code() ? "" : " (error " + reset.errorCode() + ")")));
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext inactive) {
        inactive.channel().parent().closeFuture().removeListener(takeAll);
        synchronized (state) {
            if (!state.inputEnded || !state.outputEnded) {
                state.fail(new IOException(
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
        state.fail(new IOException("the stream broke: " + cause.getMessage(), cause));
    }

    private void takeHeaders(Http2HeadersFrame headers) {
        synchronized (state) {
            if (client
                    && REFUSED.contentEquals(
                            Objects.requireNonNullElse(headers.headers().status(), OK))) {
                CharSequence reason = headers.headers().get(REASON);
                state.fail(new RefusedException(reason == null ? "the other node refuses" : HeaderText.decode(reason)));
            }
            if (headers.isEndStream()) {
                state.inputEnded = true;
            } else {
                // What was asked for was data.
                in.askForFirst();
            }
            state.notifyAll();
        }
    }

    private void take(Http2DataFrame data) {
        synchronized (state) {
            in.take(data.content());
            if (data.isEndStream()) {
                state.inputEnded = true;
            }
            state.notifyAll();
        }
    }
}
