package cc.node.peer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2Settings;
import io.netty.util.concurrent.DefaultThreadFactory;

/** Netty as the connections between nodes use it: with epoll where there is any. */
final class PeerTransport {
    /** Two threads carry the traffic of a machine; what streams mean happens in other threads. */
    private static final int THREADS = 2;

    private final boolean epoll = Epoll.isAvailable();

    EventLoopGroup group() {
        return new MultiThreadIoEventLoopGroup(
                THREADS,
                new DefaultThreadFactory("cc-peer", true),
                epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    }

    Class<? extends Channel> socket() {
        return epoll ? EpollSocketChannel.class : NioSocketChannel.class;
    }

    Class<? extends ServerChannel> serverSocket() {
        return epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
    }

    /**
     * Keeps what waits in front of the network short, so that streams take turns above it. To be called before others
     * add handlers.
     */
    void tune(Channel channel) {
        channel.config().setOption(ChannelOption.TCP_NODELAY, true);
        channel.config()
                .setWriteBufferWaterMark(
                        new WriteBufferWaterMark(PeerLimits.SOCKET_QUEUE_BYTES / 2, PeerLimits.SOCKET_QUEUE_BYTES));
        channel.pipeline().addLast(new LinkPace());
    }

    /** @param streams what each stream that the other end opens is given */
    static ChannelHandler[] http2(boolean server, ChannelHandler streams) {
        Http2Settings settings = Http2Settings.defaultSettings()
                .initialWindowSize(PeerLimits.STREAM_WINDOW_BYTES)
                .maxConcurrentStreams(PeerLimits.MAX_STREAMS)
                .maxHeaderListSize(PeerLimits.MAX_HEADER_BYTES);
        if (!server) {
            settings.pushEnabled(false);
        }
        return new ChannelHandler[] {
            PeerCodec.create(server, settings), new ConnectionWindow(), new Http2MultiplexHandler(streams)
        };
    }
}
