package cc.screen.local;

import cc.protocol.link.FrameChannel;
import cc.protocol.message.FromScreen;
import cc.protocol.message.PointerInput;
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
 * movements in a row only the last; presses and releases stay where they happened.
 */
public final class ProgramOutbox implements ProgramLink {
    private static final Logger LOG = LoggerFactory.getLogger(ProgramOutbox.class);
    private static final int MAX_WAITING = 4096;

    private final FrameChannel channel;
    private final String name;
    private final ArrayDeque<FromScreen> waiting = new ArrayDeque<>();
    private @Nullable FromScreen newestAck;
    /** The newest pointer message that was left here, whether it has been written or not. */
    private @Nullable PointerInput lastPointer;
    /** Whether the last that waits only moves the pointer. */
    private boolean endsInMovement;

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
            queue(message);
        }
        notifyAll();
    }

    private void queue(FromScreen message) {
        boolean movement = message.hasPointer() && isMovement(message.getPointer());
        if (movement && endsInMovement && !waiting.isEmpty()) {
            waiting.removeLast();
        }
        if (waiting.size() == MAX_WAITING) {
            overflown = true;
            return;
        }
        waiting.addLast(message);
        endsInMovement = movement;
        if (message.hasPointer()) {
            lastPointer = message.getPointer();
        }
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

    private boolean isMovement(PointerInput pointer) {
        PointerInput before = lastPointer;
        return before != null
                && before.getButtons() == pointer.getButtons()
                && before.getWindow() == pointer.getWindow()
                && before.getModifiers() == pointer.getModifiers();
    }
}
