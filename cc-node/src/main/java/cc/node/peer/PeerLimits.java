package cc.node.peer;

import io.netty.handler.codec.http2.Http2CodecUtil;
import java.time.Duration;

/** Sizes and times of the connections between nodes. */
final class PeerLimits {
    /** What the other end may send on a stream before it is read here, in bytes: enough for 400 Mbit/s at 80 ms. */
    static final int STREAM_WINDOW_BYTES = 4 << 20;

    /** The same for all streams of a connection together. */
    static final int CONNECTION_WINDOW_BYTES = 16 << 20;

    /** What waits at most between the streams and a socket that takes no more. */
    static final int SOCKET_QUEUE_BYTES = 64 << 10;

    /** What one stream may have waiting for its turns before its writer waits, in bytes. */
    static final int UNSENT_BYTES = 64 << 10;

    /** The largest piece of one stream between which others have their turn: with its header, one record of TLS. */
    static final int PIECE_BYTES = (16 << 10) - Http2CodecUtil.FRAME_HEADER_LENGTH;

    static final int MAX_STREAMS = 4096;
    static final int MAX_HEADER_BYTES = 8 << 10;

    static final Duration CONNECT = Duration.ofSeconds(5);
    static final Duration HANDSHAKE = Duration.ofSeconds(10);

    /** How often an idle connection is tried. */
    static final Duration PING_EVERY = Duration.ofSeconds(3);

    /** A connection from which nothing comes for so long is given up; short breaks of the network are outlived. */
    static final Duration SILENCE = Duration.ofSeconds(12);

    private PeerLimits() {}
}
