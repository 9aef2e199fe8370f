package cc.node.community;

import cc.node.peer.PeerAddress;
import cc.node.registry.Registry;
import cc.node.registry.zookeeper.FreePorts;
import cc.node.trust.JoinToken;
import cc.node.trust.NodeName;
import cc.protocol.message.JoinInvitation;
import cc.protocol.message.MachineEntry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Machines of one community in one process, which talk with its registry in the clear. */
final class TestCommunity implements AutoCloseable {
    private static final int PORTS_EACH = 4;
    private static final long POLL_NANOS = 20_000_000;
    private static final int JOIN_TRIES = 300;
    private static final CommunityTerms TERMS = new CommunityTerms(Duration.ofMillis(300), false);

    private final Path folder;
    private final Optional<ExternalServers> external;
    private final Map<String, Community> running = new TreeMap<>();

    /** They keep the registry themselves. */
    TestCommunity(Path folder) {
        this(folder, Optional.empty());
    }

    TestCommunity(Path folder, Optional<ExternalServers> external) {
        this.folder = folder;
        this.external = external;
    }

    void found(String name) throws Exception {
        Membership.found(home(name), new NodeName(name), address(), external);
        start(name);
        if (external.isEmpty()) {
            eventually(() -> present(name).contains(name));
        }
    }

    void join(String name, String asked) throws Exception {
        for (int left = JOIN_TRIES; ; left--) {
            try {
                JoinInvitation invitation = node(asked).invite();
                Membership.join(
                        home(name),
                        new NodeName(name),
                        address(),
                        PeerAddress.parse(invitation.getAddress()),
                        JoinToken.parse(invitation.getToken()));
                break;
            } catch (IOException e) {
                // Whoever is asked may be about to hand the authority on.
                if (left == 0) {
                    throw e;
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        }
        start(name);
    }

    void start(String name) throws IOException {
        Community started = Community.start(home(name), Map.of(), () -> 0, () -> false, (self, registry) -> {}, TERMS);
        synchronized (running) {
            running.put(name, started);
        }
    }

    void stop(String name) {
        Community stopped = node(name);
        synchronized (running) {
            running.remove(name);
        }
        stopped.close();
    }

    /** Leaves as soon as the registry answers. */
    void leave(String name) throws Exception {
        eventually(() -> {
            node(name).leave(() -> {});
            return true;
        });
        stop(name);
    }

    NodeHome home(String name) {
        return NodeHome.of(Map.of("CC_STATE_DIR", folder.resolve(name).toString()), folder);
    }

    Community node(String name) {
        synchronized (running) {
            return Objects.requireNonNull(running.get(name), name);
        }
    }

    Registry registry(String name) throws IOException {
        return node(name).registry();
    }

    Set<String> running() {
        synchronized (running) {
            return new TreeSet<>(running.keySet());
        }
    }

    Set<String> present(String asked) throws IOException {
        return names(asked, MachineEntry::hasStatus);
    }

    Set<String> members(String asked) throws IOException {
        return names(asked, machine -> true);
    }

    Set<String> coordinators(String asked) throws IOException {
        return names(asked, MachineEntry::getKeepsRegistry);
    }

    private Set<String> names(String asked, Predicate<MachineEntry> which) throws IOException {
        return node(asked).machines().stream()
                .filter(which)
                .map(MachineEntry::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public void close() {
        for (String name : running()) {
            stop(name);
        }
    }

    /** Waits until it is true; what cannot be asked yet is not. */
    static void eventually(Callable<Boolean> condition) throws Exception {
        while (true) {
            try {
                if (condition.call()) {
                    return;
                }
            } catch (IOException e) {
                // The registry does not answer at this moment.
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private static PeerAddress address() {
        return new PeerAddress("127.0.0.1", FreePorts.next(PORTS_EACH));
    }
}
