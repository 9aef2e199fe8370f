/** The registry on ZooKeeper: a client of an ensemble, and a server of one inside a node. */
@NullMarked
package cc.node.registry.zookeeper;

import org.jspecify.annotations.NullMarked;
