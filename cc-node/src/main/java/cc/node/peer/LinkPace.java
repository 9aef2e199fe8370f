package cc.node.peer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Knows how many bytes a connection has under way, in the kernel and in front of it, and so how many more it should be
 * given now: see {@link FlightLimit}. The kernel does not say when there is room again, so while somebody waits for it,
 * it is asked every few milliseconds. To be nearest to the socket. Without epoll, by which the kernel can be asked,
 * there is always room, and the socket's buffer is what limits.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A write fails only with its channel, whose end is handled.
final class LinkPace extends ChannelOutboundHandlerAdapter implements StreamTurns.Pace {
    private static final long ASK_AGAIN_MICROS = 2_000;
    private static final long ASK_AT_MOST_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long ASK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final FlightLimit limit = new FlightLimit();
    private @Nullable EpollSocketChannel channel;
    private long handedBytes;
    /** What is on its way through the handlers between the streams and here. */
    private long promisedBytes;

    private long arrivedBytes;
    private long allowedBytes = Long.MAX_VALUE;
    private long askedNanos = System.nanoTime() - ASK_EVERY_NANOS;
    private boolean waitedAlways;
    private @Nullable ScheduledFuture<?> wake;

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (context.channel() instanceof EpollSocketChannel socket) {
            channel = socket;
        }
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            handedBytes += bytes.readableBytes();
        }
        context.write(message, promise);
    }

    @Override
    public void flush(ChannelHandlerContext context) {
        promisedBytes = 0;
        context.flush();
    }

    @Override
    public long room(long wanted) {
        long now = System.nanoTime();
        long since = now - askedNanos;
        if (channel != null
                && (since >= ASK_EVERY_NANOS || (since >= ASK_AT_MOST_EVERY_NANOS && estimate() < wanted))) {
            askedNanos = now;
            ask(channel, now);
        }
        return estimate();
    }

    @Override
    public void promise(int bytes) {
        promisedBytes += bytes;
    }

    @Override
    public void awaitRoom(Runnable then) {
        if (wake == null && channel != null) {
            wake = channel.eventLoop()
                    .schedule(
                            () -> {
                                wake = null;
                                then.run();
                            },
                            ASK_AGAIN_MICROS,
                            TimeUnit.MICROSECONDS);
        }
    }

    @Override
    public void satisfied() {
        waitedAlways = false;
    }

    private long estimate() {
        return allowedBytes - (handedBytes + promisedBytes - arrivedBytes);
    }

    private void ask(EpollSocketChannel socket, long now) {
        if (!socket.isActive()) {
            return;
        }
        TcpState tcp = TcpState.of(socket);
        allowedBytes = limit.look(TimeUnit.NANOSECONDS.toMicros(now), tcp, waitedAlways);
        arrivedBytes = tcp.arrivedBytes();
        waitedAlways = true;
    }
}
