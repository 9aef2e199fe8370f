package cc.node.peer;

import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.DefaultHttp2RemoteFlowController;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionDecoder;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Settings;

/** Makes HTTP/2 of a connection whose streams have {@link StreamTurns}. */
final class PeerCodec extends Http2FrameCodecBuilder {
    private PeerCodec(boolean server) {
        server(server);
        gracefulShutdownTimeoutMillis(0);
        autoAckPingFrame(true);
    }

    static Http2FrameCodec create(boolean server, Http2Settings settings) {
        PeerCodec builder = new PeerCodec(server);
        builder.initialSettings(settings);
        return builder.build();
    }

    /** Before the codec is made, which listens to the flow of its connection from then on. */
    @Override
    protected Http2FrameCodec build(
            Http2ConnectionDecoder decoder, Http2ConnectionEncoder encoder, Http2Settings settings) {
        Http2Connection connection = encoder.connection();
        StreamTurns turns = new StreamTurns(connection, System::nanoTime);
        connection.remote().flowController(new DefaultHttp2RemoteFlowController(connection, turns) {
            @Override
            public void channelHandlerContext(ChannelHandlerContext context) throws Http2Exception {
                turns.begin(
                        context.pipeline().get(LinkPace.class),
                        () -> context.channel().flush());
                super.channelHandlerContext(context);
            }
        });
        return super.build(decoder, encoder, settings);
    }
}
