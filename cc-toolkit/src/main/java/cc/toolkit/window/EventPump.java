package cc.toolkit.window;

import cc.toolkit.widget.Guard;
import com.github.caciocavallosilano.cacio.peer.CacioEventPump;
import java.util.concurrent.DelayQueue;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The thread on which everything happens that the outside makes happen: input, requests of viewers, changes of screens.
 * It is Caciocavallo's event pump, which tells AWT when it is busy, so that AWT ends when there is nothing left to
 * wait for. Here the events are tasks.
 *
 * <p>Nothing that a task throws ends the thread.
 */
public final class EventPump extends CacioEventPump<EventPump.Task> {
    private final DelayQueue<Task> tasks = new DelayQueue<>();
    private final AtomicLong order = new AtomicLong();

    private volatile boolean working;

    EventPump() {}

    /** Runs a task after all those handed over before. From any thread. */
    public void run(String doing, Runnable action) {
        runLater(doing, 0, action);
    }

    /** Runs a task after a while. From any thread. */
    public void runLater(String doing, long millis, Runnable action) {
        long now = System.nanoTime();
        tasks.add(new Task(doing, action, now + TimeUnit.MILLISECONDS.toNanos(millis), order.incrementAndGet()));
    }

    /** Whether something is being done, or waits to be done at once. */
    public boolean isBusy() {
        Task next = tasks.peek();
        return working || (next != null && next.getDelay(TimeUnit.NANOSECONDS) <= 0);
    }

    @Override
    protected Task fetchNativeEvent() throws InterruptedException {
        return tasks.take();
    }

    @Override
    protected void dispatchNativeEvent(Task task) {
        working = true;
        Guard.run(task.doing, task.action);
        working = false;
    }

    /** Something to do, and when. */
    static final class Task implements Delayed {
        private final String doing;
        private final Runnable action;
        private final long dueNanos;
        private final long order;

        Task(String doing, Runnable action, long dueNanos, long order) {
            this.doing = doing;
            this.action = action;
            this.dueNanos = dueNanos;
            this.order = order;
        }

        @Override
        public long getDelay(TimeUnit unit) {
            return unit.convert(dueNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
        }

        @Override
        public int compareTo(Delayed other) {
            Task that = (Task) other;
            int byTime = Long.signum(dueNanos - that.dueNanos);
            return byTime != 0 ? byTime : Long.compare(order, that.order);
        }
    }
}
