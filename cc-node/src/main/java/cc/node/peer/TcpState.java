package cc.node.peer;

import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.unix.RawUnixChannelOption;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What the kernel knows of a connection's way: its {@code struct tcp_info} ({@code linux/tcp.h}), of which Netty's own
 * class leaves out what came later than 2.6.
 *
 * @param arrivedBytes of all that was ever sent, what the other end has
 * @param roundTripMicros smoothed
 * @param windowBytes what may be on its way, as TCP's congestion control sees it
 */
record TcpState(long arrivedBytes, long roundTripMicros, int segmentBytes, long windowBytes) {
    private static final int IPPROTO_TCP = 6;
    private static final int TCP_INFO = 11;
    private static final int SEGMENT_AT = 16;
    private static final int SACKED_SEGMENTS_AT = 28;
    private static final int ROUND_TRIP_AT = 68;
    private static final int WINDOW_SEGMENTS_AT = 80;
    private static final int ACKED_BYTES_AT = 120;
    private static final int LENGTH = 128;
    private static final RawUnixChannelOption INFO =
            new RawUnixChannelOption("TCP_INFO", IPPROTO_TCP, TCP_INFO, LENGTH);

    static TcpState of(EpollSocketChannel channel) {
        ByteBuffer info = channel.config().getOption(INFO).order(ByteOrder.nativeOrder());
        int segment = info.getInt(SEGMENT_AT);
        return new TcpState(
                info.getLong(ACKED_BYTES_AT) + (long) info.getInt(SACKED_SEGMENTS_AT) * segment,
                info.getInt(ROUND_TRIP_AT),
                segment,
                (long) info.getInt(WINDOW_SEGMENTS_AT) * segment);
    }
}
