package cc.node.community;

import cc.node.chore.ChoreThread;
import cc.node.message.CoordinationRecord;
import cc.node.message.RegistryServer;
import cc.node.registry.Entry;
import cc.node.registry.Registry;
import cc.node.registry.UnavailableException;
import cc.node.registry.zookeeper.Ensemble;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This machine's part in coordinating its community: it follows the registry's record by its own {@link
 * CoordinatorShare}, and if it is the steward, it carries out what {@link CoordinatorPlan} wants. Each step can be done
 * again by whoever is steward then.
 */
final class Coordinators implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Coordinators.class);
    private static final Duration LOOK_PAUSE = Duration.ofSeconds(10);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(300);
    private static final Duration END_PATIENCE = Duration.ofSeconds(10);

    private final String self;
    private final SettingsFile settings;
    private final Registry registry;
    private final CoordinationBook book;
    private final Servers servers;
    private final CoordinatorPlan plan;
    private final CoordinatorShare share;
    private final MachineCensus census;
    private final Departure departure;
    private final ChoreThread chores = new ChoreThread("cc-coordination");
    private final Duration settle;
    private volatile Set<String> presentNow = Set.of();
    private long newestVersion;
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
        this.settings = settings;
        this.registry = registry;
        this.book = new CoordinationBook(registry);
        this.servers = servers;
        this.settle = settle;
        this.plan = new CoordinatorPlan(!settings.get().isExternal());
        this.share = new CoordinatorShare(home, settings, book, servers, seat, keys);
        this.census = new MachineCensus(registry, settle);
        this.departure = new Departure(self, registry, plan, share, census, chores, this::makeSo);
    }

    void start() {
        // An earlier node may have been ended while it left.
        chores.run(departure::stay);
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

    /** As {@link Departure#handOver}. */
    void handOver() throws IOException {
        departure.handOver();
    }

    @Override
    public void close() {
        chores.end(END_PATIENCE);
    }

    // ------------------------------------------------------------ chores

    private void makeSo() {
        try {
            Optional<Entry> entry = book.entry();
            if (entry.isEmpty() || entry.get().version() < newestVersion) {
                return;
            }
            newestVersion = entry.get().version();
            CoordinationRecord record = CoordinationRecord.parseFrom(entry.get().value());
            share.follow(record);
            boolean done = share.bring(entry.get(), record);
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

    /** @return whether nothing is left to do, or others are to do it */
    private boolean carryOut(Entry entry, CoordinationRecord record) throws IOException {
        CoordinationRecord wanted = plan.next(record, census.machines());
        if (!wanted.equals(record)) {
            LOG.info("The community's coordinators are to be: {}", text(wanted));
            return book.replace(entry, wanted);
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
                && !servers.makeSo(
                        CoordinatorPlan.servers(done.getCoordinatorsList()), underWay, () -> book.isStill(entry))) {
            return false;
        } else if (underWay) {
            LOG.info("The community's coordinators are: {}", text(done));
            return book.replace(entry, done);
        }
        return true;
    }

    private static String text(CoordinationRecord record) {
        return record.getCoordinatorsList().stream()
                .map(one -> one.getMachine()
                        + (CoordinatorPlan.isNew(one) ? " (new)" : CoordinatorPlan.isLeaving(one) ? " (goes)" : ""))
                .collect(Collectors.joining(", "));
    }
}
