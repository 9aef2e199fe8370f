package cc.fs.remote;

import cc.fs.service.Errno;
import cc.fs.service.FileFault;
import cc.fs.service.FileService;
import cc.fs.service.FileService.Change;
import cc.fs.service.OpenFile;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.FileCall;
import cc.protocol.message.FileChange;
import cc.protocol.message.FileEvent;
import cc.protocol.message.FileResult;
import cc.protocol.message.FilesHello;
import cc.protocol.message.FromFiles;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One application's files. Has threads of its own, so that it makes only itself wait when its disk is slow or it does not
 * take its results; a lock that waits has one for itself.
 */
final class FilesSession {
    private static final int THREADS = 8;
    private static final long IDLE_THREAD_SECONDS = 10;
    private static final long LAST_CALLS_NANOS = TimeUnit.SECONDS.toNanos(5);
    private static final int MAX_WAITING_LOCKS = 1024;

    private final FilesHello hello;
    private final SessionConnection connection = new SessionConnection();
    private final ServedTable table = new ServedTable();
    private final SessionResults results = new SessionResults();
    private final ThreadPoolExecutor threads;
    private final OrderedCalls calls;
    private final PathCalls pathCalls;
    private final HandleCalls handleCalls;
    private final AtomicLong callCount = new AtomicLong();
    private final AtomicInteger waitingLocks = new AtomicInteger();

    FilesSession(FilesHello hello, FileService files) {
        this.hello = hello;
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, IDLE_THREAD_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
                    Thread thread = new Thread(work, "cc-files-session");
                    thread.setDaemon(true);
                    return thread;
                });
        threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        threads.allowCoreThreadTimeOut(true);
        calls = new OrderedCalls(threads);
        pathCalls = new PathCalls(files);
        handleCalls = new HandleCalls(files, table, this::heard);
    }

    SessionConnection connection() {
        return connection;
    }

    /** Does what comes until the connection ends. */
    void serve(FrameChannel channel) throws IOException {
        FileCall call = channel.read(FileCall.parser(), FileLimits.MAX_CALL_BYTES);
        while (call != null) {
            CallCheck.require(call);
            accept(call, channel);
            call = channel.read(FileCall.parser(), FileLimits.MAX_CALL_BYTES);
        }
    }

    /** Ends what is open, after everything that has come is done: an application that has ended may have left calls. */
    void close() {
        connection.awaitEnd(LAST_CALLS_NANOS);
        connection.end();
        table.closeAll();
        threads.shutdown();
    }

    /** Ends what is open at once; what is being done is done to its end, and nobody hears of it. */
    void abort() {
        connection.end();
        threads.shutdown();
        threads.getQueue().clear();
        table.closeAll();
        try {
            var unused = threads.awaitTermination(LAST_CALLS_NANOS, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    SessionFigures figures() {
        List<ServedFile> files = table.files();
        long read = table.closedFilesRead();
        long written = table.closedFilesWritten();
        for (ServedFile file : files) {
            read += file.bytesRead.sum();
            written += file.bytesWritten.sum();
        }
        return new SessionFigures(
                hello.getApplication(),
                hello.getPid(),
                connection.isAttached(),
                callCount.get(),
                read,
                written,
                files.stream().map(ServedFile::figures).toList());
    }

    private void accept(FileCall call, FrameChannel from) throws IOException {
        switch (results.came(call)) {
            case RUN -> {
                callCount.incrementAndGet();
                connection.begin(call, from);
                calls.submit(things(call), () -> run(call));
            }
            case DONE -> {
                FileResult kept = results.kept(call.getId());
                if (kept != null) {
                    connection.send(FromFiles.newBuilder().setResult(kept).build());
                }
            }
            case UNDER_WAY -> {}
        }
    }

    private static Set<Object> things(FileCall call) {
        return switch (call.getOperationCase()) {
            case OPEN, LIST, WATCH -> Set.of(call.getHandle(), call.getPath());
            case RENAME -> both(call.getPath(), call.getRename().getTo());
            case MAKE_LINK -> both(call.getPath(), call.getMakeLink().getExisting());
            default -> Set.of(call.getHandle() != 0 ? call.getHandle() : call.getPath());
        };
    }

    private static Set<Object> both(String one, String other) {
        return one.equals(other) ? Set.of(one) : Set.of(one, other);
    }

    private void run(FileCall call) {
        FileResult.Builder result = FileResult.newBuilder().setId(call.getId());
        try {
            if (call.getHandle() == 0) {
                pathCalls.run(call, result);
            } else {
                handleCalls.run(call, result);
                if (call.hasLock() && call.getLock().getWait() && !result.getLocked()) {
                    waitForLock(call, handleCalls.file(call));
                    return;
                }
            }
        } catch (FileFault e) {
            result.setError(FileMessages.of(e));
        } catch (RuntimeException e) {
            result.setError(FileMessages.of(new FileFault(Errno.OTHER, e.toString())));
        }
        finish(call, result.build());
    }

    private void waitForLock(FileCall call, OpenFile file) throws FileFault {
        if (waitingLocks.incrementAndGet() > MAX_WAITING_LOCKS) {
            waitingLocks.decrementAndGet();
            throw new FileFault(Errno.OTHER, "Resource temporarily unavailable");
        }
        connection.countWaiting(1);
        Thread thread = new Thread(
                () -> {
                    FileResult.Builder result = FileResult.newBuilder().setId(call.getId());
                    try {
                        result.setLocked(HandleCalls.lock(file, call, true));
                    } catch (FileFault e) {
                        result.setError(FileMessages.of(e));
                    } finally {
                        waitingLocks.decrementAndGet();
                        connection.countWaiting(-1);
                    }
                    finish(call, result.build());
                },
                "cc-files-lock");
        thread.setDaemon(true);
        thread.start();
    }

    private void finish(FileCall call, FileResult result) {
        results.done(call, result);
        connection.send(FromFiles.newBuilder().setResult(result).build());
        connection.finish(call);
    }

    private void heard(long handle, List<Change> changes) {
        FileEvent.Builder event = FileEvent.newBuilder().setWatch(handle);
        for (Change change : changes) {
            event.addChanges(
                    FileChange.newBuilder().setKind(change.kind().name()).setName(change.name()));
        }
        FromFiles message = FromFiles.newBuilder().setEvent(event).build();
        // The thread that watches is everybody's.
        calls.submit(Set.of(handle), () -> connection.send(message));
    }
}
