package cc.node.peer;

import io.netty.channel.Channel;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2Exception;
import io.netty.handler.codec.http2.StreamByteDistributor;
import io.netty.handler.codec.http2.UniformStreamByteDistributor;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Gives the streams of a connection equal turns, and no more bytes at a time than the queue in front of the network has
 * room for: what is in that queue, a key stroke cannot overtake. By itself Netty puts 32 kB there at least, which take an
 * eighth of a second at 2 Mbit/s.
 */
final class FairTurns implements StreamByteDistributor {
    private static final int LEAST_BYTES = 1 << 10;

    private final StreamByteDistributor turns;
    private @Nullable Channel channel;

    FairTurns(Http2Connection connection) {
        this.turns = new UniformStreamByteDistributor(connection);
    }

    /** @param connection the one whose streams they are; before anything is written */
    void begin(Channel connection) {
        channel = connection;
    }

    @Override
    public void updateStreamableBytes(StreamState state) {
        turns.updateStreamableBytes(state);
    }

    @Override
    public void updateDependencyTree(int childStreamId, int parentStreamId, short weight, boolean exclusive) {
        turns.updateDependencyTree(childStreamId, parentStreamId, weight, exclusive);
    }

    @Override
    public boolean distribute(int maxBytes, Writer writer) throws Http2Exception {
        long room = Objects.requireNonNull(channel, "nothing is written yet").bytesBeforeUnwritable();
        return turns.distribute((int) Math.min(maxBytes, Math.max(LEAST_BYTES, room)), writer);
    }
}
