package cc.node.peer;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2LocalFlowController;

/** Widens the window that all streams of a connection share: HTTP/2 begins with 64 kB, whatever the settings say. */
final class ConnectionWindow extends ChannelInboundHandlerAdapter {
    @Override
    public void handlerAdded(ChannelHandlerContext context) throws Http2Exception {
        if (context.channel().isActive()) {
            widen(context);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) throws Exception {
        widen(context);
        super.channelActive(context);
    }

    private static void widen(ChannelHandlerContext context) throws Http2Exception {
        Http2Connection connection =
                context.pipeline().get(Http2FrameCodec.class).connection();
        Http2LocalFlowController flow = connection.local().flowController();
        int missing = PeerLimits.CONNECTION_WINDOW_BYTES - flow.windowSize(connection.connectionStream());
        if (missing > 0) {
            flow.incrementWindowSize(connection.connectionStream(), missing);
            context.flush();
        }
    }
}
