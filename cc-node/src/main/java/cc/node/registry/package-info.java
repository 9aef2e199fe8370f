/**
 * What the nodes of a Computing Community know together: a small, strongly consistent store of records. A port with two
 * adapters: ZooKeeper for machines, memory for one process.
 */
@NullMarked
package cc.node.registry;

import org.jspecify.annotations.NullMarked;
