package cc.fs.remote;

import cc.fs.service.FileFault;
import cc.fs.service.Waiting;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileResult;
import org.jspecify.annotations.Nullable;

/** A call whose result is still to come. */
final class PendingCall {
    private static final long LOOK_AGAIN_MILLIS = 500;

    final FileCall call;
    final long askedNanos = System.nanoTime();
    private final FilesLink link;
    private final @Nullable ResultListener whenDone;
    private @Nullable FileResult result;
    private @Nullable FileFault failure;

    /** @param whenDone called by the link's thread; must not wait for another call */
    PendingCall(FilesLink link, FileCall call, @Nullable ResultListener whenDone) {
        this.link = link;
        this.call = call;
        this.whenDone = whenDone;
    }

    /** Waits for the result, however long the link lets it. */
    FileResult await() throws FileFault {
        FileResult came = result();
        while (came == null) {
            link.giveUpInTime();
            synchronized (this) {
                if (result == null && failure == null) {
                    Waiting.uninterruptibly(this, LOOK_AGAIN_MILLIS);
                }
            }
            came = result();
        }
        return came;
    }

    synchronized boolean isDone() {
        return result != null || failure != null;
    }

    /** Null if it has not come yet. */
    synchronized @Nullable FileResult result() throws FileFault {
        if (failure != null) {
            throw failure.again();
        }
        return result;
    }

    void complete(FileResult came) {
        if (came.hasError()) {
            fail(FileMessages.fault(came.getError()));
            return;
        }
        // Before anybody wakes: what the call opened is known then.
        done(came, null);
        synchronized (this) {
            result = came;
            notifyAll();
        }
    }

    void fail(FileFault fault) {
        done(null, fault);
        synchronized (this) {
            failure = fault;
            notifyAll();
        }
    }

    private void done(@Nullable FileResult came, @Nullable FileFault fault) {
        if (whenDone != null) {
            whenDone.done(came, fault);
        }
    }
}
