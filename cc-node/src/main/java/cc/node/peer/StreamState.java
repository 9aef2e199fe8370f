package cc.node.peer;

import io.netty.channel.ChannelHandlerContext;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How far a stream has come: what its handler, driven by events, and the threads that read and write it have in common.
 * All of it is guarded by this, and whoever waits is woken when it changes.
 */
final class StreamState {
    boolean inputEnded;
    boolean outputEnded;
    boolean closed;
    private @Nullable ChannelHandlerContext context;
    private @Nullable IOException failure;

    synchronized void begin(ChannelHandlerContext stream) {
        context = stream;
        notifyAll();
    }

    /** Null as long as the stream has not begun. */
    synchronized @Nullable ChannelHandlerContext context() {
        return context;
    }

    synchronized ChannelHandlerContext begun() {
        return Objects.requireNonNull(context, "the stream has not begun");
    }

    /** The first failure is the cause of all others. */
    synchronized void fail(IOException why) {
        if (failure == null) {
            failure = why;
        }
        inputEnded = true;
        notifyAll();
    }

    synchronized boolean hasFailed() {
        return failure != null;
    }

    /** @throws IOException what failed, if something has */
    synchronized void requireSound() throws IOException {
        if (failure != null) {
            throw new IOException(failure.getMessage(), failure);
        }
    }

    synchronized void endOfInput() {
        inputEnded = true;
        notifyAll();
    }

    /** Waits for a change. */
    @SuppressWarnings("WaitNotInLoop") // Those who call it loop.
    synchronized void await() throws InterruptedIOException {
        try {
            wait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for another node");
        }
    }
}
