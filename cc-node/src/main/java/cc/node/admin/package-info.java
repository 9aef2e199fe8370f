/** What whoever looks after a machine asks its node: whether it works, and what it has counted. */
@NullMarked
package cc.node.admin;

import org.jspecify.annotations.NullMarked;
