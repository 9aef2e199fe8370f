/**
 * The machines that are one: founding a community, joining and leaving it, and what its machines know of each other.
 */
@NullMarked
package cc.node.community;

import org.jspecify.annotations.NullMarked;
