/** What a node does in the background, by and by. */
@NullMarked
package cc.node.chore;

import org.jspecify.annotations.NullMarked;
