package cc.node.registry.zookeeper;

import java.util.concurrent.CompletableFuture;
import org.apache.curator.RetryLoop;
import org.apache.curator.framework.CuratorFramework;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooKeeper;

/**
 * Reads what is true now. The server that answers may be behind the others, so it is told to catch up first, over the
 * same connection: ZooKeeper answers what comes over one connection in its order. Curator's own {@code sync} is of no
 * use here, since that does not tell when it failed, and a read that comes over the next connection is as old as its
 * server.
 */
final class CurrentRead {
    private CurrentRead() {}

    /** What is read, by one call. */
    @FunctionalInterface
    interface Read<T> {
        T from(ZooKeeper server) throws KeeperException, InterruptedException;
    }

    static <T> T of(CuratorFramework client, String path, Read<T> read) throws Exception {
        return RetryLoop.callWithRetry(client.getZookeeperClient(), () -> {
            ZooKeeper server = client.getZookeeperClient().getZooKeeper();
            CompletableFuture<Integer> caughtUp = new CompletableFuture<>();
            server.sync(path, (code, where, context) -> caughtUp.complete(code), null);
            try {
                T found = read.from(server);
                require(caughtUp, path);
                return found;
            } catch (KeeperException.NoNodeException e) {
                require(caughtUp, path);
                throw e;
            }
        });
    }

    private static void require(CompletableFuture<Integer> caughtUp, String path) throws Exception {
        KeeperException.Code code = KeeperException.Code.get(caughtUp.get());
        if (code != KeeperException.Code.OK) {
            throw KeeperException.create(code, path);
        }
    }
}
