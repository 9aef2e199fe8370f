package cc.node.community;

import cc.node.message.CoordinationRecord;
import cc.node.message.Coordinator;
import cc.node.message.CoordinatorState;
import cc.node.message.RegistryServer;
import cc.node.registry.Entry;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this machine has for the community: the authority's key and a server of the registry, if, and as long as, the
 * registry's record says so; and where the registry is. Used by one thread.
 */
final class CoordinatorShare {
    private static final Logger LOG = LoggerFactory.getLogger(CoordinatorShare.class);

    private final String self;
    private final NodeHome home;
    private final SettingsFile settings;
    private final CoordinationBook book;
    private final Coordinators.Servers servers;
    private final RegistrySeat seat;
    private final Coordinators.KeySource keys;

    CoordinatorShare(
            NodeHome home,
            SettingsFile settings,
            CoordinationBook book,
            Coordinators.Servers servers,
            RegistrySeat seat,
            Coordinators.KeySource keys) {
        this.self = settings.get().name().text();
        this.home = home;
        this.settings = settings;
        this.book = book;
        this.servers = servers;
        this.seat = seat;
        this.keys = keys;
    }

    /** Whether it has anything; may be called by any thread. */
    boolean isAny() {
        return settings.get().registryServer() != 0 || Files.exists(home.authorityKey());
    }

    /** Remembers where the registry is. */
    void follow(CoordinationRecord record) throws IOException {
        // With those that are about to be counted in: the others may be gone at the moment when they are.
        List<RegistryServer> serving = CoordinatorPlan.servers(record.getCoordinatorsList().stream()
                .filter(one -> one.getState() != CoordinatorState.COORDINATOR_STATE_APPOINTED)
                .toList());
        if (!settings.get().isExternal() && !serving.isEmpty()) {
            settings.change(before -> before.withRegistry(before.registryServer(), serving));
            servers.use(MemberSettings.connectString(serving));
        }
    }

    /**
     * Gets or gives up the key and the server, as the record says.
     *
     * @return whether nothing is left to do
     */
    boolean bring(Entry entry, CoordinationRecord record) throws IOException {
        Optional<Coordinator> own = CoordinatorPlan.of(record, self);
        if (own.isEmpty()) {
            retire();
            return true;
        } else if (own.get().getState() != CoordinatorState.COORDINATOR_STATE_APPOINTED) {
            return true;
        }
        getKey(record);
        if (own.get().hasServer()) {
            int number = own.get().getServer().getId();
            List<RegistryServer> deciding = new ArrayList<>(CoordinatorPlan.servers(CoordinatorPlan.deciding(record)));
            deciding.add(own.get().getServer());
            seat.takeAnew(number, deciding);
            // Not before it has begun: what a restart finds on the disk is right then.
            settings.change(before -> before.withRegistry(number, before.registry()));
            if (!seat.serves()) {
                return false;
            }
        }
        return book.replace(entry, CoordinatorPlan.with(record, self, CoordinatorState.COORDINATOR_STATE_READY));
    }

    private void getKey(CoordinationRecord record) throws IOException {
        if (Files.exists(home.authorityKey())) {
            return;
        }
        IOException failure = new IOException("nobody has the authority's key");
        for (Coordinator other : CoordinatorPlan.deciding(record)) {
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
}
