package cc.fs.remote;

import cc.fs.mount.CachePolicy;
import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.Waiting;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.CloseCall;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileResult;
import cc.protocol.message.FilesHello;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * What an application has to do with the files of one machine: one connection, by which many threads call without waiting
 * for each other. When it breaks, calls wait while it is made anew, for as long as the application is patient; then
 * they fail, and so does everything that was open. What is opened later tries again.
 */
public final class FilesLink implements Closeable {
    private final String machine;
    private final FilesHello hello;
    private final Dialer dialer;
    private final Outage outage;
    private final LinkHandles handles = new LinkHandles();
    private final CallTable calls = new CallTable();
    private final Semaphore slots = new Semaphore(FileLimits.MAX_CALLS);
    private final SharedFiles shared = new SharedFiles();
    private final FolderLeases leases = new FolderLeases(this, System::nanoTime);
    private final Budget writes = new Budget(this, FileLimits.MAX_WRITING_BYTES);
    private final Budget reads = new Budget(this, FileLimits.MAX_READING_BYTES);
    private final Budget readAhead = new Budget(this, FileLimits.MAX_READ_AHEAD_BYTES);

    /** Written by the link's thread only. */
    private volatile long answeredNanos = System.nanoTime();

    /** Taken by whoever sends, so that calls go out in the order of their numbers. */
    private final Object sending = new Object();

    // Guarded by sending.
    private @Nullable FrameChannel channel;
    private @Nullable Thread thread;
    private long lastId;
    private boolean served;
    private boolean anew;
    private boolean closed;

    /**
     * @param machine what people call it, for messages
     * @param hello the greeting, with a session of its own; sent anew with each connection
     * @param patience how long calls wait for a connection
     */
    public FilesLink(String machine, FilesHello hello, Dialer dialer, Duration patience) {
        this.machine = machine;
        this.hello = hello;
        this.dialer = dialer;
        outage = new Outage(patience);
    }

    /** The machine's files. */
    public FileService files(CachePolicy policy) {
        return new RemoteFileService(this, policy);
    }

    /** Ends the connection; what is on its way has been done if everything that was open is closed. */
    @Override
    public void close() {
        FrameChannel last;
        synchronized (sending) {
            closed = true;
            last = channel;
            sending.notifyAll();
        }
        if (last != null) {
            quietly(last);
        }
        fail(new FileFault(Errno.EBADF));
    }

    /** Calls and waits for the result. */
    FileResult call(FileCall.Builder call) throws FileFault {
        return send(call, null).await();
    }

    /**
     * Calls.
     *
     * @param whenDone called by the link's thread; must not wait for another call
     */
    PendingCall send(FileCall.Builder call, @Nullable ResultListener whenDone) throws FileFault {
        slots.acquireUninterruptibly();
        try {
            return sendNow(call, (result, fault) -> {
                slots.release();
                if (whenDone != null) {
                    whenDone.done(result, fault);
                }
            });
        } catch (FileFault e) {
            slots.release();
            throw e;
        }
    }

    /** As {@link #send}, by the link's own thread, which must not wait until others have got their results. */
    PendingCall sendNow(FileCall.Builder call, @Nullable ResultListener whenDone) throws FileFault {
        synchronized (sending) {
            if (closed) {
                throw new FileFault(Errno.EBADF);
            }
            handles.requireNotLost(call.getHandle());
            PendingCall pending = new PendingCall(this, numbered(call), heard(call, whenDone));
            calls.add(pending);
            FrameChannel open = channel;
            if (open == null) {
                awake();
            } else {
                write(open, pending.call);
            }
            return pending;
        }
    }

    /** What is known of files is so no more once one of them is being changed, nor what was asked meanwhile. */
    private @Nullable ResultListener heard(FileCall.Builder call, @Nullable ResultListener whenDone) {
        if (!Changing.is(call)) {
            return whenDone;
        }
        shared.changes();
        leases.changed(call);
        return (result, fault) -> {
            shared.changes();
            leases.changed(call);
            if (whenDone != null) {
                whenDone.done(result, fault);
            }
        };
    }

    /** What is open. */
    LinkHandles handles() {
        return handles;
    }

    /** Fails all calls if they have waited for a connection for too long. */
    void giveUpInTime() {
        if (outage.isTooLong()) {
            giveUp(new IOException("no answer"));
        }
    }

    /** The application's open files of this machine, by file. */
    SharedFiles shared() {
        return shared;
    }

    /** What is known of the machine's files without asking. */
    FolderLeases leases() {
        return leases;
    }

    /** When the last was asked of all that have been answered, by {@link System#nanoTime}. */
    long answeredNanos() {
        return answeredNanos;
    }

    /** For writes on their way. */
    Budget writes() {
        return writes;
    }

    /** For reads on their way that somebody waits for. */
    Budget reads() {
        return reads;
    }

    /** For what is read before it is asked for. */
    Budget readAhead() {
        return readAhead;
    }

    String machine() {
        return machine;
    }

    // What follows is for the link's thread.

    void answered(long askedNanos) {
        if (askedNanos - answeredNanos > 0) {
            answeredNanos = askedNanos;
        }
    }

    Dialer dialer() {
        return dialer;
    }

    CallTable calls() {
        return calls;
    }

    FilesHello hello() {
        synchronized (sending) {
            return hello.toBuilder().setAnswered(calls.answered(lastId)).build();
        }
    }

    /** Waits until somebody wants a connection; false when nobody will any more. */
    boolean awaitDemand() {
        synchronized (sending) {
            while (!closed && outage.hasGivenUp() && calls.isEmpty()) {
                Waiting.uninterruptibly(sending, 0);
            }
            return !closed;
        }
    }

    /** Waits before the next attempt; false when there is to be none. */
    boolean pause(long millis, Exception failure) {
        boolean hopeless;
        synchronized (sending) {
            hopeless = outage.hasGivenUp() || failure instanceof FileFault || outage.isTooLong();
            if (!hopeless && !closed) {
                Waiting.uninterruptibly(sending, millis);
            }
            if (closed) {
                return false;
            }
        }
        if (hopeless) {
            giveUp(failure);
        }
        return !hopeless;
    }

    /** Makes a new connection the one that is used, after everything is as it was. */
    void resume(FrameChannel connected, boolean resumed) throws IOException {
        List<LinkHandle> open;
        List<Runnable> failures = new ArrayList<>();
        synchronized (sending) {
            if (closed) {
                throw new IOException("closed");
            }
            open = handles.all();
            // Stays so if this connection breaks before all is open again.
            anew |= served && !resumed;
            served = true;
            if (anew) {
                new Reopening(this, connected).run(open).forEach((handle, fault) -> lose(handle, fault, failures));
                anew = false;
            }
            for (PendingCall call : calls.all()) {
                connected.write(call.call);
            }
            closeOrphans(connected);
            outage.end();
            channel = connected;
        }
        // Who hears of it may hold what somebody who waits to send needs.
        failures.forEach(Runnable::run);
        open.forEach(LinkHandle::reconnected);
    }

    /** A call with the next number. */
    FileCall numbered(FileCall.Builder call) {
        synchronized (sending) {
            long answered = calls.answered(lastId);
            return call.setId(++lastId).setAnswered(answered).build();
        }
    }

    void broken(FrameChannel lost) {
        synchronized (sending) {
            if (channel == lost) {
                channel = null;
            }
            outage.begin();
        }
        quietly(lost);
    }

    /** Lets go of something that could not be opened again, and of what was asked of it. */
    private void lose(LinkHandle handle, FileFault fault, List<Runnable> failures) {
        handles.lose(handle, fault);
        for (PendingCall pending : calls.all()) {
            if (pending.call.getHandle() == handle.id() && calls.remove(pending.call.getId()) != null) {
                failures.add(() -> pending.fail(fault));
            }
        }
    }

    private void giveUp(Exception cause) {
        synchronized (sending) {
            if (channel != null || !outage.giveUp()) {
                return;
            }
        }
        fail(new FileFault(Errno.OTHER, "the files of machine " + machine + " are out of reach: " + describe(cause)));
    }

    private void fail(FileFault fault) {
        List<PendingCall> unanswered;
        synchronized (sending) {
            handles.all().forEach(handle -> handles.lose(handle, fault));
            unanswered = calls.removeAll();
        }
        unanswered.forEach(call -> call.fail(fault));
    }

    /** What was given up here may still be open there. Nobody waits for the results. */
    private void closeOrphans(FrameChannel connected) throws IOException {
        for (long orphan : handles.orphans()) {
            connected.write(numbered(FileCall.newBuilder().setHandle(orphan).setClose(CloseCall.getDefaultInstance())));
        }
        handles.forgetOrphans();
    }

    private void awake() {
        outage.begin();
        if (thread == null) {
            thread = new Thread(new LinkThread(this), "cc-files-" + machine);
            thread.setDaemon(true);
            thread.start();
        } else if (outage.hasGivenUp()) {
            sending.notifyAll();
        }
    }

    /** Its reader finds out that it is broken. */
    private static void write(FrameChannel open, FileCall call) {
        try {
            open.write(call);
        } catch (IOException e) {
            quietly(open);
        }
    }

    private static String describe(Exception cause) {
        String message = cause.getMessage();
        return message == null || message.isEmpty() ? cause.getClass().getSimpleName() : message;
    }

    static void quietly(FrameChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is of no use any more.
            return;
        }
    }
}
