package cc.node.peer;

import cc.node.trust.Identity;
import cc.node.trust.NodeName;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http2.Http2StreamChannelBootstrap;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;
import java.io.Closeable;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens streams to other nodes, all those to one node on one connection. */
@SuppressWarnings("FutureReturnValueIgnored") // A write fails only with its channel, whose end is handled.
final class PeerDialer implements Closeable {
    private final PeerTransport transport;
    private final EventLoopGroup group;
    private final Supplier<Identity> identity;
    private final PeerCounters counters;
    private final Map<NodeName, Target> targets = new HashMap<>();

    PeerDialer(PeerTransport transport, EventLoopGroup group, Supplier<Identity> identity, PeerCounters counters) {
        this.transport = transport;
        this.group = group;
        this.identity = identity;
        this.counters = counters;
    }

    PeerStream open(NodeName node, PeerAddress address, String kind) throws IOException {
        Target target;
        synchronized (targets) {
            target = targets.computeIfAbsent(node, name -> new Target());
        }
        Channel connection;
        // One thread connects; those who want the same node wait for it, and nobody else does.
        synchronized (target) {
            connection = target.connection;
            if (connection == null || !connection.isActive() || !address.equals(target.address)) {
                if (connection != null) {
                    connection.close();
                }
                Connected connected = connect(transport, group, address, PeerTls.client(identity.get()), counters);
                connection = connected.channel();
                try {
                    requireNode(connected.tls(), node, address);
                } catch (IOException e) {
                    connection.close();
                    throw e;
                }
                counters.connectionsDialed.increment();
                target.connection = connection;
                target.address = address;
            }
        }
        return open(connection, Optional.of(node), kind, counters);
    }

    static PeerStream openAsStranger(PeerAddress address, Predicate<X509Certificate> isAuthority, String kind)
            throws IOException {
        PeerTransport transport = new PeerTransport();
        EventLoopGroup group = transport.group();
        try {
            PeerCounters counters = new PeerCounters();
            Channel connection = connect(transport, group, address, PeerTls.stranger(isAuthority), counters)
                    .channel();
            connection.closeFuture().addListener(closed -> group.shutdownGracefully(0, 1, TimeUnit.SECONDS));
            PeerStream stream = open(connection, Optional.empty(), kind, counters);
            stream.onClose(connection::close);
            return stream;
        } catch (IOException | RuntimeException e) {
            group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
            throw e;
        }
    }

    @Override
    public void close() {
        synchronized (targets) {
            for (Target target : targets.values()) {
                synchronized (target) {
                    if (target.connection != null) {
                        target.connection.close().awaitUninterruptibly();
                    }
                }
            }
            targets.clear();
        }
    }

    /** A connection through the handshake; its pipeline may be empty already, if it broke at once. */
    private record Connected(Channel channel, SslHandler tls) {}

    private static Connected connect(
            PeerTransport transport,
            EventLoopGroup group,
            PeerAddress address,
            SslContext context,
            PeerCounters counters)
            throws IOException {
        CompletableFuture<SslHandler> handler = new CompletableFuture<>();
        ChannelFuture connecting = new Bootstrap()
                .group(group)
                .channel(transport.socket())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) PeerLimits.CONNECT.toMillis())
                .handler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        transport.tune(channel);
                        SslHandler tls = context.newHandler(channel.alloc(), address.host(), address.port());
                        tls.setHandshakeTimeoutMillis(PeerLimits.HANDSHAKE.toMillis());
                        handler.complete(tls);
                        channel.pipeline()
                                .addLast(tls)
                                .addLast(new KeepAlive())
                                .addLast(PeerTransport.http2(false, new NoStreamsFromThere()))
                                .addLast(new BrokenConnection(counters));
                    }
                })
                .connect(address.resolve());
        await(connecting, "cannot reach " + address);
        Channel connection = connecting.channel();
        // There since the channel was made, which was before it was connected.
        SslHandler tls = handler.join();
        try {
            await(tls.handshakeFuture(), "no handshake with " + address);
            return new Connected(connection, tls);
        } catch (IOException e) {
            connection.close();
            throw e;
        }
    }

    private static void requireNode(SslHandler tls, NodeName node, PeerAddress address) throws IOException {
        try {
            Optional<NodeName> there = PeerTls.peer(tls.engine().getSession());
            if (!there.equals(Optional.of(node))) {
                throw new IOException("the machine at " + address + " is "
                        + there.map(NodeName::text).orElse("no member of the community") + ", not " + node);
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("the machine at " + address + " is unknown: " + e.getMessage(), e);
        }
    }

    private static PeerStream open(Channel connection, Optional<NodeName> node, String kind, PeerCounters counters)
            throws IOException {
        StreamPipe pipe = new StreamPipe(node, true, counters);
        Future<Http2StreamChannel> opening = new Http2StreamChannelBootstrap(connection)
                .option(ChannelOption.AUTO_READ, false)
                .handler(pipe)
                .open();
        await(opening, "no stream to " + node.map(NodeName::text).orElse("that machine"));
        opening.getNow()
                .writeAndFlush(new DefaultHttp2HeadersFrame(new DefaultHttp2Headers()
                        .method("POST")
                        .scheme("https")
                        .authority("cc")
                        .path("/" + kind)));
        return new PeerStream(pipe);
    }

    private static void await(Future<?> future, String what) throws IOException {
        future.awaitUninterruptibly();
        if (!future.isSuccess()) {
            Throwable cause = future.cause();
            throw new IOException(what + ": " + PeerTls.reason(cause), cause);
        }
    }

    /** A node that was dialed. Guarded by itself. */
    private static final class Target {
        private @Nullable Channel connection;
        private @Nullable PeerAddress address;
    }

    /** Only who dials opens streams on a connection. */
    @io.netty.channel.ChannelHandler.Sharable
    private static final class NoStreamsFromThere extends ChannelInboundHandlerAdapter {
        @Override
        public void handlerAdded(ChannelHandlerContext context) {
            context.close();
        }
    }
}
