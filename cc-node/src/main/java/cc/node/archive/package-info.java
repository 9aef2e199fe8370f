/** Archives of JDK classes, from which programs start faster. */
@NullMarked
package cc.node.archive;

import org.jspecify.annotations.NullMarked;
