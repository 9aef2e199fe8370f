package cc.node.community;

import cc.node.chore.ChoreThread;
import cc.node.message.MachineRecord;
import cc.node.peer.PeerAddress;
import cc.node.peer.PeerCounters;
import cc.node.peer.PeerNetwork;
import cc.node.peer.PeerStream;
import cc.node.peer.StreamHandler;
import cc.node.registry.ConflictException;
import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.Registry;
import cc.node.registry.UnavailableException;
import cc.node.registry.zookeeper.TlsFiles;
import cc.node.trust.NodeName;
import cc.protocol.message.JoinInvitation;
import cc.protocol.message.MachineEntry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This machine as a member of its community: its connections with other nodes, its view of the registry, and its
 * presence there. Comes up at once; what needs the registry fails with a clear message until that answers.
 */
public final class Community implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Community.class);
    private static final Duration STATUS_PAUSE = Duration.ofSeconds(5);
    private static final Duration RENEWAL_CHECK_PAUSE = Duration.ofMinutes(10);
    private static final String RELEASE = "0.1";

    private static final String TAKEN_OUT =
            "this machine was taken out of its community by another one: 'cc leave' ends"
                    + " its membership here, too, and then 'cc join' makes a new one";

    private final NodeHome home;
    private final SettingsFile settings;
    private final Clock clock = Clock.systemUTC();
    private final OwnCertificate certificate;
    private final Members members;
    private final Desks desks;
    private final Attendance attendance;
    private final RegistrySeat seat;
    private final RegistryLink link;
    private final RegistrySearch search;
    private final PeerNetwork network;
    private final BiConsumer<NodeName, Registry> onRegistry;
    private final ChoreThread chores = new ChoreThread("cc-community");
    private volatile boolean removed;
    private volatile Registry.@Nullable Health health;

    private Community(
            NodeHome home,
            Map<String, StreamHandler> handlers,
            IntSupplier applications,
            BooleanSupplier desktop,
            BiConsumer<NodeName, Registry> onRegistry,
            CommunityTerms terms)
            throws IOException {
        this.home = home;
        this.settings = new SettingsFile(home.settings());
        this.onRegistry = onRegistry;
        this.certificate = new OwnCertificate(home, clock);
        this.members = new Members(settings.get().name());
        this.desks = new Desks(home, settings, surroundings(), clock);
        this.attendance = new Attendance(
                settings.get().name(), new MachineProbe(Path.of("/proc"), RELEASE, applications, desktop));
        TlsFiles tls = terms.encrypted() ? new TlsFiles(home.identity(), home.authority()) : null;
        this.seat = new RegistrySeat(home, tls);
        this.link = new RegistryLink(home, settings, tls, terms.settle(), seat, this::fetchKey);
        if (settings.get().registryServer() > 0) {
            seat.take(settings.get().registryServer(), settings.get().serversWithOwn());
        }
        Map<String, StreamHandler> forMembers = new HashMap<>();
        handlers.forEach((kind, handler) -> forMembers.put(kind, members.only(handler, Members.START_PATIENCE)));
        // Without the registry these have no answer, and whoever asks goes on to another machine.
        forMembers.put(RenewalDesk.RENEW, members.only(new RenewalDesk(desks::authority), Duration.ZERO));
        forMembers.put(RegistryDesk.REGISTRY, members.only(new RegistryDesk(settings, this::isInTouch), Duration.ZERO));
        forMembers.put(AuthorityDesk.AUTHORITY, members.only(new AuthorityDesk(home, desks::isFor), Duration.ZERO));
        try {
            this.network = PeerNetwork.start(
                    new InetSocketAddress(settings.get().address().port()),
                    certificate::identity,
                    forMembers,
                    Map.of(Membership.JOIN, desks::serveJoin));
        } catch (IOException e) {
            seat.close();
            throw e;
        }
        this.search = new RegistrySearch(
                settings,
                (machine, address) -> network.open(new NodeName(machine), address, RegistryDesk.REGISTRY),
                this::isInTouch,
                members::known,
                link::turnTo);
    }

    /**
     * Brings this machine up in the community to which its folder says it belongs.
     *
     * @param handlers serve streams of other members, by kind
     * @param applications how many programs run here
     * @param desktop whether windows can show here
     * @param onRegistry is given this machine's name and the registry, once, when that has answered; nothing is changed
     *     through it any more once this machine is no member
     * @throws IOException if the folder's files cannot be used, or nobody can listen where it says
     */
    public static Community start(
            NodeHome home,
            Map<String, StreamHandler> handlers,
            IntSupplier applications,
            BooleanSupplier desktop,
            BiConsumer<NodeName, Registry> onRegistry)
            throws IOException {
        return start(home, handlers, applications, desktop, onRegistry, CommunityTerms.load(home.wishes()));
    }

    static Community start(
            NodeHome home,
            Map<String, StreamHandler> handlers,
            IntSupplier applications,
            BooleanSupplier desktop,
            BiConsumer<NodeName, Registry> onRegistry,
            CommunityTerms terms)
            throws IOException {
        Community community = new Community(home, handlers, applications, desktop, onRegistry, terms);
        community.link.connect(community.chores, community::connected);
        if (!community.settings.get().isExternal()) {
            community.search.start();
        }
        return community;
    }

    public NodeName name() {
        return settings.get().name();
    }

    /** @throws IOException if the registry has not answered yet, or this machine was taken out of its community */
    public Registry registry() throws IOException {
        Optional<String> outside = outside();
        if (outside.isPresent()) {
            throw new IOException(outside.get());
        }
        return link.registry();
    }

    /** Why the others do not take this machine for a member any more, for people; empty: they do. */
    private Optional<String> outside() {
        return removed ? Optional.of(TAKEN_OUT) : certificate.ended();
    }

    /** How far the registry can be relied on; null: it has not answered yet. */
    public Registry.@Nullable Health health() {
        return health;
    }

    /** What keeps this machine from being a part of its community, for people; empty: nothing. */
    public Optional<String> missing() {
        Registry.Health now = health;
        String at = "the community's registry at " + settings.get().connectString();
        Optional<String> outside = outside();
        if (outside.isPresent()) {
            return outside;
        } else if (now == null) {
            return Optional.of(at + " has not answered yet");
        }
        return switch (now) {
            case CONNECTED -> Optional.empty();
            case SUSPENDED -> Optional.of(at + " does not answer at the moment");
            case LOST -> Optional.of(at + " does not answer, and the other machines count this one as away");
        };
    }

    /** The machines that belong to the community, as far as this one knows. */
    public Set<String> members() {
        return members.known().keySet();
    }

    public PeerCounters counters() {
        return network.counters();
    }

    public Instant certificateEnd() {
        return certificate.identity().certificate().getNotAfter().toInstant();
    }

    /** What is missing for the registry to answer, for people. Takes a second or two. */
    public String explainSilence() {
        return RegistryReach.explain(settings.get());
    }

    /** Makes a token with which one machine may join. */
    public JoinInvitation invite() throws IOException {
        return desks.invite(certificate.identity().authority());
    }

    /** All machines of the community, by name. */
    public List<MachineEntry> machines() throws IOException {
        return Roster.read(registry(), name());
    }

    /**
     * Opens a stream to a member's node. Needs no registry to answer if the member has been heard of.
     *
     * @throws IOException if there is no such machine, or it is not reached
     */
    public PeerStream open(String member, String kind) throws IOException {
        NodeName node = new NodeName(member);
        Optional<String> outside = outside();
        if (outside.isPresent()) {
            throw new IOException(outside.get());
        }
        try {
            return network.open(node, addressOf(node), kind);
        } catch (IOException e) {
            throw new IOException("the machine " + member + " is not reached: " + e.getMessage(), e);
        }
    }

    private PeerAddress addressOf(NodeName member) throws IOException {
        PeerAddress known = members.known().get(member.text());
        if (known != null) {
            return known;
        }
        Entry entry = registry()
                .get(new Key(Folders.MACHINES, member.text()))
                .orElseThrow(() -> noSuchMachine(member.text()));
        return PeerAddress.parse(MachineRecord.parseFrom(entry.value()).getAddress());
    }

    /**
     * Takes this machine out of its community, for good. Close it afterwards. One that the others do not take for a
     * member any more forgets what it knows of them, and that is all.
     *
     * @param before what else is to be taken out of the registry
     */
    public void leave(Runnable before) throws IOException {
        if (outside().isEmpty()) {
            Registry known = registry();
            if (known.list(Folders.MACHINES).size() > 1) {
                link.handOver();
            }
            // Once it is no member any more, it changes nothing.
            before.run();
            Optional<Entry> entry = known.get(new Key(Folders.MACHINES, name().text()));
            if (entry.isPresent()) {
                delete(entry.get());
            }
        }
        search.close();
        link.close();
        seat.close();
        settings.end();
        home.clear();
    }

    /**
     * Takes another machine out of the community that will not come back. Its place among the coordinators goes to
     * another one.
     *
     * @throws IOException if it is there: it leaves by itself
     */
    public void remove(String machine) throws IOException {
        Entry entry = registry().get(new Key(Folders.MACHINES, machine)).orElseThrow(() -> noSuchMachine(machine));
        if (registry().get(new Key(Folders.PRESENT, machine)).isPresent()) {
            throw new IOException(machine + " runs: say 'cc leave' there");
        }
        delete(entry);
    }

    @Override
    public void close() {
        chores.close();
        search.close();
        link.close();
        network.close();
        seat.close();
    }

    private void delete(Entry entry) throws IOException {
        try {
            registry().delete(entry.key(), entry.version());
        } catch (ConflictException e) {
            throw new IOException("the machine's record was changed at this moment; try again", e);
        }
    }

    private static IOException noSuchMachine(String name) {
        return new IOException("no machine of the community is called '" + name + "'; 'cc nodes' lists them");
    }

    private Desks.Surroundings surroundings() {
        return new Desks.Surroundings() {
            @Override
            public Registry registry() throws IOException {
                return Community.this.registry();
            }

            @Override
            public PeerAddress addressOf(NodeName member) throws IOException {
                return Community.this.addressOf(member);
            }
        };
    }

    private boolean isInTouch() {
        return health == Registry.Health.CONNECTED;
    }

    private void fetchKey(String machine) throws IOException {
        AuthorityDesk.ask(
                open(machine, AuthorityDesk.AUTHORITY),
                home,
                certificate.identity().authority());
    }

    // ------------------------------------------------------------ chores

    private void connected(Registry registry) {
        registry.watch(Folders.MACHINES, entries -> {
            members.hear(entries);
            if (members.contains(name()) == removed) {
                removed = !removed;
                chores.run(removed ? attendance::end : this::tellStatus);
                LOG.info("{} is {} its community", name(), removed ? "no member any more of" : "a member of");
            }
        });
        registry.watchHealth(now -> health = now);
        onRegistry.accept(name(), new FencedRegistry(registry, new Key(Folders.MACHINES, name().text())));
        LOG.info(
                "{} is in touch with its community at {}",
                name(),
                settings.get().connectString());
        tellStatus();
        chores.every(STATUS_PAUSE, this::tellStatus);
        renew();
        chores.every(RENEWAL_CHECK_PAUSE, this::renew);
    }

    private void tellStatus() {
        if (!removed) {
            try {
                attendance.tell(link.registry());
            } catch (UnavailableException e) {
                LOG.debug("Told later", e);
            }
        }
    }

    private void renew() {
        certificate.renewIfDue(new OwnCertificate.Desks() {
            @Override
            public List<NodeName> names() throws IOException {
                return desks.names();
            }

            @Override
            public PeerStream open(NodeName desk) throws IOException {
                return Community.this.open(desk.text(), RenewalDesk.RENEW);
            }
        });
    }
}
