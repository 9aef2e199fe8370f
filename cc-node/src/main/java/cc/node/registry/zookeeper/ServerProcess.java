package cc.node.registry.zookeeper;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.security.sasl.SaslException;
import org.apache.zookeeper.server.ZooKeeperServer;
import org.apache.zookeeper.server.admin.AdminServer.AdminServerException;
import org.apache.zookeeper.server.quorum.QuorumCnxManager;
import org.apache.zookeeper.server.quorum.QuorumPeer;
import org.apache.zookeeper.server.quorum.QuorumPeerConfig;
import org.apache.zookeeper.server.quorum.QuorumPeerMain;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ZooKeeper's own main class on a thread of ours. It cannot be ended while it starts: what it opens after it was told
 * to end would stay open. So starting is waited for, and what ends it comes afterwards.
 */
final class ServerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ServerProcess.class);
    private static final int JOIN_MILLIS = 5_000;

    private final CountDownLatch begun = new CountDownLatch(1);
    private final Main main = new Main();
    private final ThreadGroup threads = new Threads();
    private final Thread thread;

    ServerProcess(QuorumPeerConfig config) {
        this.thread = new Thread(threads, () -> run(config), "cc-registry-server");
        thread.setDaemon(true);
    }

    /** Returns as soon as it runs or has failed, at the latest after the patience. */
    void start(Duration patience) {
        thread.start();
        await(patience);
    }

    boolean isAlive() {
        return thread.isAlive();
    }

    /** Whether a thread is one of this server's. */
    boolean owns(Thread one) {
        return threads.parentOf(one.getThreadGroup());
    }

    @Nullable
    ZooKeeperServer activeServer() {
        QuorumPeer peer = main.peer;
        return peer == null ? null : peer.getActiveServer();
    }

    /** Ends it, and returns when it has ended. */
    void end() {
        await(Duration.ofMillis(JOIN_MILLIS));
        QuorumPeer peer = main.peer;
        if (peer == null) {
            return;
        }
        try {
            peer.shutdown();
            peer.join(JOIN_MILLIS);
            // A change of the ensemble that was under way may have made another one meanwhile.
            QuorumCnxManager connections = peer.getQuorumCnxManager();
            if (connections != null) {
                connections.halt();
            }
            thread.join(JOIN_MILLIS);
        } catch (RuntimeException e) {
            // It had hardly begun.
            LOG.debug("The registry's server ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run(QuorumPeerConfig config) {
        try {
            main.runFromConfig(config);
        } catch (IOException | AdminServerException | RuntimeException e) {
            LOG.error("The registry's server ended: {}", e.toString());
        } finally {
            begun.countDown();
        }
    }

    private void await(Duration patience) {
        try {
            if (!begun.await(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("The registry's server takes long to start");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All threads that ZooKeeper starts for this server. */
    private static final class Threads extends ThreadGroup {
        Threads() {
            super("cc-registry-server");
        }

        @Override
        public void uncaughtException(Thread thread, Throwable failure) {
            LOG.warn("The registry's server lost its thread {}", thread.getName(), failure);
        }
    }

    private final class Main extends QuorumPeerMain {
        private volatile @Nullable QuorumPeer peer;

        @Override
        protected QuorumPeer getQuorumPeer() throws SaslException {
            QuorumPeer made = new QuorumPeer() {
                @Override
                public synchronized void start() {
                    super.start();
                    begun.countDown();
                }
            };
            peer = made;
            return made;
        }
    }
}
