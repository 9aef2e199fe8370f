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
import cc.node.registry.zookeeper.Ensemble;
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
    private static final Duration END_PATIENCE = Duration.ofSeconds(10);
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
    private final PresentMachines present;
    private final Duration settle;
    private volatile Set<String> presentNow = Set.of();
    private long newestVersion;
    private boolean handingOver;
    private boolean told;

    /** The servers of the registry, taken together. */
    interface Servers {
        /** As {@link cc.node.registry.zookeeper.Ensemble#makeSo}. */
        boolean makeSo(List<RegistryServer> wanted, boolean anew, Ensemble.Premise premise) throws UnavailableException;

        /** Where this machine is to look for the registry from now on. */
        void use(String connectString) throws UnavailableException;
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
            KeySource keys,
            Duration settle) {
        this.self = settings.get().name().text();
        this.home = home;
        this.settings = settings;
        this.registry = registry;
        this.servers = servers;
        this.seat = seat;
        this.keys = keys;
        this.settle = settle;
        this.present = new PresentMachines(settle);
        this.plan = new CoordinatorPlan(!settings.get().isExternal());
    }

    void start() {
        // An earlier node may have been ended while it left.
        chores.run(this::stay);
        registry.watch(Folders.COORDINATION, entries -> chores.run(this::makeSo));
        registry.watch(Folders.MACHINES, entries -> chores.run(this::makeSo));
        registry.watch(Folders.PRESENT, entries -> {
            Set<String> now = entries.stream().map(entry -> entry.key().name()).collect(Collectors.toUnmodifiableSet());
            if (!now.equals(presentNow)) {
                presentNow = now;
                chores.run(this::makeSo);
                chores.after(settle.plus(RETRY_PAUSE), this::makeSo);
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
     * Gives what this machine does for the community to others: its place, if it has one, and with it the authority's key.
     * From then on it gets nothing of that again. Returns when that is done.
     *
     * @throws IOException if nobody can take it; all is as before then
     */
    void handOver() throws IOException {
        requireHeir();
        try {
            synchronized (this) {
                handingOver = true;
                markLeaving(true);
            }
            chores.run(this::makeSo);
            long deadline = System.nanoTime() + HAND_OVER_NANOS;
            while (own(read(registry)).isPresent() || hasShare()) {
                if (System.nanoTime() > deadline) {
                    throw new IOException("no other machine has taken over within "
                            + Duration.ofNanos(HAND_OVER_NANOS).toSeconds()
                            + " s what this one does for the community");
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
        } catch (IOException e) {
            synchronized (this) {
                handingOver = false;
            }
            chores.run(this::stay);
            throw e;
        }
    }

    /** Takes the word back that this machine leaves. */
    private synchronized void stay() {
        try {
            if (!handingOver) {
                markLeaving(false);
            }
        } catch (IOException e) {
            LOG.debug("Tried again", e);
            chores.after(RETRY_PAUSE, this::stay);
        }
    }

    private boolean hasShare() {
        return settings.get().registryServer() != 0 || Files.exists(home.authorityKey());
    }

    /** Whoever plans from now on leaves this machine out, or no more. */
    private void markLeaving(boolean leaving) throws IOException {
        Key key = new Key(Folders.MACHINES, self);
        while (true) {
            Optional<Entry> entry = registry.get(key);
            if (entry.isEmpty()) {
                return;
            }
            MachineRecord record = MachineRecord.parseFrom(entry.get().value());
            if (record.getLeaving() == leaving) {
                return;
            }
            try {
                registry.update(
                        key,
                        record.toBuilder().setLeaving(leaving).build().toByteArray(),
                        entry.get().version());
                return;
            } catch (ConflictException e) {
                LOG.debug("Somebody else changed it at this moment", e);
            }
        }
    }

    @Override
    public void close() {
        chores.end(END_PATIENCE);
    }

    // ------------------------------------------------------------ chores

    private void makeSo() {
        try {
            Optional<Entry> entry = registry.get(RECORD);
            if (entry.isEmpty() || entry.get().version() < newestVersion) {
                return;
            }
            newestVersion = entry.get().version();
            CoordinationRecord record = CoordinationRecord.parseFrom(entry.get().value());
            follow(record);
            boolean done = doOwnShare(entry.get(), record);
            if (CoordinatorPlan.steward(record, presentNow).equals(self)) {
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
        // With those that are about to be counted in: the others may be gone at the moment when they are.
        List<RegistryServer> serving = servers(record.getCoordinatorsList().stream()
                .filter(one -> one.getState() != CoordinatorState.COORDINATOR_STATE_APPOINTED)
                .toList());
        if (!settings.get().isExternal() && !serving.isEmpty()) {
            settings.change(before -> before.withRegistry(before.registryServer(), serving));
            servers.use(MemberSettings.connectString(serving));
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
            List<RegistryServer> deciding = new ArrayList<>(servers(deciding(record)));
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
        for (Coordinator other : deciding(record)) {
            try {
                keys.fetch(other.getMachine());
                return;
            } catch (IOException e) {
                failure = e;
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
        }
        boolean underWay = CoordinatorPlan.isUnderWay(record);
        if (!settings.get().isExternal()
                && !servers.makeSo(servers(done.getCoordinatorsList()), underWay, () -> isStill(entry))) {
            return false;
        } else if (underWay) {
            LOG.info("The community's coordinators are: {}", text(done));
            return replace(entry, done);
        }
        return true;
    }

    private boolean isStill(Entry entry) throws UnavailableException {
        return registry.get(RECORD)
                .filter(now -> now.version() == entry.version())
                .isPresent();
    }

    private void requireHeir() throws IOException {
        CoordinationRecord record = read(registry);
        List<CoordinatorPlan.Machine> others = machines().stream()
                .filter(machine -> !machine.name().equals(self))
                .toList();
        if (own(record).isPresent()
                && plan.next(record, others).getCoordinatorsList().stream().allMatch(CoordinatorPlan::isLeaving)) {
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
        present.look(registry.list(Folders.PRESENT));
        List<CoordinatorPlan.Machine> machines = new ArrayList<>();
        for (Entry entry : registry.list(Folders.MACHINES)) {
            String name = entry.key().name();
            MachineRecord record = MachineRecord.parseFrom(entry.value());
            machines.add(new CoordinatorPlan.Machine(
                    name,
                    PeerAddress.parse(record.getAddress()),
                    record.getJoinedEpochMillis(),
                    record.getLeaving(),
                    present.contains(name),
                    present.isSettled(name)));
        }
        return machines;
    }

    private static List<Coordinator> deciding(CoordinationRecord record) {
        return record.getCoordinatorsList().stream()
                .filter(one -> !CoordinatorPlan.isNew(one))
                .toList();
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
