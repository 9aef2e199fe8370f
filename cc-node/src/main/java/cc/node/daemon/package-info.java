/** The node process: one per person and machine. */
@NullMarked
package cc.node.daemon;

import org.jspecify.annotations.NullMarked;
