/** The process that shows a program as windows of the desktop. */
@NullMarked
package cc.node.viewer;

import org.jspecify.annotations.NullMarked;
