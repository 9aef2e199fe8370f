/** The {@code cc} command. */
@NullMarked
package cc.node.cli;

import org.jspecify.annotations.NullMarked;
