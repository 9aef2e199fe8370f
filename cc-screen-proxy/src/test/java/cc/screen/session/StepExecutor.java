package cc.screen.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;

/** Runs tasks when a test says so, in the test's own thread; a clock goes on to when a task is due. */
final class StepExecutor implements Executor {
    private final List<Runnable> tasks = new ArrayList<>();
    private long nanos;

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** As {@link FeedTimer#at}. */
    void at(long dueNanos, Runnable task) {
        execute(() -> {
            nanos = Math.max(nanos, dueNanos);
            task.run();
        });
    }

    void pass(long passedNanos) {
        nanos += passedNanos;
    }

    long nanoTime() {
        return nanos;
    }

    /** Runs a task, if there is one; tells whether there was. */
    boolean runOne(Random random) {
        if (tasks.isEmpty()) {
            return false;
        }
        tasks.remove(random.nextInt(tasks.size())).run();
        return true;
    }

    void runAll() {
        while (!tasks.isEmpty()) {
            tasks.remove(0).run();
        }
    }
}
