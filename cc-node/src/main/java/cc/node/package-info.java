/** What the node process and the command share. */
@NullMarked
package cc.node;

import org.jspecify.annotations.NullMarked;
