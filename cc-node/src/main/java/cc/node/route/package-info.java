/** Where programs show and from where they are driven: streams between the nodes that make it so. */
@NullMarked
package cc.node.route;

import org.jspecify.annotations.NullMarked;
