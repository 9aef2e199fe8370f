package cc.fs.remote;

import cc.protocol.link.FrameChannel;
import cc.protocol.message.FileEvent;
import cc.protocol.message.FilesAccepted;
import cc.protocol.message.FromFiles;
import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Connects a {@link FilesLink}, and passes on what comes. */
final class LinkThread implements Runnable {
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LAST_PAUSE_MILLIS = 1000;
    private static final int MAX_ACCEPTED_BYTES = 1 << 10;

    private final FilesLink link;

    LinkThread(FilesLink link) {
        this.link = link;
    }

    @Override
    public void run() {
        while (link.awaitDemand()) {
            FrameChannel channel = connect();
            if (channel != null) {
                try {
                    read(channel);
                } catch (IOException | RuntimeException e) {
                    // A proxy that says what it must not say is left like one that is gone.
                    link.broken(channel);
                    continue;
                }
                link.broken(channel);
            }
        }
    }

    /** Null when nobody wants a connection any more. */
    private @Nullable FrameChannel connect() {
        long pauseMillis = FIRST_PAUSE_MILLIS;
        while (true) {
            Exception failure;
            try {
                return attempt();
            } catch (IOException | RuntimeException e) {
                failure = e;
            }
            if (!link.pause(pauseMillis, failure)) {
                return null;
            }
            pauseMillis = Math.min(2 * pauseMillis, LAST_PAUSE_MILLIS);
        }
    }

    private FrameChannel attempt() throws IOException {
        FrameChannel channel = link.dialer().dial(link.hello());
        try {
            FilesAccepted accepted = channel.read(FilesAccepted.parser(), MAX_ACCEPTED_BYTES);
            if (accepted == null) {
                throw new EOFException("the connection ended at once");
            }
            link.resume(channel, accepted.getResumed());
            return channel;
        } catch (IOException | RuntimeException e) {
            FilesLink.quietly(channel);
            throw e;
        }
    }

    private void read(FrameChannel channel) throws IOException {
        FromFiles message = channel.read(FromFiles.parser(), FileLimits.MAX_RESULT_BYTES);
        while (message != null) {
            if (message.hasResult()) {
                PendingCall call = link.calls().remove(message.getResult().getId());
                if (call != null) {
                    link.answered(call.askedNanos);
                    call.complete(message.getResult());
                }
            } else if (message.hasEvent()) {
                tell(message.getEvent());
            }
            message = channel.read(FromFiles.parser(), FileLimits.MAX_RESULT_BYTES);
        }
    }

    private void tell(FileEvent event) {
        // Who hears of it looks what has become of the files.
        link.shared().changes();
        if (link.handles().find(event.getWatch()) instanceof RemoteWatch watch) {
            watch.heard(event);
        }
    }
}
