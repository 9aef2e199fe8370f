package cc.node.registry.zookeeper;

import cc.node.registry.Registry;

/** What becomes of a node that was silent for too long. */
public final class Sessions {
    private Sessions() {}

    /** The node's session ends as if the servers had given it up; they find out later themselves. */
    public static void end(Registry registry) throws Exception {
        ((ZooKeeperRegistry) registry)
                .client
                .getZookeeperClient()
                .getZooKeeper()
                .getTestable()
                .injectSessionExpiration();
    }
}
