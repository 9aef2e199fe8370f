/** Programs that a node starts for people on its own and on other machines. */
@NullMarked
package cc.node.launch;

import org.jspecify.annotations.NullMarked;
