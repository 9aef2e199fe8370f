package cc.node.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cc.node.registry.Registry.Health;
import cc.node.registry.Registry.Presence;
import cc.node.registry.Registry.Watch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every registry promises, whatever it is made of. */
public abstract class RegistryContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Key EDITOR = new Key("apps", "editor");
    private static final Key CLOCK = new Key("apps", "clock");

    /** One more node's view of the registry that this test uses. */
    protected abstract Registry join() throws Exception;

    @Test
    void whatOneNodeMadeTheOthersSee() throws Exception {
        try (Registry a = join();
                Registry b = join()) {
            long version = a.create(EDITOR, bytes("on A"));
            Entry seen = b.get(EDITOR).orElseThrow();
            assertThat(text(seen)).isEqualTo("on A");
            assertThat(seen.version()).isEqualTo(version);
            assertThat(b.get(CLOCK)).isEmpty();
        }
    }

    @Test
    void aFolderIsListedByName() throws Exception {
        try (Registry a = join()) {
            a.create(EDITOR, bytes("1"));
            a.create(CLOCK, bytes("2"));
            a.create(new Key("routes", "editor"), bytes("3"));
            assertThat(a.list("apps")).extracting(Entry::key).containsExactly(CLOCK, EDITOR);
            assertThat(a.list("nothing")).isEmpty();
        }
    }

    @Test
    void aNameIsTakenOnce() throws Exception {
        try (Registry a = join();
                Registry b = join()) {
            a.create(EDITOR, bytes("A's"));
            assertThatThrownBy(() -> b.create(EDITOR, bytes("B's")))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("apps/editor");
            assertThat(text(b.get(EDITOR).orElseThrow())).isEqualTo("A's");
        }
    }

    @Test
    void aNodeThatComesLateIsRefused() throws Exception {
        try (Registry a = join();
                Registry b = join()) {
            long made = a.create(EDITOR, bytes("on A"));
            long moved = b.update(EDITOR, bytes("on B"), made);
            assertThat(moved).isGreaterThan(made);
            assertThatThrownBy(() -> a.update(EDITOR, bytes("still on A"), made))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("apps/editor");
            assertThatThrownBy(() -> a.delete(EDITOR, made)).isInstanceOf(ConflictException.class);
            assertThat(text(a.get(EDITOR).orElseThrow())).isEqualTo("on B");
            a.delete(EDITOR, moved);
            assertThat(b.get(EDITOR)).isEmpty();
            assertThatThrownBy(() -> b.update(EDITOR, bytes("ghost"), moved)).isInstanceOf(ConflictException.class);
        }
    }

    @Test
    void aRecordMadeAnewIsNotTakenForTheOneThatWas() throws Exception {
        try (Registry a = join();
                Registry b = join()) {
            long first = a.create(EDITOR, bytes("first"));
            b.delete(EDITOR, first);
            long second = b.create(EDITOR, bytes("second"));
            assertThat(second).isGreaterThan(first);
            assertThatThrownBy(() -> a.update(EDITOR, bytes("of the first"), first))
                    .isInstanceOf(ConflictException.class);
            assertThat(text(a.get(EDITOR).orElseThrow())).isEqualTo("second");
        }
    }

    @Test
    void aTransactionIsDoneAsAWholeOrNotAtAll() throws Exception {
        try (Registry a = join()) {
            long editor = a.create(EDITOR, bytes("before"));
            List<Change> stale = List.of(
                    new Change.Create(CLOCK, bytes("new")), new Change.Update(EDITOR, bytes("after"), editor + 7));
            assertThatThrownBy(() -> a.commit(stale))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("apps/editor");
            assertThat(a.get(CLOCK)).isEmpty();
            assertThat(text(a.get(EDITOR).orElseThrow())).isEqualTo("before");

            List<Long> versions = a.commit(
                    List.of(new Change.Create(CLOCK, bytes("new")), new Change.Update(EDITOR, bytes("after"), editor)));
            assertThat(versions)
                    .containsExactly(
                            a.get(CLOCK).orElseThrow().version(),
                            a.get(EDITOR).orElseThrow().version());
            assertThat(text(a.get(EDITOR).orElseThrow())).isEqualTo("after");
        }
    }

    @Test
    void aTransactionMayDependOnARecordItLeavesAlone() throws Exception {
        try (Registry a = join()) {
            long editor = a.create(EDITOR, bytes("owner"));
            a.commit(List.of(new Change.Require(EDITOR, editor), new Change.Create(CLOCK, bytes("allowed"))));
            long changed = a.update(EDITOR, bytes("other owner"), editor);
            Entry clock = a.get(CLOCK).orElseThrow();
            assertThatThrownBy(() -> a.commit(List.of(
                            new Change.Require(EDITOR, editor),
                            new Change.Update(CLOCK, bytes("refused"), clock.version()))))
                    .isInstanceOf(ConflictException.class);
            assertThat(a.get(CLOCK).orElseThrow()).isEqualTo(clock);
            assertThat(a.get(EDITOR).orElseThrow().version()).isEqualTo(changed);
        }
    }

    @Test
    void ofManyWhoTakeOverAtOnceOneSucceeds() throws Exception {
        try (Registry a = join();
                Registry b = join()) {
            long version = a.create(EDITOR, bytes("nobody's"));
            AtomicInteger winners = new AtomicInteger();
            CountDownLatch start = new CountDownLatch(1);
            List<Thread> threads = new CopyOnWriteArrayList<>();
            for (int i = 0; i < 8; i++) {
                Registry registry = i % 2 == 0 ? a : b;
                Thread thread = new Thread(() -> {
                    try {
                        start.await();
                        registry.update(EDITOR, bytes("mine"), version);
                        winners.incrementAndGet();
                    } catch (ConflictException e) {
                        // One of the others was first.
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
                thread.start();
                threads.add(thread);
            }
            start.countDown();
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(winners).hasValue(1);
        }
    }

    @Test
    void aPresenceEndsWithItsNode() throws Exception {
        Key machine = new Key("machines", "a");
        try (Registry b = join()) {
            Registry a = join();
            Presence presence = a.announce(machine, bytes("idle"));
            assertThat(text(b.get(machine).orElseThrow())).isEqualTo("idle");
            assertThatThrownBy(() -> b.announce(machine, bytes("an impostor"))).isInstanceOf(ConflictException.class);
            presence.update(bytes("busy"));
            assertThat(text(b.get(machine).orElseThrow())).isEqualTo("busy");
            a.close();
            await().atMost(PATIENCE).until(() -> b.get(machine).isEmpty());
        }
    }

    @Test
    void aWithdrawnPresenceIsGoneAndMayBeTakenByAnother() throws Exception {
        Key machine = new Key("machines", "a");
        try (Registry a = join();
                Registry b = join()) {
            a.announce(machine, bytes("first")).close();
            assertThat(b.get(machine)).isEmpty();
            try (Presence second = b.announce(machine, bytes("second"))) {
                assertThat(text(a.get(machine).orElseThrow())).isEqualTo("second");
            }
        }
    }

    @Test
    void whoWatchesIsToldWhatThereIsAndEveryLastChange() throws Exception {
        try (Registry a = join();
                Registry b = join()) {
            a.create(EDITOR, bytes("0"));
            Told told = new Told();
            try (Watch watch = b.watch("apps", told::take)) {
                await().atMost(PATIENCE).until(() -> told.last().size() == 1);
                long version = a.get(EDITOR).orElseThrow().version();
                for (int i = 1; i <= 20; i++) {
                    version = a.update(EDITOR, bytes(Integer.toString(i)), version);
                }
                await().atMost(PATIENCE)
                        .until(() -> told.last().size() == 1
                                && text(told.last().get(0)).equals("20"));
                a.create(CLOCK, bytes("tick"));
                await().atMost(PATIENCE).until(() -> told.last().size() == 2);
                a.delete(EDITOR, version);
                await().atMost(PATIENCE)
                        .until(() -> told.last().size() == 1
                                && told.last().get(0).key().equals(CLOCK));
            }
            long clock = a.get(CLOCK).orElseThrow().version();
            a.delete(CLOCK, clock);
            // A later watch of the same node is told in order: had the closed one been told, it would be by now.
            CountDownLatch later = new CountDownLatch(1);
            try (Watch watch = b.watch("apps", entries -> {
                if (entries.isEmpty()) {
                    later.countDown();
                }
            })) {
                later.await();
            }
            assertThat(told.last()).hasSize(1);
        }
    }

    @Test
    void aFailingListenerDisturbsNobody() throws Exception {
        try (Registry a = join()) {
            Told told = new Told();
            try (Watch bad = a.watch("apps", entries -> {
                        throw new IllegalStateException("on purpose");
                    });
                    Watch good = a.watch("apps", told::take)) {
                a.create(EDITOR, bytes("1"));
                await().atMost(PATIENCE).until(() -> told.last().size() == 1);
            }
        }
    }

    @Test
    void aHealthyRegistrySaysSo() throws Exception {
        try (Registry a = join()) {
            List<Health> told = new CopyOnWriteArrayList<>();
            try (Watch watch = a.watchHealth(told::add)) {
                await().atMost(PATIENCE).until(() -> told.contains(Health.CONNECTED));
            }
        }
    }

    @Test
    void aRecordThatIsTooLargeIsRefused() throws Exception {
        try (Registry a = join()) {
            assertThatThrownBy(() -> a.create(EDITOR, new byte[Registry.MAX_VALUE_BYTES + 1]))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("apps/editor");
            assertThat(a.get(EDITOR)).isEmpty();
        }
    }

    /** What a watch was told last. */
    private static final class Told {
        private volatile List<Entry> last = List.of();

        void take(List<Entry> entries) {
            last = entries;
        }

        List<Entry> last() {
            return last;
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(Entry entry) {
        return new String(entry.value(), StandardCharsets.UTF_8);
    }
}
