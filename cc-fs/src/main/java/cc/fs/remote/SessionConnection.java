package cc.fs.remote;

import cc.fs.service.Waiting;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.FileCall;
import cc.protocol.message.FromFiles;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The connection that a session has at the moment, if it has one, and how much has been asked for and not been answered. */
final class SessionConnection {
    private @Nullable FrameChannel channel;
    private int attachments;
    private int pendingCalls;
    private int waitingCalls;
    private long pendingBytes;

    /** Takes over from a connection that may not know yet that it is broken. */
    void attach(FrameChannel next) {
        FrameChannel before;
        synchronized (this) {
            before = channel;
            channel = next;
            attachments++;
            notifyAll();
        }
        if (before != null) {
            quietly(before);
        }
    }

    /** @return how many connections there were; 0 if another one has taken over */
    synchronized int detach(FrameChannel last) {
        if (channel != last) {
            return 0;
        }
        channel = null;
        notifyAll();
        return attachments;
    }

    /** Closes the connection. */
    void end() {
        FrameChannel last;
        synchronized (this) {
            last = channel;
            channel = null;
            notifyAll();
        }
        if (last != null) {
            quietly(last);
        }
    }

    synchronized boolean isAttached() {
        return channel != null;
    }

    /** @param connections how many there were when it lost the last one */
    synchronized boolean isAwaySince(int connections) {
        return channel == null && attachments == connections;
    }

    /** What cannot be sent will be asked for again. */
    void send(FromFiles message) {
        FrameChannel open;
        synchronized (this) {
            open = channel;
        }
        if (open != null) {
            try {
                open.write(message);
            } catch (IOException e) {
                quietly(open);
            }
        }
    }

    /** Counts a call; waits while more is under way than a shell of ours asks for. */
    synchronized void begin(FileCall call, FrameChannel from) {
        while (channel == from
                && (pendingCalls >= FileLimits.MAX_PENDING_CALLS || pendingBytes > FileLimits.MAX_PENDING_BYTES)) {
            Waiting.uninterruptibly(this, 0);
        }
        pendingCalls++;
        pendingBytes += bytes(call);
    }

    synchronized void finish(FileCall call) {
        pendingCalls--;
        pendingBytes -= bytes(call);
        notifyAll();
    }

    /** A call waits for somebody else, or does so no longer. */
    synchronized void countWaiting(int change) {
        waitingCalls += change;
        notifyAll();
    }

    /** Waits until the connection has ended and all that came by it is done, but for what waits for somebody else. */
    synchronized void awaitEnd(long nanos) {
        long deadline = System.nanoTime() + nanos;
        long left = nanos;
        while ((channel != null || pendingCalls > waitingCalls) && left > 0) {
            Waiting.uninterruptibly(this, TimeUnit.NANOSECONDS.toMillis(left) + 1);
            left = deadline - System.nanoTime();
        }
    }

    private static long bytes(FileCall call) {
        return switch (call.getOperationCase()) {
            case READ -> call.getRead().getCount();
            case WRITE -> call.getWrite().getBytes().size();
            default -> call.getOpen().getReadBytes();
        };
    }

    private static void quietly(FrameChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more.
            return;
        }
    }
}
