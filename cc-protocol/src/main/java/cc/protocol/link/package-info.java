/** How messages travel on a machine: framing, the node's socket, the protocol's version. */
@NullMarked
package cc.protocol.link;

import org.jspecify.annotations.NullMarked;
