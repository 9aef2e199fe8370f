package cc.node.community;

import cc.node.chore.ChoreThread;
import cc.node.message.CoordinationRecord;
import cc.node.message.Coordinator;
import cc.node.message.CoordinatorState;
import cc.node.message.MachineRecord;
import cc.node.message.RegistryServer;
import cc.node.registry.Change;
import cc.node.registry.ConflictException;
import cc.node.registry.Key;
import cc.node.registry.Registry;
import cc.node.registry.UnavailableException;
import cc.node.registry.zookeeper.Ensemble;
import cc.node.registry.zookeeper.TlsFiles;
import cc.node.registry.zookeeper.ZooKeeperRegistry;
import cc.node.trust.Fingerprint;
import cc.node.trust.Identity;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.zookeeper.client.ZKClientConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A member's way to the registry of its community: sought until it is found, and followed wherever it moves. */
final class RegistryLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryLink.class);
    private static final Duration SESSION = Duration.ofSeconds(8);
    private static final Duration RETRY_PAUSE = Duration.ofSeconds(1);

    private final NodeHome home;
    private final SettingsFile settings;
    private final @Nullable TlsFiles tls;
    private final Duration settle;
    private final RegistrySeat seat;
    private final Coordinators.KeySource keys;
    private volatile @Nullable Registry registry;
    private volatile @Nullable Coordinators coordinators;
    private volatile String failure = "";

    /**
     * @param tls how to talk with the community's own servers; null: in the clear, for tests
     * @param settle how long a machine has to be there before it is relied on
     */
    RegistryLink(
            NodeHome home,
            SettingsFile settings,
            @Nullable TlsFiles tls,
            Duration settle,
            RegistrySeat seat,
            Coordinators.KeySource keys) {
        this.home = home;
        this.settings = settings;
        this.tls = tls;
        this.settle = settle;
        this.seat = seat;
        this.keys = keys;
    }

    /** @param then called by a chore, once, when the registry has answered */
    void connect(ChoreThread chores, Consumer<Registry> then) {
        chores.run(() -> seek(chores, then));
    }

    /** @throws UnavailableException if it has not answered yet */
    Registry registry() throws UnavailableException {
        Registry known = registry;
        if (known == null) {
            throw new UnavailableException(
                    failure.isEmpty()
                            ? "the community's registry at " + settings.get().connectString() + " does not answer yet"
                            : failure,
                    new IOException("not connected"));
        }
        return known;
    }

    /** Looks for the registry there from now on. */
    void turnTo(List<RegistryServer> servers) {
        if (registry instanceof ZooKeeperRegistry known) {
            try {
                known.useServers(MemberSettings.connectString(servers));
            } catch (UnavailableException e) {
                LOG.debug("It is used from the next connection on", e);
            }
        }
    }

    /** As {@link Coordinators#handOver}. */
    void handOver() throws IOException {
        Coordinators known = coordinators;
        if (known == null) {
            throw new IOException("this machine is not in touch with its community");
        }
        known.handOver();
    }

    @Override
    public void close() {
        Coordinators active = coordinators;
        if (active != null) {
            active.close();
        }
        Registry known = registry;
        if (known != null) {
            known.close();
        }
    }

    private void seek(ChoreThread chores, Consumer<Registry> then) {
        try {
            ZooKeeperRegistry found = ZooKeeperRegistry.connect(whereToSeek(), SESSION, clientConfig());
            try {
                begin(found);
            } catch (IOException e) {
                found.close();
                throw e;
            }
            then.accept(found);
        } catch (IOException e) {
            String message = String.valueOf(e.getMessage());
            if (!message.equals(failure)) {
                LOG.warn("{}; trying on", message);
                failure = message;
            }
            chores.after(RETRY_PAUSE, () -> seek(chores, then));
        }
    }

    /**
     * This machine's own server takes connections before it has what the others have, and keeps them waiting until
     * then.
     */
    private String whereToSeek() {
        MemberSettings now = settings.get();
        List<RegistryServer> others = now.registry().stream()
                .filter(server -> server.getId() != now.registryServer())
                .toList();
        return seat.serves() || others.isEmpty() ? now.connectString() : MemberSettings.connectString(others);
    }

    private void begin(ZooKeeperRegistry found) throws IOException {
        String authority =
                Fingerprint.of(Identity.load(home.identity(), home.authority()).authority());
        CoordinationRecord record = CoordinationBook.read(found);
        if (record.getAuthority().isEmpty() && Files.exists(home.authorityKey())) {
            recordFounder(found, authority);
        } else if (!record.getAuthority().equals(authority)) {
            throw new IOException("the registry at " + settings.get().connectString() + " is "
                    + (record.getAuthority().isEmpty() ? "nobody's yet" : "another community's"));
        }
        Coordinators active = new Coordinators(home, settings, found, servers(found), seat, keys, settle);
        coordinators = active;
        registry = found;
        active.start();
    }

    private ZKClientConfig clientConfig() throws IOException {
        if (!settings.get().isExternal()) {
            return tls == null ? new ZKClientConfig() : tls.clientConfig();
        } else if (Files.exists(home.registryTrusted())) {
            return new TlsFiles(home.identity(), home.registryTrusted()).clientConfig();
        }
        new ExternalServers(settings.get().external(), new byte[0]).requireSafe();
        return new ZKClientConfig();
    }

    private static Coordinators.Servers servers(ZooKeeperRegistry registry) {
        return new Coordinators.Servers() {
            @Override
            public boolean makeSo(List<RegistryServer> wanted, boolean anew, Ensemble.Premise premise)
                    throws UnavailableException {
                return registry.ensemble().makeSo(wanted, anew, premise);
            }

            @Override
            public void use(String connectString) throws UnavailableException {
                registry.useServers(connectString);
            }
        };
    }

    /** The first machine was admitted, and appointed, by nobody. */
    private void recordFounder(Registry found, String authority) throws UnavailableException {
        MemberSettings own = settings.get();
        String name = own.name().text();
        Coordinator.Builder coordinator =
                Coordinator.newBuilder().setMachine(name).setState(CoordinatorState.COORDINATOR_STATE_ACTING);
        if (!own.isExternal()) {
            coordinator.setServer(own.registry().get(0));
        }
        List<Change> changes = new ArrayList<>();
        changes.add(new Change.Create(
                CoordinationBook.RECORD,
                CoordinationRecord.newBuilder()
                        .setAuthority(authority)
                        .addCoordinators(coordinator)
                        .setLastServer(own.registryServer())
                        .build()
                        .toByteArray()));
        Key machine = new Key(Folders.MACHINES, name);
        if (found.get(machine).isEmpty()) {
            changes.add(new Change.Create(
                    machine,
                    MachineRecord.newBuilder()
                            .setAddress(own.address().toString())
                            .setJoinedEpochMillis(System.currentTimeMillis())
                            .build()
                            .toByteArray()));
        }
        try {
            found.commit(changes);
        } catch (ConflictException e) {
            LOG.debug("Recorded already", e);
        }
    }
}
