package cc.fs.remote;

import cc.fs.service.FileFault;
import cc.fs.service.Waiting;
import cc.protocol.message.FileCall;
import cc.protocol.message.WriteCall;
import com.google.protobuf.UnsafeByteOperations;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The writes of one open file, which go on while the program does something else. A write that nothing is before goes at
 * once; those that come while it is on its way, and continue each other, go together when it has arrived. So nothing is
 * held back for longer than a message takes there and back.
 */
final class WriteBehind {
    /** Within a message of 256 kB. */
    private static final int MAX_PIECE_BYTES = (1 << 18) - (1 << 10);

    private static final int FIRST_BUFFER_BYTES = 1 << 13;
    private static final long LOOK_AGAIN_MILLIS = 500;

    private final FilesLink link;
    private final long handle;
    private final SharedFile shared;

    // Guarded by this.
    private byte[] buffer = new byte[0];
    private long bufferAt;
    private int buffered;
    private int cost;
    private int underWay;

    /** Whether the shared file knows that there is something unwritten. */
    private boolean told;

    private @Nullable FileFault late;

    WriteBehind(FilesLink link, long handle, SharedFile shared) {
        this.link = link;
        this.handle = handle;
        this.shared = shared;
    }

    /** Takes bytes; waits only while too many are on their way. */
    void write(long position, byte[] bytes, int from, int count) throws FileFault {
        for (int done = 0; done < count; ) {
            int piece = Math.min(count - done, MAX_PIECE_BYTES);
            // Not by whoever holds the monitor: the link's thread needs it, to give back what others have taken.
            link.writes().take(piece + FileLimits.WRITE_COST_BYTES);
            add(position + done, bytes, from + done, piece);
            done += piece;
        }
    }

    /** Sends what is held back; calls on this file that are made afterwards are done afterwards. */
    synchronized void push() throws FileFault {
        if (buffered > 0) {
            sendBuffer();
        }
    }

    /** Waits until all is written, or has failed. */
    void flush() {
        try {
            push();
        } catch (FileFault e) {
            synchronized (this) {
                late = late == null ? e : late;
            }
        }
        while (isUnderWay()) {
            link.giveUpInTime();
            synchronized (this) {
                if (underWay > 0) {
                    Waiting.uninterruptibly(this, LOOK_AGAIN_MILLIS);
                }
            }
        }
    }

    /** Throws, once, what went wrong with a write that has returned. */
    synchronized void requireNoneLate() throws FileFault {
        FileFault fault = late;
        late = null;
        if (fault != null) {
            throw fault.again();
        }
    }

    private synchronized boolean isUnderWay() {
        return underWay > 0;
    }

    private synchronized void add(long position, byte[] bytes, int from, int count) throws FileFault {
        boolean follows = position == bufferAt + buffered && buffered + count <= MAX_PIECE_BYTES;
        if (buffered > 0 && !follows) {
            sendBuffer();
        }
        if (buffered == 0) {
            bufferAt = position;
        }
        if (buffer.length < buffered + count) {
            int wanted = Math.max(Math.max(buffered + count, FIRST_BUFFER_BYTES), 2 * buffer.length);
            buffer = Arrays.copyOf(buffer, Math.min(wanted, MAX_PIECE_BYTES));
        }
        System.arraycopy(bytes, from, buffer, buffered, count);
        buffered += count;
        cost += count + FileLimits.WRITE_COST_BYTES;
        if (!told) {
            told = true;
            shared.unwritten(this);
        }
        if (underWay == 0 || buffered == MAX_PIECE_BYTES) {
            sendBuffer();
        }
    }

    private void sendBuffer() throws FileFault {
        WriteCall.Builder write = WriteCall.newBuilder()
                .setPosition(bufferAt)
                .setBytes(UnsafeByteOperations.unsafeWrap(buffer, 0, buffered));
        int taken = cost;
        buffer = new byte[0];
        buffered = 0;
        cost = 0;
        underWay++;
        try {
            link.sendNow(
                    FileCall.newBuilder().setHandle(handle).setWrite(write), (result, fault) -> arrived(taken, fault));
        } catch (FileFault e) {
            underWay--;
            link.writes().giveBack(taken);
            tellIfWritten();
            throw e;
        }
    }

    private void arrived(int taken, @Nullable FileFault fault) {
        link.writes().giveBack(taken);
        synchronized (this) {
            underWay--;
            if (fault != null && late == null) {
                late = fault;
            }
            if (underWay == 0) {
                try {
                    push();
                } catch (FileFault e) {
                    late = late == null ? e : late;
                }
            }
            tellIfWritten();
            notifyAll();
        }
    }

    private void tellIfWritten() {
        if (underWay == 0 && told) {
            told = false;
            shared.written(this);
        }
    }
}
