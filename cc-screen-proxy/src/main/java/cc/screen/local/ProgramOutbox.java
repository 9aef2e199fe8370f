package cc.screen.local;

import cc.protocol.link.FrameChannel;
import cc.protocol.message.FromScreen;
import cc.protocol.message.ReleaseInput;
import cc.screen.session.ProgramLink;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a blocking connection to a program into a {@link ProgramLink}: messages wait in a bounded queue for a thread of
 * their own, so that a program that does not read holds up nobody. Of acknowledgements only the newest waits, of pointer
 * movements without a change of buttons only the last.
 */
public final class ProgramOutbox implements ProgramLink {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramOutbox.class);
    private static final int MAX_WAITING = 4096;

    private final FrameChannel channel;
    private final String name;
    private final ArrayDeque<FromScreen> waiting = new ArrayDeque<>();
    private @Nullable FromScreen newestAck;
    private boolean overflown;
    private boolean closed;

    /** @param name for logs and the thread's name */
    public ProgramOutbox(FrameChannel channel, String name) {
        this.channel = channel;
        this.name = name;
    }

    /** Begins to write what was and will be left here. */
    public void start() {
        Thread writer = new Thread(this::write, "cc-to-" + name);
        writer.setDaemon(true);
        writer.start();
    }

    @Override
    public synchronized void send(FromScreen message) {
        if (closed) {
            return;
        }
        if (message.hasAck()) {
            newestAck = message;
        } else {
            FromScreen last = waiting.peekLast();
            if (last != null && isSameMovement(last, message)) {
                waiting.removeLast();
            }
            if (waiting.size() < MAX_WAITING) {
                waiting.addLast(message);
            } else {
                overflown = true;
            }
        }
        notifyAll();
    }

    @Override
    public void close(String reason) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            notifyAll();
        }
        LOG.info("Connection to {} closed: {}", name, reason);
        try {
            channel.close();
        } catch (IOException e) {
            LOG.debug("Closing the connection to {}", name, e);
        }
    }

    private void write() {
        try {
            for (List<FromScreen> next = next(); !next.isEmpty(); next = next()) {
                channel.write(next);
            }
        } catch (IOException e) {
            close(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            close("interrupted");
        }
    }

    /** Waits for all that there is to be written now; nothing: the connection has ended. */
    private synchronized List<FromScreen> next() throws InterruptedException {
        while (!closed && newestAck == null && waiting.isEmpty() && !overflown) {
            wait();
        }
        if (closed) {
            return List.of();
        }
        List<FromScreen> taken = new ArrayList<>();
        if (newestAck != null) {
            taken.add(newestAck);
            newestAck = null;
        }
        taken.addAll(waiting);
        waiting.clear();
        if (overflown) {
            // Releases may be among what was lost.
            overflown = false;
            taken.add(FromScreen.newBuilder()
                    .setRelease(ReleaseInput.getDefaultInstance())
                    .build());
        }
        return taken;
    }

    private static boolean isSameMovement(FromScreen before, FromScreen after) {
        return before.hasPointer()
                && after.hasPointer()
                && before.getPointer().getButtons() == after.getPointer().getButtons()
                && before.getPointer().getWindow() == after.getPointer().getWindow()
                && before.getPointer().getModifiers() == after.getPointer().getModifiers();
    }
}
