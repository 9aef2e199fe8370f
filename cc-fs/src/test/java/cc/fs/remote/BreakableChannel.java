package cc.fs.remote;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicLong;

/** A connection that breaks after so many bytes in both directions together, in the middle of what is on its way. */
final class BreakableChannel implements ByteChannel {
    private final SocketChannel channel;
    private final AtomicLong left;

    BreakableChannel(SocketChannel channel, long budgetBytes) {
        this.channel = channel;
        left = new AtomicLong(budgetBytes);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        int count = channel.read(target);
        if (count > 0 && left.addAndGet(-count) <= 0) {
            close();
        }
        return count;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int limit = source.limit();
        source.limit(source.position() + (int) Math.max(0, Math.min(source.remaining(), left.get())));
        int count = channel.write(source);
        source.limit(limit);
        if (left.addAndGet(-count) <= 0) {
            close();
            throw new IOException("broken by the test");
        }
        return count;
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
