package cc.node.registry.zookeeper;

import cc.node.chore.ChoreThread;
import cc.node.registry.Change;
import cc.node.registry.ConflictException;
import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.Registry;
import cc.node.registry.UnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.curator.ensemble.fixed.FixedEnsembleProvider;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.framework.state.ConnectionStateListener;
import org.apache.curator.retry.RetryUntilElapsed;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.client.ZKClientConfig;

/**
 * A node's view of a registry that a ZooKeeper ensemble keeps. The version of a record is the number of the transaction
 * that wrote it (mzxid), which never comes again, not even when a record is removed and made anew.
 */
public final class ZooKeeperRegistry implements Registry {
    private static final int CONNECTION_TIMEOUT_MILLIS = 5_000;
    private static final int RETRY_PAUSE_MILLIS = 100;

    /** A command outlives that those who keep the registry agree on a new leader. */
    private static final int RETRY_MILLIS = 8_000;

    /** After so long without an answer, nobody waits for one any more. */
    private static final long HOPE_NANOS = Duration.ofSeconds(15).toNanos();

    final CuratorFramework client;
    private final FixedEnsembleProvider servers;
    private final Tree tree;
    private final ChoreThread listeners = new ChoreThread("cc-registry-listeners");
    private final Presences presences;
    private volatile Health health = Health.SUSPENDED;
    private volatile long silentSinceNanos = System.nanoTime();

    private ZooKeeperRegistry(CuratorFramework client, FixedEnsembleProvider servers) {
        this.client = client;
        this.servers = servers;
        this.tree = new Tree(client);
        this.presences = new Presences(client, tree);
        client.getConnectionStateListenable().addListener((ignored, state) -> {
            if (health == Health.CONNECTED) {
                silentSinceNanos = System.nanoTime();
            }
            health = healthOf(state);
        });
    }

    /**
     * Connects to an ensemble.
     *
     * @param servers {@code host:port}, separated by commas
     * @param session how long a node may be silent before the others count it as gone
     * @param settings how to connect: keys and certificates, see {@link ZKClientConfig}
     * @throws IOException if no server answers in time
     */
    public static ZooKeeperRegistry connect(String servers, Duration session, ZKClientConfig settings)
            throws IOException {
        FixedEnsembleProvider provider = new FixedEnsembleProvider(servers);
        CuratorFramework client = CuratorFrameworkFactory.builder()
                .ensembleProvider(provider)
                // ZooKeeper's own list has no addresses for clients that use TLS.
                .ensembleTracker(false)
                .sessionTimeoutMs((int) session.toMillis())
                .connectionTimeoutMs(CONNECTION_TIMEOUT_MILLIS)
                .retryPolicy(new RetryUntilElapsed(RETRY_MILLIS, RETRY_PAUSE_MILLIS))
                .zkClientConfig(settings)
                // A record is in one place or not there: parents are made by the tree alone.
                .dontUseContainerParents()
                .build();
        ZooKeeperRegistry registry = new ZooKeeperRegistry(client, provider);
        client.start();
        try {
            if (!client.blockUntilConnected(CONNECTION_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new IOException("the registry does not answer at " + servers);
            }
            registry.tree.prepare();
            return registry;
        } catch (IOException e) {
            registry.close();
            throw e;
        } catch (InterruptedException e) {
            registry.close();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while connecting to the registry", e);
        }
    }

    /**
     * Uses these servers from now on, {@code host:port}, separated by commas. If this view has used one that is not
     * among them, it turns to another at once, while that one still answers.
     */
    public void useServers(String connectString) throws UnavailableException {
        Set<String> before = Set.of(servers.getConnectionString().split(","));
        Set<String> after = Set.of(connectString.split(","));
        // Curator looks at this when it hears of the connection next.
        servers.setConnectionString(connectString);
        if (!after.containsAll(before)) {
            try {
                client.getZookeeperClient().getZooKeeper().updateServerList(connectString);
            } catch (Exception e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                throw unavailable(e);
            }
        }
    }

    /** The servers that keep this registry. */
    public Ensemble ensemble() {
        return new Ensemble(client);
    }

    @Override
    public Optional<Entry> get(Key key) throws UnavailableException {
        requireHope();
        return tree.read(key);
    }

    @Override
    public List<Entry> list(String folder) throws UnavailableException {
        requireHope();
        return tree.list(folder);
    }

    @Override
    public List<Long> commit(List<Change> changes) throws ConflictException, UnavailableException {
        requireHope();
        return tree.commit(changes);
    }

    @Override
    public Presence announce(Key key, byte[] value) throws ConflictException, UnavailableException {
        requireHope();
        return presences.announce(key, value);
    }

    @Override
    public Watch watch(String folder, Consumer<List<Entry>> listener) {
        return new FolderWatch(client, folder, listener, listeners::run);
    }

    @Override
    public Watch watchHealth(Consumer<Health> listener) {
        ConnectionStateListener follower = (ignored, state) -> listeners.run(() -> listener.accept(healthOf(state)));
        listeners.run(() -> listener.accept(health));
        client.getConnectionStateListenable().addListener(follower);
        return () -> client.getConnectionStateListenable().removeListener(follower);
    }

    @Override
    public void close() {
        presences.close();
        client.close();
        listeners.close();
    }

    private void requireHope() throws UnavailableException {
        if (health != Health.CONNECTED && System.nanoTime() - silentSinceNanos > HOPE_NANOS) {
            throw new UnavailableException("the registry does not answer", new IOException("not connected"));
        }
    }

    private static Health healthOf(ConnectionState state) {
        return switch (state) {
            case CONNECTED, RECONNECTED -> Health.CONNECTED;
            case LOST -> Health.LOST;
            case SUSPENDED, READ_ONLY -> Health.SUSPENDED;
        };
    }

    /** What ZooKeeper could not do because it was not there. */
    static UnavailableException unavailable(Exception cause) {
        String why = cause instanceof KeeperException keeper ? keeper.code().toString() : cause.toString();
        return new UnavailableException("the registry does not answer (" + why + ")", cause);
    }
}
