/** Who gets what is typed: here as on X11. */
@NullMarked
package cc.gui.focus;

import org.jspecify.annotations.NullMarked;
