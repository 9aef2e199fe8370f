package cc.node.application;

import cc.node.chore.ChoreThread;
import cc.node.community.Folders;
import cc.node.message.ApplicationRecord;
import cc.node.registry.ConflictException;
import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.Registry;
import cc.node.registry.UnavailableException;
import cc.screen.session.ProgramDirectory;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The applications of the whole community, as this machine's node knows them, and this machine's share in them: its
 * programs are kept in the registry for as long as they run. While the registry does not answer, programs run on, what
 * is listed is what was known last, and changes follow when it answers again.
 *
 * <p>All methods may be called by any thread; only those that throw {@link UnavailableException} ask the registry and
 * block until it answers.
 */
public final class Applications implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Applications.class);
    private static final Duration LOOK_AGAIN_PAUSE = Duration.ofSeconds(2);

    private final OwnApplications own;
    private final List<Consumer<List<Application>>> listeners = new CopyOnWriteArrayList<>();
    private final ChoreThread publisher = new ChoreThread("cc-applications");

    private volatile String machine = "";
    private volatile @Nullable Registry registry;
    private volatile @Nullable Publication publication;
    private volatile Map<String, Application> known = Map.of();
    private volatile Set<String> present = Set.of();

    /** Whether the registry has told its records, among which may be those of programs that run here already. */
    private volatile boolean heard;

    /**
     * What the programs of this machine are called is known here from now on; of the community, see {@link #attach}.
     */
    public Applications() {
        this(Processes.ofThisMachine());
    }

    Applications(Processes processes) {
        this.own = new OwnApplications(processes, () -> machine, () -> known, () -> publishSoon());
    }

    /** For this machine's screen proxy: whose windows show is an application. */
    public ProgramDirectory directory() {
        return own;
    }

    /**
     * Begins to publish this machine's programs, and to follow the others'. To be called once.
     *
     * @param ownMachine this machine's name
     */
    public void attach(String ownMachine, Registry community) {
        machine = ownMachine;
        registry = community;
        publication = new Publication(own, community, ownMachine);
        community.watch(
                Folders.PRESENT,
                entries -> publisher.run(() -> {
                    present = entries.stream().map(entry -> entry.key().name()).collect(Collectors.toUnmodifiableSet());
                    tellListeners();
                }));
        community.watch(
                Folders.APPLICATIONS,
                entries -> publisher.run(() -> {
                    known = read(entries);
                    heard = true;
                    publishAndTell();
                }));
        publisher.every(LOOK_AGAIN_PAUSE, this::publishAndTell);
    }

    /** This machine is called so, which is known before the registry answers. */
    public void named(String ownMachine) {
        machine = ownMachine;
    }

    /** The name of this machine; empty before {@link #named} or {@link #attach}. */
    public String machine() {
        return machine;
    }

    /** Whether the node of this machine runs, as far as this machine has heard. */
    public boolean isPresent(String name) {
        return name.equals(machine) || present.contains(name);
    }

    /** All applications of the community, by name, as far as this machine has heard. */
    public List<Application> list() {
        return known.values().stream()
                .map(this::withState)
                .sorted(Comparator.comparing(Application::name))
                .toList();
    }

    /** The application of this name or id. Asks the registry if this machine has not heard of it. */
    public Optional<Application> find(String nameOrId) throws UnavailableException {
        Optional<Application> heard = pick(list(), nameOrId);
        Registry asked = registry;
        return heard.isPresent() || asked == null
                ? heard
                : pick(
                        read(asked.list(Folders.APPLICATIONS)).values().stream()
                                .map(this::withState)
                                .toList(),
                        nameOrId);
    }

    /** What the screen proxy of this machine calls the program of this name or id, if it runs here. */
    public Optional<String> localName(String nameOrId) {
        return own.find(nameOrId).map(OwnApplication::localName);
    }

    /** The process of the program of this name or id, if it runs here. */
    public Optional<Long> processId(String nameOrId) {
        return own.find(nameOrId).map(OwnApplication::pid).filter(pid -> pid != 0);
    }

    /** The id in the community of the program that this machine's screen proxy calls so. */
    public Optional<String> idOf(String localName) {
        return own.all().stream()
                .filter(program -> program.localName().equals(localName))
                .map(OwnApplication::id)
                .findFirst();
    }

    /**
     * Changes where an application shows and what drives it.
     *
     * @param seen the state that the change takes for granted
     * @param record how it is to be
     * @return the state afterwards
     * @throws ConflictException if it is in another state, or has ended: look again
     */
    public Application update(Application seen, ApplicationRecord record)
            throws ConflictException, UnavailableException {
        long version = attached().update(key(record), record.toByteArray(), seen.version());
        return withState(new Application(record, version, false));
    }

    /**
     * Follows the applications of the community: the listener gets all of them now, and again after each change. It is
     * called by one thread and must not block.
     */
    public Registry.Watch watch(Consumer<List<Application>> listener) {
        publisher.run(() -> {
            listeners.add(listener);
            listener.accept(list());
        });
        return () -> publisher.run(() -> listeners.remove(listener));
    }

    /** The node has found a program again that it started in an earlier life. */
    public Launched launched(String wantedName, long pid) {
        return launched(wantedName, pid, FirstRoutes.NONE);
    }

    /** The node has started a program; it is an application until {@link Launched#close}. */
    public Launched launched(String wantedName, long pid, FirstRoutes routes) {
        OwnApplication program = own.launched(wantedName, pid, routes);
        return new Launched() {
            @Override
            public String id() {
                return program.id();
            }

            @Override
            public String name() {
                return program.publishedName().isEmpty() ? program.localName() : program.publishedName();
            }

            @Override
            public void close() {
                own.exited(program);
            }
        };
    }

    /** A program that this machine's node has started. */
    public interface Launched extends AutoCloseable {
        String id();

        String name();

        /** It has ended. */
        @Override
        void close();
    }

    /**
     * This machine has left the community: takes what runs here out of the registry, and publishes nothing more. What
     * cannot be taken out is listed as away from then on.
     */
    public void withdraw() {
        publication = null;
        forget(machine);
    }

    /** Takes what a machine ran that belongs to the community no more out of the registry. */
    public void forget(String gone) {
        for (Application application : list()) {
            if (application.machine().equals(gone)) {
                try {
                    attached().delete(key(application.record()), application.version());
                } catch (ConflictException | UnavailableException e) {
                    LOG.info("{} is left behind: {}", application.name(), e.getMessage());
                }
            }
        }
    }

    /** Programs run on and stay published. */
    @Override
    public void close() {
        publication = null;
        publisher.close();
    }

    List<OwnApplication> own() {
        return own.all();
    }

    static Key key(ApplicationRecord record) {
        return new Key(Folders.APPLICATIONS, record.getName());
    }

    private Registry attached() throws UnavailableException {
        Registry community = registry;
        if (community == null) {
            throw new UnavailableException(
                    "the community's registry does not answer yet", new IOException("not connected"));
        }
        return community;
    }

    private Application withState(Application application) {
        return new Application(application.record(), application.version(), !isPresent(application.machine()));
    }

    private static Optional<Application> pick(List<Application> all, String nameOrId) {
        Optional<Application> named =
                all.stream().filter(one -> one.name().equals(nameOrId)).findFirst();
        return named.isPresent()
                ? named
                : all.stream().filter(one -> one.is(nameOrId)).findFirst();
    }

    private static Map<String, Application> read(List<Entry> entries) {
        Map<String, Application> byName = new LinkedHashMap<>();
        for (Entry entry : entries) {
            try {
                ApplicationRecord record = ApplicationRecord.parseFrom(entry.value());
                byName.put(entry.key().name(), new Application(record, entry.version(), false));
            } catch (InvalidProtocolBufferException e) {
                LOG.warn("The registry's record {} cannot be read: {}", entry.key(), e.getMessage());
            }
        }
        return byName;
    }

    // ------------------------------------------------------------ the publisher's thread

    private void publishSoon() {
        publisher.run(this::publishAndTell);
    }

    /** Programs come back to a node that was started again without a change of their records. */
    private void publishAndTell() {
        publish();
        tellListeners();
    }

    private void publish() {
        Publication active = publication;
        if (active != null && heard) {
            known = active.bring(known);
        }
    }

    private void tellListeners() {
        List<Application> all = list();
        listeners.forEach(listener -> listener.accept(all));
    }
}
