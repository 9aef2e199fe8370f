package cc.node.registry.zookeeper;

import cc.node.chore.ChoreThread;
import cc.node.registry.ConflictException;
import cc.node.registry.Key;
import cc.node.registry.Registry.Presence;
import cc.node.registry.UnavailableException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.imps.CuratorFrameworkState;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs.Ids;
import org.apache.zookeeper.data.Stat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node announced: ephemeral records of its ZooKeeper session. When a session was lost and a new one begins, they
 * are announced again, if need be once those of the lost session have gone.
 */
final class Presences implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Presences.class);
    private static final Duration RETRY_PAUSE = Duration.ofMillis(500);

    private final CuratorFramework client;
    private final Tree tree;
    private final Set<Announced> announced = new LinkedHashSet<>();
    private final ChoreThread repair = new ChoreThread("cc-registry-presence");

    Presences(CuratorFramework client, Tree tree) {
        this.client = client;
        this.tree = tree;
        client.getConnectionStateListenable().addListener((ignored, state) -> {
            if (state == ConnectionState.RECONNECTED) {
                repair.run(this::announceMissing);
            }
        });
    }

    Presence announce(Key key, byte[] value) throws ConflictException, UnavailableException {
        Tree.checkSize(key, value);
        tree.make(Tree.folder(key.folder()));
        Announced presence = new Announced(key, value.clone());
        try {
            presence.create();
        } catch (KeeperException.NodeExistsException e) {
            throw new ConflictException(key + " is announced by another node");
        } catch (Exception e) {
            throw ZooKeeperRegistry.unavailable(e);
        }
        synchronized (announced) {
            announced.add(presence);
        }
        return presence;
    }

    @Override
    public void close() {
        repair.close();
        // The session's end removes them.
        synchronized (announced) {
            announced.clear();
        }
    }

    private long session() throws Exception {
        return client.getZookeeperClient().getZooKeeper().getSessionId();
    }

    private void announceMissing() {
        Set<Announced> all;
        synchronized (announced) {
            all = new LinkedHashSet<>(announced);
        }
        for (Announced presence : all) {
            try {
                presence.createIfMissing();
            } catch (KeeperException.NodeExistsException e) {
                // Of the session that was lost, most likely, which the servers have not given up yet.
                repair.after(RETRY_PAUSE, this::announceMissing);
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (Exception e) {
                LOG.warn("{} cannot be announced again yet: {}", presence.key, e.toString());
                repair.after(RETRY_PAUSE, this::announceMissing);
                return;
            }
        }
    }

    private final class Announced implements Presence {
        private final Key key;
        private byte[] value;
        private boolean withdrawn;

        Announced(Key key, byte[] value) {
            this.key = key;
            this.value = value;
        }

        synchronized void create() throws Exception {
            if (!withdrawn) {
                client.create()
                        .withMode(CreateMode.EPHEMERAL)
                        .withACL(Ids.OPEN_ACL_UNSAFE)
                        .forPath(Tree.path(key), value);
            }
        }

        void createIfMissing() throws Exception {
            var there = client.checkExists().forPath(Tree.path(key));
            if (there == null || there.getEphemeralOwner() != session()) {
                create();
            }
        }

        @Override
        public synchronized void update(byte[] newValue) throws UnavailableException {
            Tree.checkSize(key, newValue);
            // What could not be written now is what is announced again.
            value = newValue.clone();
            try {
                Stat written = client.setData().forPath(Tree.path(key), value);
                if (written.getEphemeralOwner() != session()) {
                    // It goes with a session of the past.
                    repair.run(Presences.this::announceMissing);
                }
            } catch (KeeperException.NoNodeException e) {
                repair.run(Presences.this::announceMissing);
            } catch (Exception e) {
                throw ZooKeeperRegistry.unavailable(e);
            }
        }

        @Override
        public void close() {
            synchronized (announced) {
                announced.remove(this);
            }
            synchronized (this) {
                if (withdrawn) {
                    return;
                }
                withdrawn = true;
                if (client.getState() != CuratorFrameworkState.STARTED) {
                    // The session's end removed it.
                    return;
                }
                try {
                    client.delete().guaranteed().forPath(Tree.path(key));
                } catch (KeeperException.NoNodeException e) {
                    // Gone with a session that was lost.
                } catch (Exception e) {
                    LOG.info("{} is withdrawn as soon as the registry answers: {}", key, e.toString());
                }
            }
        }
    }
}
