package cc.node.community;

import cc.node.chore.ChoreThread;
import cc.node.message.MachineRecord;
import cc.node.peer.PeerAddress;
import cc.node.peer.PeerCounters;
import cc.node.peer.PeerNetwork;
import cc.node.peer.PeerStream;
import cc.node.peer.RefusedException;
import cc.node.peer.StreamHandler;
import cc.node.registry.ConflictException;
import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.Registry;
import cc.node.registry.UnavailableException;
import cc.node.registry.zookeeper.EmbeddedServer;
import cc.node.registry.zookeeper.TlsFiles;
import cc.node.registry.zookeeper.ZooKeeperRegistry;
import cc.node.trust.Authority;
import cc.node.trust.Identity;
import cc.node.trust.JoinToken;
import cc.node.trust.NodeName;
import cc.protocol.message.JoinInvitation;
import cc.protocol.message.MachineEntry;
import cc.protocol.message.MachineStatus;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This machine as a member of its community: its connections with other nodes, its view of the registry, and its presence
 * there. Comes up at once; what needs the registry fails with a clear message until that answers.
 */
public final class Community implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Community.class);
    private static final Duration SESSION = Duration.ofSeconds(8);
    private static final Duration STATUS_PAUSE = Duration.ofSeconds(5);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);
    private static final Duration RENEWAL_CHECK_PAUSE = Duration.ofMinutes(10);
    private static final String RELEASE = "0.1";

    private final NodeHome home;
    private final MemberSettings settings;
    private final TlsFiles tlsFiles;
    private final Clock clock = Clock.systemUTC();
    private final MachineProbe probe;
    private final @Nullable EmbeddedServer server;
    private final PeerNetwork network;
    private final Consumer<Registry> onRegistry;
    private final ChoreThread chores = new ChoreThread("cc-community");
    private volatile Identity identity;
    private volatile @Nullable Registry registry;
    private volatile Registry.@Nullable Health health;
    private volatile Set<String> members = Set.of();

    // Used by the thread for chores only.
    private Registry.@Nullable Presence presence;
    private boolean told;
    private boolean announcedBefore;

    private Community(
            NodeHome home,
            Map<String, StreamHandler> handlers,
            IntSupplier applications,
            BooleanSupplier desktop,
            BiConsumer<NodeName, Registry> onRegistry)
            throws IOException {
        this.home = home;
        this.settings = MemberSettings.load(home.settings());
        this.onRegistry = connected -> onRegistry.accept(settings.name(), connected);
        this.tlsFiles = new TlsFiles(home.identity(), home.authority());
        this.identity = Identity.load(home.identity(), home.authority());
        this.probe = new MachineProbe(Path.of("/proc"), RELEASE, applications, desktop);
        this.server = settings.registryServer() > 0 ? startServer() : null;
        Map<String, StreamHandler> forMembers = new HashMap<>();
        handlers.forEach((kind, handler) -> forMembers.put(kind, membersOnly(handler)));
        if (Files.exists(home.authorityKey())) {
            forMembers.put(
                    RenewalDesk.RENEW, membersOnly(new RenewalDesk(() -> Authority.load(home.authorityKey(), clock))));
        }
        try {
            this.network = PeerNetwork.start(
                    new InetSocketAddress(settings.address().port()),
                    () -> identity,
                    forMembers,
                    Files.exists(home.authorityKey()) ? Map.of(Membership.JOIN, this::serveJoin) : Map.of());
        } catch (IOException e) {
            closeServer();
            throw e;
        }
    }

    /**
     * Brings this machine up in the community to which its folder says it belongs.
     *
     * @param handlers serve streams of other members, by kind
     * @param applications how many programs run here
     * @param desktop whether windows can show here
     * @param onRegistry is given this machine's name and the registry, once, when that has answered
     * @throws IOException if the folder's files cannot be used, or nobody can listen where it says
     */
    public static Community start(
            NodeHome home,
            Map<String, StreamHandler> handlers,
            IntSupplier applications,
            BooleanSupplier desktop,
            BiConsumer<NodeName, Registry> onRegistry)
            throws IOException {
        Community community = new Community(home, handlers, applications, desktop, onRegistry);
        community.chores.run(community::connect);
        return community;
    }

    public NodeName name() {
        return settings.name();
    }

    /** @throws UnavailableException if the registry has not answered yet */
    public Registry registry() throws UnavailableException {
        Registry known = registry;
        if (known == null) {
            throw new UnavailableException(
                    "the community's registry at " + settings.connectString() + " does not answer yet",
                    new IOException("not connected"));
        }
        return known;
    }

    /** How far the registry can be relied on; null: it has not answered yet. */
    public Registry.@Nullable Health health() {
        return health;
    }

    /** What keeps this machine from being a part of its community, for people; empty: nothing. */
    public Optional<String> missing() {
        Registry.Health now = health;
        String at = "the community's registry at " + settings.connectString();
        if (now == null) {
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
        return members;
    }

    public PeerCounters counters() {
        return network.counters();
    }

    public Instant certificateEnd() {
        return identity.certificate().getNotAfter().toInstant();
    }

    /** Makes a token with which one machine may join. */
    public JoinInvitation invite() throws IOException {
        JoinToken token = JoinToken.create(identity.authority());
        try {
            JoinDesk.admit(token, registry(), clock);
        } catch (ConflictException e) {
            throw new IllegalStateException("a random token came twice", e);
        }
        return JoinInvitation.newBuilder()
                .setAddress(desk().getValue().toString())
                .setToken(token.text())
                .setValidMinutes((int) JoinToken.VALIDITY.toMinutes())
                .build();
    }

    /** All machines of the community, by name. */
    public List<MachineEntry> machines() throws IOException {
        Map<String, Entry> present = registry().list(Folders.PRESENT).stream()
                .collect(Collectors.toMap(entry -> entry.key().name(), entry -> entry));
        List<MachineEntry> machines = new ArrayList<>();
        for (Entry entry : registry().list(Folders.MACHINES)) {
            String machine = entry.key().name();
            MachineRecord record = MachineRecord.parseFrom(entry.value());
            MachineEntry.Builder told = MachineEntry.newBuilder()
                    .setName(machine)
                    .setAddress(record.getAddress())
                    .setHere(machine.equals(name().text()))
                    .setJoinedEpochMillis(record.getJoinedEpochMillis())
                    .setKeepsRegistry(record.hasRegistry());
            Entry status = present.get(machine);
            if (status != null) {
                told.setStatus(MachineStatus.parseFrom(status.value()));
            }
            machines.add(told.build());
        }
        return machines;
    }

    /** Where a member's node listens. */
    private PeerAddress addressOf(NodeName member) throws IOException {
        Entry entry = registry()
                .get(new Key(Folders.MACHINES, member.text()))
                .orElseThrow(() ->
                        new IOException("no machine of the community is called " + member + "; 'cc nodes' lists them"));
        return PeerAddress.parse(MachineRecord.parseFrom(entry.value()).getAddress());
    }

    /**
     * Opens a stream to a member's node.
     *
     * @throws IOException if there is no such machine, or it is not reached
     */
    public PeerStream open(String member, String kind) throws IOException {
        NodeName node = new NodeName(member);
        try {
            return network.open(node, addressOf(node), kind);
        } catch (IOException e) {
            throw new IOException("the machine " + member + " is not reached: " + e.getMessage(), e);
        }
    }

    /** Takes this machine out of its community, for good. Close it afterwards. */
    public void leave() throws IOException {
        if (settings.registryServer() > 0 && registry().list(Folders.MACHINES).size() > 1) {
            throw new IOException(
                    "this machine keeps the registry of the community, whose other machines would be lost:"
                            + " let them leave first");
        }
        Key key = new Key(Folders.MACHINES, name().text());
        var entry = registry().get(key);
        if (entry.isPresent()) {
            try {
                registry().delete(key, entry.get().version());
            } catch (ConflictException e) {
                throw new IOException("the machine's record was changed at this moment; try again", e);
            }
        }
        home.clear();
    }

    @Override
    public void close() {
        chores.close();
        Registry known = registry;
        if (known != null) {
            known.close();
        }
        network.close();
        closeServer();
    }

    private EmbeddedServer startServer() throws IOException {
        return EmbeddedServer.start(settings.registryServer(), settings.registry(), home.registryData(), tlsFiles);
    }

    private void closeServer() {
        if (server != null) {
            server.close();
        }
    }

    private StreamHandler membersOnly(StreamHandler handler) {
        return stream -> {
            String peer = stream.peer().map(NodeName::text).orElse("");
            if (!members.contains(peer)) {
                throw RefusedException.because("'" + peer + "' is no member of this community any more");
            }
            handler.serve(stream);
        };
    }

    private void serveJoin(PeerStream stream) throws IOException {
        new JoinDesk(Authority.load(home.authorityKey(), clock), registry(), settings::registry, clock).serve(stream);
    }

    /** A machine that has the authority, and where it is; this one if it has. */
    private Map.Entry<NodeName, PeerAddress> desk() throws IOException {
        if (Files.exists(home.authorityKey())) {
            return Map.entry(name(), settings.address());
        }
        for (Entry entry : registry().list(Folders.MACHINES)) {
            MachineRecord record = MachineRecord.parseFrom(entry.value());
            if (record.hasRegistry()) {
                return Map.entry(new NodeName(entry.key().name()), PeerAddress.parse(record.getAddress()));
            }
        }
        throw new IOException("no machine of the community has its authority");
    }

    // ------------------------------------------------------------ chores

    private void connect() {
        try {
            Registry connected = ZooKeeperRegistry.connect(settings.connectString(), SESSION, tlsFiles.clientConfig());
            try {
                recordFounder(connected);
            } catch (UnavailableException e) {
                connected.close();
                throw e;
            }
            connected.watch(
                    Folders.MACHINES,
                    entries -> members =
                            entries.stream().map(entry -> entry.key().name()).collect(Collectors.toUnmodifiableSet()));
            connected.watchHealth(now -> health = now);
            registry = connected;
            onRegistry.accept(connected);
            LOG.info("{} is in touch with its community at {}", name(), settings.connectString());
            chores.run(this::tellStatus);
            chores.every(STATUS_PAUSE, this::tellStatus);
            chores.run(this::renew);
            chores.every(RENEWAL_CHECK_PAUSE, this::renew);
        } catch (IOException e) {
            if (!told) {
                LOG.warn("{}; trying on", e.getMessage());
                told = true;
            }
            chores.after(RETRY_PAUSE, this::connect);
        }
    }

    private void tellStatus() {
        try {
            byte[] status = probe.look().toByteArray();
            if (presence == null) {
                presence = announce(new Key(Folders.PRESENT, name().text()), status);
            } else {
                presence.update(status);
            }
        } catch (ConflictException e) {
            LOG.warn("A node with this machine's name and keys runs elsewhere: is this a copy of that machine?");
        } catch (IOException e) {
            LOG.info("This machine's state cannot be told: {}", e.getMessage());
        }
    }

    /** What is announced already is, the first time, of this node's own past: it was killed, and its session lives on. */
    private Registry.Presence announce(Key key, byte[] status) throws ConflictException, UnavailableException {
        boolean first = !announcedBefore;
        announcedBefore = true;
        Optional<Entry> left = first ? registry().get(key) : Optional.empty();
        if (left.isPresent()) {
            registry().delete(key, left.get().version());
        }
        return registry().announce(key, status);
    }

    /** Gets a new certificate in time. Connections that stand go on; new ones, and ZooKeeper, use it from then on. */
    private void renew() {
        try {
            if (identity.isDueForRenewal(clock)) {
                Map.Entry<NodeName, PeerAddress> desk = desk();
                Identity renewed =
                        RenewalDesk.ask(network.open(desk.getKey(), desk.getValue(), RenewalDesk.RENEW), name());
                identity.verify(renewed.certificate(), clock);
                renewed.save(home.identity(), home.authority());
                identity = renewed;
                LOG.info(
                        "{} has a new certificate until {}",
                        name(),
                        renewed.certificate().getNotAfter());
            }
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn(
                    "{}'s certificate ends at {} and could not be renewed: {}",
                    name(),
                    identity.certificate().getNotAfter(),
                    e.getMessage());
        }
    }

    /** The first machine was admitted by nobody. */
    private void recordFounder(Registry connected) throws UnavailableException {
        Key key = new Key(Folders.MACHINES, name().text());
        if (settings.registryServer() == 0 || connected.get(key).isPresent()) {
            return;
        }
        try {
            connected.create(
                    key,
                    MachineRecord.newBuilder()
                            .setAddress(settings.address().toString())
                            .setJoinedEpochMillis(clock.millis())
                            .setRegistry(settings.registry().get(0))
                            .build()
                            .toByteArray());
        } catch (ConflictException e) {
            LOG.debug("Recorded already", e);
        }
    }
}
