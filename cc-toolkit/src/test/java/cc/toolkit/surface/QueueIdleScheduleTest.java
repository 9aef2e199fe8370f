package cc.toolkit.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.EventQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class QueueIdleScheduleTest {
    private final AtomicBoolean painting = new AtomicBoolean();
    private final AtomicInteger looks = new AtomicInteger();
    private final QueueIdleSchedule schedule =
            new QueueIdleSchedule(new PaintWatch(this::isPainting, System::nanoTime));
    private final AtomicInteger flushes = new AtomicInteger();
    private final Runnable flush = flushes::incrementAndGet;

    private boolean isPainting() {
        looks.incrementAndGet();
        return painting.get();
    }

    @Test
    void flushesOnceWhenTheEventQueueIsIdle() throws Exception {
        EventQueue.invokeAndWait(() -> schedule.request(flush));
        await().until(() -> flushes.get() == 1);
    }

    @Test
    void flushesWhileTheEventQueueIsNeverIdle() {
        AtomicInteger events = new AtomicInteger();
        Runnable endless = new Runnable() {
            @Override
            public void run() {
                events.incrementAndGet();
                if (flushes.get() == 0) {
                    EventQueue.invokeLater(this);
                }
            }
        };
        EventQueue.invokeLater(endless);
        schedule.request(flush);
        await().until(() -> flushes.get() == 1);
    }

    @Test
    void flushesWhileOneEventTakesForever() throws Exception {
        CountDownLatch flushed = new CountDownLatch(1);
        EventQueue.invokeAndWait(() -> {
            schedule.request(() -> {
                flush.run();
                flushed.countDown();
            });
            try {
                flushed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().until(() -> flushes.get() == 1);
    }

    @Test
    void doesNotFlushInTheMiddleOfAPaint() throws Exception {
        painting.set(true);
        EventQueue.invokeAndWait(() -> {
            schedule.request(flush);
            await().until(() -> looks.get() >= 3);
            assertThat(flushes).hasValue(0);
        });
        await().until(() -> flushes.get() == 1);
    }

    @Test
    void flushesBetweenThePaintsOfOneLongEvent() throws Exception {
        painting.set(true);
        EventQueue.invokeAndWait(() -> {
            schedule.request(flush);
            await().until(() -> looks.get() >= 2);
            painting.set(false);
            await().until(() -> flushes.get() == 1);
        });
    }

    @Test
    void flushesInTheMiddleOfAPaintThatNeverEnds() throws Exception {
        painting.set(true);
        EventQueue.invokeAndWait(() -> {
            schedule.request(flush);
            await().until(() -> flushes.get() == 1);
            schedule.request(flush);
            await().until(() -> flushes.get() == 2);
        });
    }

    @Test
    void isReadyForTheNextRequestAfterEachFlush() throws Exception {
        for (int i = 1; i <= 20; i++) {
            int expected = i;
            EventQueue.invokeAndWait(() -> schedule.request(flush));
            await().until(() -> flushes.get() >= expected);
        }
    }
}
