package cc.node.peer;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2Exception;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a connection on which something came that breaks HTTP/2, or that broke, and counts it. */
@SuppressWarnings("FutureReturnValueIgnored") // A write fails only with its channel, whose end is handled.
final class BrokenConnection extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenConnection.class);

    private final PeerCounters counters;

    BrokenConnection(PeerCounters counters) {
        this.counters = counters;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        counters.brokenConnections.increment();
        LOG.info("The connection to {} broke: {}", context.channel().remoteAddress(), PeerTls.reason(cause));
        if (cause instanceof Http2Exception) {
            // The codec tells the other end why, and closes.
            counters.badMessages.increment();
        } else {
            context.close();
        }
    }
}
