package cc.node.community;

import cc.node.chore.ChoreThread;
import cc.node.message.RegistryServer;
import cc.node.peer.PeerAddress;
import cc.node.peer.PeerStream;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks other machines where the registry is, as long as this one is not in touch with it: all servers that it knows of
 * may have handed over to others meanwhile.
 */
final class RegistrySearch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistrySearch.class);
    private static final Duration LOOK_PAUSE = Duration.ofSeconds(3);

    private final SettingsFile settings;
    private final Way way;
    private final BooleanSupplier inTouch;
    private final Supplier<Map<String, PeerAddress>> members;
    private final Consumer<List<RegistryServer>> onMoved;
    private final ChoreThread chores = new ChoreThread("cc-registry-search");
    private boolean silentBefore;

    /** Opens a stream to another machine's {@link RegistryDesk}. */
    @FunctionalInterface
    interface Way {
        PeerStream open(String machine, PeerAddress address) throws IOException;
    }

    /**
     * @param inTouch whether this machine's registry answers
     * @param members the machines that are known to belong to the community
     * @param onMoved is told once they are found elsewhere than the settings say, which say so by then
     */
    RegistrySearch(
            SettingsFile settings,
            Way way,
            BooleanSupplier inTouch,
            Supplier<Map<String, PeerAddress>> members,
            Consumer<List<RegistryServer>> onMoved) {
        this.settings = settings;
        this.way = way;
        this.inTouch = inTouch;
        this.members = members;
        this.onMoved = onMoved;
    }

    void start() {
        chores.every(LOOK_PAUSE, this::look);
    }

    @Override
    public void close() {
        chores.close();
    }

    private void look() {
        boolean silent = !inTouch.getAsBoolean();
        // Most silences end by themselves.
        if (silent && silentBefore) {
            ask();
        }
        silentBefore = silent;
    }

    private void ask() {
        MemberSettings own = settings.get();
        for (Map.Entry<String, PeerAddress> machine : known(own).entrySet()) {
            try {
                List<RegistryServer> servers = RegistryDesk.ask(way.open(machine.getKey(), machine.getValue()));
                if (!servers.equals(own.registry())) {
                    LOG.info(
                            "{} says that the registry is at {}",
                            machine.getKey(),
                            MemberSettings.connectString(servers));
                    settings.change(before -> before.withRegistry(before.registryServer(), servers));
                    onMoved.accept(servers);
                }
                return;
            } catch (IOException e) {
                LOG.debug("{} does not say where the registry is", machine.getKey(), e);
            }
        }
    }

    private Map<String, PeerAddress> known(MemberSettings own) {
        Map<String, PeerAddress> known = new HashMap<>();
        own.registry().forEach(server -> known.put(server.getMachine(), RegistryPorts.node(server)));
        known.putAll(members.get());
        known.remove(own.name().text());
        known.remove("");
        return known;
    }
}
