package cc.fs.remote;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/** Does what names the same thing in the order in which it came, and everything else at once. */
final class OrderedCalls {
    private final Executor executor;

    /** The last task that names a thing. */
    private final Map<Object, Task> last = new HashMap<>();

    OrderedCalls(Executor executor) {
        this.executor = executor;
    }

    /** Something to do, and who waits for it. */
    private static final class Task {
        final Set<Object> things;
        final Runnable work;
        final List<Task> followers = new ArrayList<>();
        int waitsFor;

        Task(Set<Object> things, Runnable work) {
            this.things = things;
            this.work = work;
        }
    }

    /** @param things what the work is about */
    void submit(Set<Object> things, Runnable work) {
        Task task = new Task(things, work);
        synchronized (this) {
            for (Object thing : things) {
                Task before = last.put(thing, task);
                if (before != null) {
                    before.followers.add(task);
                    task.waitsFor++;
                }
            }
            if (task.waitsFor > 0) {
                return;
            }
        }
        executor.execute(() -> run(task));
    }

    private void run(Task task) {
        try {
            task.work.run();
        } finally {
            for (Task next : finish(task)) {
                executor.execute(() -> run(next));
            }
        }
    }

    private synchronized List<Task> finish(Task task) {
        for (Object thing : task.things) {
            last.remove(thing, task);
        }
        List<Task> ready = new ArrayList<>();
        for (Task follower : task.followers) {
            if (--follower.waitsFor == 0) {
                ready.add(follower);
            }
        }
        return ready;
    }
}
