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
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.framework.state.ConnectionStateListener;
import org.apache.curator.retry.BoundedExponentialBackoffRetry;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.client.ZKClientConfig;

/**
 * A node's view of a registry that a ZooKeeper ensemble keeps. The version of a record is the number of the transaction
 * that wrote it (mzxid), which never comes again, not even when a record is removed and made anew.
 */
public final class ZooKeeperRegistry implements Registry {
    private static final int CONNECTION_TIMEOUT_MILLIS = 5_000;
    private static final int FIRST_RETRY_MILLIS = 50;
    private static final int LONGEST_RETRY_MILLIS = 1_000;
    private static final int RETRIES = 6;

    final CuratorFramework client;
    private final Tree tree;
    private final ChoreThread listeners = new ChoreThread("cc-registry-listeners");
    private final Presences presences;
    private volatile Health health = Health.SUSPENDED;

    private ZooKeeperRegistry(CuratorFramework client) {
        this.client = client;
        this.tree = new Tree(client);
        this.presences = new Presences(client, tree);
        client.getConnectionStateListenable().addListener((ignored, state) -> health = healthOf(state));
    }

    /**
     * Connects to an ensemble.
     *
     * @param servers {@code host:port}, separated by commas
     * @param session how long a node may be silent before the others count it as gone
     * @param settings how to connect: keys and certificates, see {@link ZKClientConfig}
     * @throws IOException if no server answers in time
     */
    public static Registry connect(String servers, Duration session, ZKClientConfig settings) throws IOException {
        CuratorFramework client = CuratorFrameworkFactory.builder()
                .connectString(servers)
                .sessionTimeoutMs((int) session.toMillis())
                .connectionTimeoutMs(CONNECTION_TIMEOUT_MILLIS)
                .retryPolicy(new BoundedExponentialBackoffRetry(FIRST_RETRY_MILLIS, LONGEST_RETRY_MILLIS, RETRIES))
                .zkClientConfig(settings)
                // A record is in one place or not there: parents are made by the tree alone.
                .dontUseContainerParents()
                .build();
        ZooKeeperRegistry registry = new ZooKeeperRegistry(client);
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

    @Override
    public Optional<Entry> get(Key key) throws UnavailableException {
        return tree.read(key);
    }

    @Override
    public List<Entry> list(String folder) throws UnavailableException {
        return tree.list(folder);
    }

    @Override
    public List<Long> commit(List<Change> changes) throws ConflictException, UnavailableException {
        return tree.commit(changes);
    }

    @Override
    public Presence announce(Key key, byte[] value) throws ConflictException, UnavailableException {
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
