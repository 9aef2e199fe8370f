package cc.node.chore;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does one chore after the other. A chore that fails is logged and harms neither the others nor its own
 * next turn, which the JDK's executors would silently leave out. The thread does not keep the process alive.
 */
public final class ChoreThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChoreThread.class);

    private final String name;
    private final ScheduledExecutorService thread;

    /** @param name of the thread */
    public ChoreThread(String name) {
        this.name = name;
        this.thread = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            return made;
        });
    }

    /** Does the chore in its turn; not at all once this is closed, which holds for the other ways too. */
    public void run(Runnable chore) {
        plan(turn -> thread.submit(turn), chore);
    }

    /** Does the chore once, after a while. */
    public void after(Duration delay, Runnable chore) {
        plan(turn -> thread.schedule(turn, delay.toNanos(), TimeUnit.NANOSECONDS), chore);
    }

    /** Does the chore again and again, with a pause between its end and its next begin. */
    public void every(Duration pause, Runnable chore) {
        plan(
                turn -> thread.scheduleWithFixedDelay(turn, pause.toNanos(), pause.toNanos(), TimeUnit.NANOSECONDS),
                chore);
    }

    /** Does no further chore; the one under way is interrupted. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    /** As {@link #close}, and waits for the chore under way, at most so long. */
    public void end(Duration patience) {
        thread.shutdownNow();
        try {
            if (!thread.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("A chore of {} does not end", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void plan(Function<Runnable, Future<?>> executor, Runnable chore) {
        Runnable turn = () -> {
            try {
                chore.run();
            } catch (RuntimeException | Error e) {
                LOG.error("A chore of {} failed", name, e);
            }
        };
        try {
            Future<?> unused = executor.apply(turn);
        } catch (RejectedExecutionException e) {
            LOG.debug("{} is closed", name, e);
        }
    }
}
