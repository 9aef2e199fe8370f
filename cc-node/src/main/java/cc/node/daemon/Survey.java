package cc.node.daemon;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks several machines the same at once. One that does not answer does not hold up the rest. Any thread may ask. */
final class Survey implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Survey.class);
    private static final long ANSWER_MILLIS = 2_000;

    private final String name;
    private final ExecutorService threads;

    /** What one machine is asked; blocks until it answers. */
    interface Question<T> {
        T ask(String machine) throws IOException;
    }

    /** @param name of the threads that wait for answers */
    Survey(String name) {
        this.name = name;
        this.threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The answers that came in time, by machine. */
    <T> Map<String, T> ask(Collection<String> machines, Question<T> question) {
        Map<String, CompletableFuture<T>> asked = new LinkedHashMap<>();
        for (String machine : machines) {
            CompletableFuture<T> answer = new CompletableFuture<>();
            asked.put(machine, answer);
            threads.execute(() -> {
                try {
                    answer.complete(question.ask(machine));
                } catch (IOException | RuntimeException e) {
                    answer.completeExceptionally(e);
                }
            });
        }
        Map<String, T> answers = new LinkedHashMap<>();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ANSWER_MILLIS);
        asked.forEach((machine, answer) -> {
            try {
                answers.put(machine, answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS));
            } catch (TimeoutException | ExecutionException e) {
                LOG.info("{}: no answer from {}: {}", name, machine, e.toString());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return answers;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
