package cc.node.community;

import cc.node.chore.ChoreThread;
import cc.node.message.CoordinationRecord;
import cc.node.message.Coordinator;
import cc.node.message.CoordinatorState;
import cc.node.message.MachineRecord;
import cc.node.message.RegistryServer;
import cc.node.peer.PeerAddress;
import cc.node.registry.ConflictException;
import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.Registry;
import cc.node.registry.UnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This machine's share in coordinating its community: it has the authority's key and a server of the registry if, and as
 * long as, the registry's record says so; it knows where the registry is; and if it is the steward, it carries out what
 * {@link CoordinatorPlan} wants. Each step can be done again by whoever is steward then.
 */
final class Coordinators implements AutoCloseable {
    static final Key RECORD = new Key(Folders.COORDINATION, "coordinators");

    private static final Logger LOG = LoggerFactory.getLogger(Coordinators.class);
    private static final Duration LOOK_PAUSE = Duration.ofSeconds(10);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(300);
    private static final long HAND_OVER_NANOS = Duration.ofSeconds(60).toNanos();
    private static final long POLL_NANOS = Duration.ofMillis(50).toNanos();

    private final String self;
    private final NodeHome home;
    private final SettingsFile settings;
    private final Registry registry;
    private final Servers servers;
    private final RegistrySeat seat;
    private final KeySource keys;
    private final CoordinatorPlan plan;
    private final ChoreThread chores = new ChoreThread("cc-coordination");
    private volatile Set<String> present = Set.of();
    private boolean told;

    /** The servers of the registry, taken together. */
    interface Servers {
        /** As {@link cc.node.registry.zookeeper.Ensemble#makeSo}. */
        boolean makeSo(List<RegistryServer> wanted) throws UnavailableException;

        /** Where this machine is to look for the registry from now on. */
        void use(String connectString);
    }

    /** Gets the authority's key from another machine, and keeps it. */
    @FunctionalInterface
    interface KeySource {
        void fetch(String machine) throws IOException;
    }

    Coordinators(
            NodeHome home,
            SettingsFile settings,
            Registry registry,
            Servers servers,
            RegistrySeat seat,
            KeySource keys) {
        this.self = settings.get().name().text();
        this.home = home;
        this.settings = settings;
        this.registry = registry;
        this.servers = servers;
        this.seat = seat;
        this.keys = keys;
        this.plan = new CoordinatorPlan(!settings.get().isExternal());
    }

    void start() {
        registry.watch(Folders.COORDINATION, entries -> chores.run(this::makeSo));
        registry.watch(Folders.MACHINES, entries -> chores.run(this::makeSo));
        registry.watch(Folders.PRESENT, entries -> {
            Set<String> now = entries.stream().map(entry -> entry.key().name()).collect(Collectors.toUnmodifiableSet());
            if (!now.equals(present)) {
                present = now;
                chores.run(this::makeSo);
            }
        });
        chores.every(LOOK_PAUSE, this::makeSo);
    }

    /** The machines that coordinate, the first of them the one that has done so longest. */
    static CoordinationRecord read(Registry registry) throws IOException {
        Optional<Entry> entry = registry.get(RECORD);
        return entry.isPresent()
                ? CoordinationRecord.parseFrom(entry.get().value())
                : CoordinationRecord.getDefaultInstance();
    }

    /**
     * Gives this machine's place to another one, if it has one. Returns when that is done.
     *
     * @throws IOException if nobody can take it; all is as before then
     */
    void handOver() throws IOException {
        long deadline = System.nanoTime() + HAND_OVER_NANOS;
        boolean late = false;
        while (true) {
            Entry entry = registry.get(RECORD).orElseThrow(() -> new IOException("nobody coordinates the community"));
            CoordinationRecord record = CoordinationRecord.parseFrom(entry.value());
            Optional<Coordinator> own = own(record);
            if (own.isEmpty() && settings.get().registryServer() == 0 && !Files.exists(home.authorityKey())) {
                return;
            } else if (own.isPresent() && late) {
                replace(entry, CoordinatorPlan.with(record, self, CoordinatorState.COORDINATOR_STATE_ACTING));
                throw new IOException("no other machine has taken over within "
                        + Duration.ofNanos(HAND_OVER_NANOS).toSeconds() + " s what this one does for the community");
            } else if (own.isPresent() && !CoordinatorPlan.isLeaving(own.get())) {
                CoordinationRecord leaving =
                        CoordinatorPlan.with(record, self, CoordinatorState.COORDINATOR_STATE_LEAVING);
                requireHeir(leaving);
                replace(entry, leaving);
            }
            late = System.nanoTime() > deadline;
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    @Override
    public void close() {
        chores.close();
    }

    // ------------------------------------------------------------ chores

    private void makeSo() {
        try {
            Optional<Entry> entry = registry.get(RECORD);
            if (entry.isEmpty()) {
                return;
            }
            CoordinationRecord record = CoordinationRecord.parseFrom(entry.get().value());
            follow(record);
            boolean done = doOwnShare(entry.get(), record);
            if (CoordinatorPlan.steward(record, present).equals(self)) {
                done &= carryOut(entry.get(), record);
            }
            told = false;
            if (!done) {
                chores.after(RETRY_PAUSE, this::makeSo);
            }
        } catch (UnavailableException e) {
            LOG.debug("The registry does not answer", e);
            chores.after(RETRY_PAUSE, this::makeSo);
        } catch (IOException e) {
            if (!told) {
                LOG.warn("What coordinates the community cannot be changed: {}; trying on", e.getMessage());
                told = true;
            }
            chores.after(RETRY_PAUSE, this::makeSo);
        }
    }

    /** Remembers where the registry is. */
    private void follow(CoordinationRecord record) throws IOException {
        List<RegistryServer> all = servers(record.getCoordinatorsList());
        if (!settings.get().isExternal() && !all.isEmpty()) {
            settings.change(before -> before.withRegistry(before.registryServer(), all));
            servers.use(MemberSettings.connectString(all));
        }
    }

    /** @return whether nothing is left to do */
    private boolean doOwnShare(Entry entry, CoordinationRecord record) throws IOException {
        Optional<Coordinator> own = own(record);
        if (own.isEmpty()) {
            retire();
            return true;
        } else if (own.get().getState() != CoordinatorState.COORDINATOR_STATE_APPOINTED) {
            return true;
        }
        getKey(record);
        if (own.get().hasServer()) {
            int number = own.get().getServer().getId();
            List<RegistryServer> deciding = new ArrayList<>(servers(record.getCoordinatorsList().stream()
                    .filter(one -> !CoordinatorPlan.isNew(one))
                    .toList()));
            deciding.add(own.get().getServer());
            seat.takeAnew(number, deciding);
            // Not before it has begun: what a restart finds on the disk is right then.
            settings.change(before -> before.withRegistry(number, before.registry()));
            if (!seat.serves()) {
                return false;
            }
        }
        return replace(entry, CoordinatorPlan.with(record, self, CoordinatorState.COORDINATOR_STATE_READY));
    }

    private void getKey(CoordinationRecord record) throws IOException {
        if (Files.exists(home.authorityKey())) {
            return;
        }
        IOException failure = new IOException("nobody has the authority's key");
        for (Coordinator other : record.getCoordinatorsList()) {
            if (!CoordinatorPlan.isNew(other)) {
                try {
                    keys.fetch(other.getMachine());
                    return;
                } catch (IOException e) {
                    failure = e;
                }
            }
        }
        throw failure;
    }

    private void retire() throws IOException {
        if (settings.get().registryServer() != 0) {
            LOG.info("{} keeps the registry no more", self);
            settings.change(before -> before.withRegistry(0, before.registry()));
        }
        seat.leave();
        Files.deleteIfExists(home.authorityKey());
    }

    /** @return whether nothing is left to do, or others are to do it */
    private boolean carryOut(Entry entry, CoordinationRecord record) throws IOException {
        CoordinationRecord wanted = plan.next(record, machines());
        if (!wanted.equals(record)) {
            LOG.info("The community's coordinators are to be: {}", text(wanted));
            return replace(entry, wanted);
        } else if (!CoordinatorPlan.canBeDone(record)) {
            return true;
        }
        CoordinationRecord done = CoordinatorPlan.done(record);
        if (done.getCoordinatorsCount() == 0) {
            // The last one waits for somebody to take over.
            return true;
        } else if (!settings.get().isExternal() && !servers.makeSo(servers(done.getCoordinatorsList()))) {
            return false;
        }
        if (CoordinatorPlan.isUnderWay(record)) {
            LOG.info("The community's coordinators are: {}", text(done));
            return replace(entry, done);
        }
        return true;
    }

    private void requireHeir(CoordinationRecord leaving) throws IOException {
        if (plan.next(leaving, machines()).getCoordinatorsList().stream().allMatch(CoordinatorPlan::isLeaving)) {
            throw new IOException("this machine keeps the community together, and no other one runs that could take"
                    + " that over: start the node of another, or take those that are gone for good out by"
                    + " 'cc leave --machine NAME'");
        }
    }

    /** @return whether that was all; if it is another by now, it will be told */
    private boolean replace(Entry entry, CoordinationRecord by) throws UnavailableException {
        try {
            registry.update(RECORD, by.toByteArray(), entry.version());
            return true;
        } catch (ConflictException e) {
            LOG.debug("Somebody else changed it at this moment", e);
            return false;
        }
    }

    private List<CoordinatorPlan.Machine> machines() throws IOException {
        Set<String> there = registry.list(Folders.PRESENT).stream()
                .map(entry -> entry.key().name())
                .collect(Collectors.toSet());
        List<CoordinatorPlan.Machine> machines = new ArrayList<>();
        for (Entry entry : registry.list(Folders.MACHINES)) {
            MachineRecord record = MachineRecord.parseFrom(entry.value());
            machines.add(new CoordinatorPlan.Machine(
                    entry.key().name(),
                    PeerAddress.parse(record.getAddress()),
                    record.getJoinedEpochMillis(),
                    there.contains(entry.key().name())));
        }
        return machines;
    }

    private Optional<Coordinator> own(CoordinationRecord record) {
        return record.getCoordinatorsList().stream()
                .filter(one -> one.getMachine().equals(self))
                .findFirst();
    }

    private static List<RegistryServer> servers(List<Coordinator> coordinators) {
        return coordinators.stream()
                .filter(Coordinator::hasServer)
                .map(Coordinator::getServer)
                .toList();
    }

    private static String text(CoordinationRecord record) {
        return record.getCoordinatorsList().stream()
                .map(one -> one.getMachine()
                        + (CoordinatorPlan.isNew(one) ? " (new)" : CoordinatorPlan.isLeaving(one) ? " (goes)" : ""))
                .collect(Collectors.joining(", "));
    }
}
