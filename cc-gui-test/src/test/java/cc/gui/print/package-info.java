/** Printing by the JDK's own means, on a machine that may have no printer. */
@NullMarked
package cc.gui.print;

import org.jspecify.annotations.NullMarked;
