package cc.node.peer;

import cc.node.trust.Identity;
import cc.node.trust.NodeName;
import cc.protocol.command.ProtocolException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where other nodes connect. Each stream names its kind in its path, and is served by that kind's handler; only the
 * kinds for strangers are served to machines without a certificate.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write fails only with its channel, whose end is handled.
final class PeerListener implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(PeerListener.class);
    private static final int MAX_WAITING_CONNECTIONS = 256;

    private final Map<String, StreamHandler> handlers;
    private final Map<String, StreamHandler> forStrangers;
    private final Supplier<Identity> identity;
    private final Executor threads;
    private final PeerCounters counters;
    private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
    private final Channel socket;

    PeerListener(
            PeerTransport transport,
            EventLoopGroup group,
            InetSocketAddress address,
            Supplier<Identity> identity,
            Map<String, StreamHandler> handlers,
            Map<String, StreamHandler> forStrangers,
            Executor threads,
            PeerCounters counters)
            throws IOException {
        this.handlers = Map.copyOf(handlers);
        this.forStrangers = Map.copyOf(forStrangers);
        this.identity = identity;
        this.threads = threads;
        this.counters = counters;
        var bound = new ServerBootstrap()
                .group(group)
                .channel(transport.serverSocket())
                .option(io.netty.channel.ChannelOption.SO_BACKLOG, MAX_WAITING_CONNECTIONS)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) throws Exception {
                        transport.tune(channel);
                        accept(channel);
                    }
                })
                .bind(address)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            throw new IOException("cannot listen for other nodes at " + address + ": "
                    + bound.cause().getMessage());
        }
        socket = bound.channel();
    }

    int port() {
        return ((InetSocketAddress) socket.localAddress()).getPort();
    }

    @Override
    public void close() {
        socket.close().awaitUninterruptibly();
        connections.close().awaitUninterruptibly();
    }

    private void accept(Channel channel) throws IOException {
        counters.connectionsAccepted.increment();
        connections.add(channel);
        SslHandler tls = PeerTls.server(identity.get()).newHandler(channel.alloc());
        tls.setHandshakeTimeoutMillis(PeerLimits.HANDSHAKE.toMillis());
        channel.pipeline().addLast(tls).addLast(new AfterHandshake());
    }

    /** Speaks HTTP/2 with whoever got through the handshake. */
    private final class AfterHandshake extends ChannelInboundHandlerAdapter {
        @Override
        public void userEventTriggered(ChannelHandlerContext context, Object event) throws Exception {
            if (event instanceof SslHandshakeCompletionEvent handshake) {
                if (handshake.isSuccess()) {
                    SslHandler tls = context.pipeline().get(SslHandler.class);
                    Optional<NodeName> peer = peer(context, tls);
                    context.pipeline().addLast(new KeepAlive()).addLast(PeerTransport.http2(true, streams(peer)));
                    context.pipeline().addLast(new BrokenConnection(counters));
                    context.pipeline().remove(this);
                } else {
                    counters.strangersRefused.increment();
                    LOG.info(
                            "No handshake with {}: {}",
                            context.channel().remoteAddress(),
                            PeerTls.reason(handshake.cause()));
                    context.close();
                }
            }
            super.userEventTriggered(context, event);
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }

        private Optional<NodeName> peer(ChannelHandlerContext context, SslHandler tls) throws GeneralSecurityException {
            try {
                return PeerTls.peer(tls.engine().getSession());
            } catch (GeneralSecurityException e) {
                counters.strangersRefused.increment();
                context.close();
                throw e;
            }
        }
    }

    private ChannelInitializer<Channel> streams(Optional<NodeName> peer) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel stream) {
                stream.config().setAutoRead(false);
                stream.pipeline().addLast(new FirstHeaders(peer));
                stream.read();
            }
        };
    }

    /** Finds out what a stream is about. */
    private final class FirstHeaders extends ChannelInboundHandlerAdapter {
        private final Optional<NodeName> peer;

        FirstHeaders(Optional<NodeName> peer) {
            this.peer = peer;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (!(message instanceof Http2HeadersFrame headers)) {
                ReferenceCountUtil.release(message);
                context.close();
                return;
            }
            String path =
                    Objects.requireNonNullElse(headers.headers().path(), "").toString();
            String kind = path.startsWith("/") ? path.substring(1) : path;
            StreamPipe pipe = new StreamPipe(peer, false, counters);
            context.pipeline().replace(this, "pipe", pipe);
            if (headers.isEndStream()) {
                pipe.endOfInput();
            }
            StreamHandler handler = forStrangers.get(kind);
            if (handler == null && peer.isPresent()) {
                handler = handlers.get(kind);
            }
            PeerStream stream = new PeerStream(pipe);
            if (handler == null) {
                counters.streamsRefused.increment();
                stream.refuse(
                        peer.isPresent()
                                ? "This node does not know streams of the kind '" + kind
                                        + "'; it is of another release."
                                : "This node serves members of its community only: join it first.");
                // What it sends all the same is thrown away, and not kept for somebody who would read it.
                stream.close();
                return;
            }
            counters.streamsServed.increment();
            serve(handler, kind, stream);
        }
    }

    private void serve(StreamHandler handler, String kind, PeerStream stream) {
        threads.execute(() -> {
            try {
                handler.serve(stream);
            } catch (RefusedException e) {
                counters.streamsRefused.increment();
                stream.refuse(String.valueOf(e.getMessage()));
            } catch (ProtocolException e) {
                counters.badMessages.increment();
                LOG.info(
                        "What came on a stream of the kind {} of {} breaks the protocol: {}",
                        kind,
                        stream.peer().map(NodeName::text).orElse("a stranger"),
                        Brief.text(e));
                stream.refuse("what came breaks the protocol: " + Brief.text(e));
            } catch (IOException e) {
                LOG.debug("A stream of the kind {} of {} broke", kind, stream.peer(), e);
            } catch (RuntimeException e) {
                LOG.error("Serving a stream of the kind {} of {}", kind, stream.peer(), e);
            } finally {
                stream.close();
            }
        });
    }
}
