package cc.node.peer;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.epoll.EpollChannelOption;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.epoll.EpollTcpInfo;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the queue in front of the network as short as its link allows: as much as that carries in a moment, by what the
 * kernel knows of its rate. A fast link has a queue that never runs empty, a slow one no queue that a key stroke would
 * have to wait behind. Without epoll, which tells the rate, the queue stays as long as for a fast link.
 */
final class LinkPace extends ChannelOutboundHandlerAdapter {
    /** How much of the link's time each of the two queues may hold, in ms: Netty's and the kernel's. */
    private static final long QUEUE_MILLIS = 10;

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long MICROS_PER_MILLI = 1_000;

    private final EpollTcpInfo info = new EpollTcpInfo();
    private long lookedNanos = System.nanoTime() - LOOK_EVERY_NANOS;
    private int queueBytes;

    @Override
    public void flush(ChannelHandlerContext context) {
        long now = System.nanoTime();
        if (now - lookedNanos >= LOOK_EVERY_NANOS && context.channel() instanceof EpollSocketChannel channel) {
            lookedNanos = now;
            if (channel.isActive()) {
                look(channel);
            }
        }
        context.flush();
    }

    private void look(EpollSocketChannel channel) {
        channel.tcpInfo(info);
        int fitting = queueBytes(info.sndCwnd() * info.sndMss(), info.rtt());
        // Each change costs a system call: small ones are not worth it.
        if (Math.abs(fitting - queueBytes) > queueBytes / 4) {
            queueBytes = fitting;
            tune(channel, fitting);
        }
    }

    /** Limits both queues of a channel. */
    static void tune(Channel channel, int queueBytes) {
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(queueBytes / 2, queueBytes));
        if (channel instanceof EpollSocketChannel) {
            channel.config().setOption(EpollChannelOption.TCP_NOTSENT_LOWAT, (long) queueBytes);
        }
    }

    /**
     * @param flyingBytes what TCP has on its way at most
     * @param roundTripMicros how long it is on its way
     */
    static int queueBytes(long flyingBytes, long roundTripMicros) {
        long bytes = flyingBytes * QUEUE_MILLIS * MICROS_PER_MILLI / Math.max(1, roundTripMicros);
        return (int) Math.max(PeerLimits.LEAST_SOCKET_QUEUE_BYTES, Math.min(PeerLimits.SOCKET_QUEUE_BYTES, bytes));
    }
}
