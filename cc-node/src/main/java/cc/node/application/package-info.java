/** The applications of the community: which there are, what they are called, where they run and show. */
@NullMarked
package cc.node.application;

import org.jspecify.annotations.NullMarked;
