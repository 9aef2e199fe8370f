package cc.node.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import cc.node.community.Folders;
import cc.node.message.ApplicationRecord;
import cc.node.registry.ConflictException;
import cc.node.registry.Key;
import cc.node.registry.MemoryRegistry;
import cc.node.registry.Registry;
import cc.protocol.message.ProgramHello;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ApplicationsTest {
    private static final long BEGAN = 1_000_000_000_000L;

    private final MemoryRegistry.Store community = new MemoryRegistry.Store();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final Machine a = new Machine("a");
    private final Machine b = new Machine("b");

    /** A machine whose processes the test makes up; its node may run or not. */
    private final class Machine {
        private final String name;
        private final Map<Long, Long> processes = new ConcurrentHashMap<>();

        Machine(String name) {
            this.name = name;
        }

        Applications detached() {
            Applications node = new Applications(pid -> processes.getOrDefault(pid, 0L));
            open.add(node);
            return node;
        }

        Applications attached() throws Exception {
            Applications node = detached();
            attach(node);
            return node;
        }

        void attach(Applications node) throws Exception {
            Registry view = community.join();
            open.add(view);
            view.announce(new Key(Folders.PRESENT, name), new byte[0]);
            node.attach(name, view);
        }

        /** A process of this machine says hello to its node. */
        String begin(Applications node, String program, long pid) {
            processes.put(pid, BEGAN + pid);
            return connect(node, program, pid);
        }

        String connect(Applications node, String program, long pid) {
            return node.directory()
                    .opened(ProgramHello.newBuilder()
                            .setName(program)
                            .setPid(pid)
                            .setRuntime("17")
                            .build());
        }
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void whatRunsOnOneMachineIsListedOnAll() throws Exception {
        Applications onA = a.attached();
        Applications onB = b.attached();
        a.begin(onA, "My Editor", 7);
        Application seen = awaitOne(onB, application -> true);
        assertThat(seen.name()).isEqualTo("My-Editor");
        assertThat(seen.machine()).isEqualTo("a");
        assertThat(seen.away()).isFalse();
        assertThat(seen.record().getScreensList()).containsExactly("a");
        assertThat(seen.record().getPid()).isEqualTo(7);
        assertThat(onB.find(seen.id())).contains(seen);
        assertThat(onB.find("My-Editor")).contains(seen);
        assertThat(onB.find("another")).isEmpty();
    }

    @Test
    void aProgramThatIsToShowNowhereHasNoScreens() throws Exception {
        Applications onA = a.attached();
        Applications onB = b.attached();
        a.processes.put(7L, BEGAN);
        onA.directory()
                .opened(ProgramHello.newBuilder()
                        .setName("editor")
                        .setPid(7)
                        .setUnseen(true)
                        .build());
        onA.directory().began("editor");
        assertThat(awaitOne(onB, application -> true).record().getScreensList()).isEmpty();
    }

    @Test
    void aProgramThatIsStartedToShowNowhereHasNoScreens() throws Exception {
        Applications onA = a.attached();
        Applications onB = b.attached();
        a.processes.put(7L, BEGAN);
        onA.launched("editor", 7, new FirstRoutes(true, List.of(), List.of()));
        assertThat(awaitOne(onB, application -> true).record().getScreensList()).isEmpty();
    }

    @Test
    void aProgramThatHasEndedIsListedNoMore() throws Exception {
        Applications onA = a.attached();
        Applications onB = b.attached();
        String name = a.begin(onA, "editor", 7);
        awaitOne(onB, application -> true);
        onA.directory().closed(name);
        await().until(() -> onB.list().isEmpty());
        assertThat(onA.localName("editor")).isEmpty();
    }

    @Test
    void aNameIsGivenOnceInTheCommunity() throws Exception {
        Applications onA = a.attached();
        Applications onB = b.attached();
        a.begin(onA, "editor", 7);
        awaitOne(onB, application -> true);
        assertThat(b.begin(onB, "editor", 7)).isEqualTo("editor-2");
        await().until(() -> names(onA).equals(List.of("editor", "editor-2")));
    }

    @Test
    void ofTwoThatWereNamedWhileTheRegistryWasAwayOneGetsAnother() throws Exception {
        Applications onA = a.detached();
        Applications onB = b.detached();
        assertThat(a.begin(onA, "editor", 7)).isEqualTo("editor");
        assertThat(b.begin(onB, "editor", 8)).isEqualTo("editor");
        a.attach(onA);
        awaitOne(onA, application -> application.machine().equals("a"));
        b.attach(onB);
        await().until(() -> names(onA).equals(List.of("editor", "editor-2")));
        Application second = onA.find("editor-2").orElseThrow();
        assertThat(second.machine()).isEqualTo("b");
        assertThat(onB.localName("editor-2")).contains("editor");
        assertThat(onB.localName(second.id())).contains("editor");
    }

    @Test
    void aNodeThatComesBackFindsItsProgramsUnderTheirOldNames() throws Exception {
        Applications before = a.attached();
        Applications onB = b.attached();
        a.begin(before, "editor", 7);
        a.begin(before, "editor", 8);
        await().until(() -> names(onB).equals(List.of("editor", "editor-2")));
        Application second = onB.find("editor-2").orElseThrow();
        onB.update(second, shownOn(second, "b"));

        before.close();
        Applications after = a.detached();
        // In the other order, so that they are called otherwise on the machine itself.
        assertThat(a.connect(after, "editor", 8)).isEqualTo("editor");
        assertThat(a.connect(after, "editor", 7)).isEqualTo("editor-2");
        a.processes.remove(7L);
        after.directory().closed("editor-2");
        open.remove(before);
        // The session of the node's earlier life ends.
        open.remove(0).close();
        a.attach(after);

        await().until(() -> names(onB).equals(List.of("editor-2")));
        Application found = onB.find(second.id()).orElseThrow();
        assertThat(found.name()).isEqualTo("editor-2");
        assertThat(found.record().getScreensList()).containsExactly("b");
        await().until(() -> after.localName("editor-2").equals(java.util.Optional.of("editor")));
    }

    @Test
    void theProgramsOfAMachineWhoseNodeIsGoneAreAwayUntilItComesBack() throws Exception {
        Registry view = community.join();
        Applications onA = a.detached();
        Registry.Presence presence = view.announce(new Key(Folders.PRESENT, "a"), new byte[0]);
        onA.attach("a", view);
        Applications onB = b.attached();
        a.begin(onA, "editor", 7);
        awaitOne(onB, application -> !application.away());

        onA.close();
        presence.close();
        view.close();
        awaitOne(onB, Application::away);

        Applications again = a.attached();
        a.connect(again, "editor", 7);
        awaitOne(onB, application -> !application.away());
    }

    @Test
    void whatEndedWhileItsNodeWasGoneIsRemovedWhenTheNodeComesBack() throws Exception {
        Applications onB = b.attached();
        ApplicationRecord dead = ApplicationRecord.newBuilder()
                .setId("1")
                .setName("editor")
                .setMachine("a")
                .setPid(7)
                .setStartedEpochMillis(BEGAN)
                .build();
        community.join().create(Applications.key(dead), dead.toByteArray());
        awaitOne(onB, Application::away);
        // Another process has that id now.
        a.processes.put(7L, BEGAN + 3_600_000);
        a.attached();
        await().until(() -> onB.list().isEmpty());
    }

    @Test
    void aRouteChangesOnlyFromTheStateThatWasSeen() throws Exception {
        Applications onA = a.attached();
        Applications onB = b.attached();
        a.begin(onA, "editor", 7);
        Application seen = awaitOne(onB, application -> true);
        Application changed = onB.update(seen, shownOn(seen, "a", "b"));
        assertThat(changed.record().getScreensList()).containsExactly("a", "b");
        assertThatThrownBy(() -> onA.update(seen, shownOn(seen))).isInstanceOf(ConflictException.class);
        awaitOne(onA, application -> application.record().getScreensList().equals(List.of("a", "b")));
    }

    private static ApplicationRecord shownOn(Application application, String... machines) {
        return application.record().toBuilder()
                .clearScreens()
                .addAllScreens(List.of(machines))
                .build();
    }

    @Test
    void aProgramThatTheNodeStartedIsOneApplicationWithItsWindows() throws Exception {
        Applications onA = a.attached();
        a.processes.put(7L, BEGAN);
        Applications.Launched launched = onA.launched("editor", 7);
        awaitOne(onA, application -> application.record().getRuntime().isEmpty());
        String name = a.connect(onA, "editor", 7);
        Application seen =
                awaitOne(onA, application -> application.record().getRuntime().equals("17"));
        assertThat(seen.id()).isEqualTo(launched.id());
        onA.directory().closed(name);
        assertThat(onA.localName("editor")).contains("editor");
        a.processes.remove(7L);
        launched.close();
        await().until(() -> onA.list().isEmpty());
    }

    @Test
    void whoFollowsIsToldWhatIsThereAndWhatChanges() throws Exception {
        Applications onA = a.attached();
        List<List<String>> told = new CopyOnWriteArrayList<>();
        try (Registry.Watch watch =
                onA.watch(all -> told.add(all.stream().map(Application::name).toList()))) {
            await().until(() -> !told.isEmpty());
            a.begin(onA, "editor", 7);
            await().until(() -> told.get(told.size() - 1).equals(List.of("editor")));
        }
    }

    private static Application awaitOne(Applications applications, Predicate<Application> condition) {
        await().until(() -> applications.list().size() == 1
                && condition.test(applications.list().get(0)));
        return applications.list().get(0);
    }

    private static List<String> names(Applications applications) {
        return applications.list().stream().map(Application::name).toList();
    }
}
