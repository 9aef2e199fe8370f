package cc.node.registry.zookeeper;

import cc.node.registry.Change;
import cc.node.registry.ConflictException;
import cc.node.registry.Entry;
import cc.node.registry.Key;
import cc.node.registry.Registry;
import cc.node.registry.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.curator.framework.CuratorFramework;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.ZooKeeper;
import org.apache.zookeeper.data.Stat;

/**
 * Where records lie in ZooKeeper's tree, and how they are read: {@code /cc/records/FOLDER/NAME}. Beside them lies a
 * guard (see {@link Transaction}).
 */
final class Tree {
    private static final String ROOT = "/cc";
    private static final String RECORDS = ROOT + "/records";
    static final String GUARD = ROOT + "/guard";

    /** How often a transaction is tried again that lost against others, none of which touched its records. */
    private static final int MAX_TRIES = 50;

    private final CuratorFramework client;

    Tree(CuratorFramework client) {
        this.client = client;
    }

    static String folder(String name) {
        return RECORDS + "/" + name;
    }

    static String path(Key key) {
        return folder(key.folder()) + "/" + key.name();
    }

    /** Makes what every transaction relies on; of several nodes that do so at once, each finds it afterwards. */
    void prepare() throws UnavailableException {
        for (String path : List.of(ROOT, RECORDS, GUARD)) {
            make(path);
        }
    }

    Optional<Entry> read(Key key) throws UnavailableException {
        try {
            Stat stat = new Stat();
            byte[] value = CurrentRead.of(client, path(key), server -> server.getData(path(key), false, stat));
            return Optional.of(new Entry(key, value, stat.getMzxid()));
        } catch (KeeperException.NoNodeException e) {
            return Optional.empty();
        } catch (Exception e) {
            throw unavailable(e);
        }
    }

    List<Entry> list(String folder) throws UnavailableException {
        List<String> names;
        try {
            names = CurrentRead.of(client, folder(folder), server -> server.getChildren(folder(folder), false));
        } catch (KeeperException.NoNodeException e) {
            return List.of();
        } catch (Exception e) {
            throw unavailable(e);
        }
        List<Entry> entries = new ArrayList<>();
        for (String name : names.stream().sorted().toList()) {
            try {
                Stat stat = new Stat();
                Key key = new Key(folder, name);
                byte[] value = client.getData().storingStatIn(stat).forPath(path(key));
                entries.add(new Entry(key, value, stat.getMzxid()));
            } catch (KeeperException.NoNodeException e) {
                // Removed since the names were read.
            } catch (Exception e) {
                throw unavailable(e);
            }
        }
        return entries;
    }

    List<Long> commit(List<Change> changes) throws ConflictException, UnavailableException {
        try {
            for (Change change : changes) {
                if (change instanceof Change.Create create) {
                    checkSize(create.key(), create.value());
                    make(folder(create.key().folder()));
                } else if (change instanceof Change.Update update) {
                    checkSize(update.key(), update.value());
                }
            }
            // Waits out a short silence; what follows is not tried again by itself, since it may have been done.
            CurrentRead.of(client, GUARD, server -> server.exists(GUARD, false));
            ZooKeeper server = client.getZookeeperClient().getZooKeeper();
            for (int attempt = 1; attempt <= MAX_TRIES; attempt++) {
                Optional<List<Long>> versions =
                        Transaction.prepare(server, changes).commit(server);
                if (versions.isPresent()) {
                    return versions.get();
                }
            }
            throw new ConflictException("the registry is too busy: "
                    + changes.get(0).key() + " could not be changed in " + MAX_TRIES + " tries");
        } catch (ConflictException | UnavailableException | IllegalArgumentException e) {
            throw e;
        } catch (Exception e) {
            throw unavailable(e);
        }
    }

    static void checkSize(Key key, byte[] value) {
        if (value.length > Registry.MAX_VALUE_BYTES) {
            throw new IllegalArgumentException(
                    key + " would have " + value.length + " bytes, more than " + Registry.MAX_VALUE_BYTES);
        }
    }

    void make(String path) throws UnavailableException {
        try {
            if (client.checkExists().forPath(path) == null) {
                client.create()
                        .withMode(CreateMode.PERSISTENT)
                        .withACL(Ids.OPEN_ACL_UNSAFE)
                        .forPath(path);
            }
        } catch (KeeperException.NodeExistsException e) {
            // Made by another node at this moment.
        } catch (Exception e) {
            throw unavailable(e);
        }
    }

    private static UnavailableException unavailable(Exception cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
        return ZooKeeperRegistry.unavailable(cause);
    }
}
