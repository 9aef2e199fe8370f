package cc.node.peer;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.DefaultHttp2PingFrame;
import io.netty.handler.timeout.IdleState;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices that the other end is gone although nothing said so: the network was cut, its machine lost power. */
@SuppressWarnings("FutureReturnValueIgnored") // A write fails only with its channel, whose end is handled.
final class KeepAlive extends IdleStateHandler {
    private static final Logger LOG = LoggerFactory.getLogger(KeepAlive.class);
    private static final long PING = 0x6363_7069_6E67L;

    KeepAlive() {
        super(PeerLimits.SILENCE.toMillis(), PeerLimits.PING_EVERY.toMillis(), 0, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
        if (event.state() == IdleState.WRITER_IDLE) {
            context.channel().writeAndFlush(new DefaultHttp2PingFrame(PING));
        } else if (event.state() == IdleState.READER_IDLE) {
            LOG.info(
                    "Nothing from {} for {} s: the connection is given up",
                    context.channel().remoteAddress(),
                    PeerLimits.SILENCE.toSeconds());
            context.close();
        }
    }
}
