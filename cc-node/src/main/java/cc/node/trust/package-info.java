/** Who belongs to a community: its certificate authority, the identity of a node, and tokens that let machines join. */
@NullMarked
package cc.node.trust;

import org.jspecify.annotations.NullMarked;
