/**
 * Connections between the nodes of a community: mutually authenticated TLS that carries many flow-controlled streams.
 */
@NullMarked
package cc.node.peer;

import org.jspecify.annotations.NullMarked;
