package cc.fs.remote;

import cc.fs.service.FileService;
import cc.protocol.command.ProtocolException;
import cc.protocol.link.FrameChannel;
import cc.protocol.message.FilesAccepted;
import cc.protocol.message.FilesHello;
import com.google.protobuf.ByteString;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Serves this machine's files to applications that run elsewhere, as the user whose process it is. What an application has
 * open outlives a connection that breaks, for a while.
 */
public final class FileProxy implements Closeable {
    /** Longer than an application waits for its files. */
    public static final Duration GRACE = Duration.ofSeconds(90);

    private static final int SESSION_BYTES = 16;

    private final FileService files;
    private final Duration grace;
    private final Map<ByteString, FilesSession> sessions = new HashMap<>();
    private final AtomicLong malformed = new AtomicLong();
    private final ScheduledThreadPoolExecutor clock;

    /**
     * @param files closed with the proxy
     * @param grace how long an application's files stay open and locked without a connection
     */
    public FileProxy(FileService files, Duration grace) {
        this.files = files;
        this.grace = grace;
        clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "cc-files-grace");
            thread.setDaemon(true);
            return thread;
        });
        // What would be done after the proxy is closed has been done by closing it.
        clock.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
    }

    /**
     * Answers a greeting and does what is asked until the connection ends, which is closed then.
     *
     * @throws ProtocolException when something came that no shell of ours sends
     */
    public void serve(FilesHello hello, FrameChannel channel) throws IOException {
        try (channel) {
            ByteString id = hello.getSession();
            require(id.size() == SESSION_BYTES, "a session of " + id.size() + " bytes");
            if (hello.getOver()) {
                end(id);
                return;
            }
            FilesSession session;
            boolean resumed;
            synchronized (this) {
                FilesSession known = sessions.get(id);
                resumed = known != null;
                session = known != null ? known : new FilesSession(hello, files);
                sessions.put(id, session);
                session.connection().attach(channel);
            }
            try {
                channel.write(FilesAccepted.newBuilder().setResumed(resumed).build());
                session.serve(channel);
            } finally {
                awaitReturn(id, session, session.connection().detach(channel));
            }
        } catch (ProtocolException e) {
            malformed.incrementAndGet();
            throw e;
        }
    }

    /** Closes what an application has open: it has ended. */
    public void end(ByteString id) {
        FilesSession session;
        synchronized (this) {
            session = sessions.remove(id);
        }
        if (session != null) {
            session.close();
        }
    }

    /** What is done for whom. */
    public List<SessionFigures> figures() {
        List<FilesSession> all;
        synchronized (this) {
            all = new ArrayList<>(sessions.values());
        }
        return all.stream().map(FilesSession::figures).toList();
    }

    /** How many connections were closed for what came by them. */
    public long malformed() {
        return malformed.get();
    }

    @Override
    public void close() {
        List<FilesSession> all;
        synchronized (this) {
            all = new ArrayList<>(sessions.values());
            sessions.clear();
        }
        clock.shutdownNow();
        all.forEach(FilesSession::abort);
        files.close();
    }

    private void awaitReturn(ByteString id, FilesSession session, int connections) {
        if (connections > 0) {
            var unused =
                    clock.schedule(() -> endIfAway(id, session, connections), grace.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void endIfAway(ByteString id, FilesSession session, int connections) {
        synchronized (this) {
            if (!session.connection().isAwaySince(connections) || !sessions.remove(id, session)) {
                return;
            }
        }
        session.close();
    }

    private static void require(boolean holds, String wrong) throws ProtocolException {
        if (!holds) {
            throw new ProtocolException(wrong);
        }
    }
}
